import Foundation
import Sharing
import Support
import Testing

/// `offcirc share`, with a database of the tests' own server.
@Suite(
  .serialized, .ownThread,
  .enabled(
    if: PostgresServer.isInstalled, "PostgreSQL is not installed here."))
struct ShareCommandTests {
  private let folder = TestFolder()

  @Test func aDeskWithoutItsDiskGetsItsJournalBackByteForByte() throws {
    let address = try PostgresServer.shared.get()
      .address("postgres", as: "admin")
    func run(
      _ arguments: String..., input: String = "", status: Int32? = 0
    ) throws -> Program.Result {
      let result = try Program.run(
        arguments + ["--language", "en"], input: input,
        environment: [
          "HOME": folder.path, "OFFCIRC_SHARE": address,
          "OFFCIRC_FILES": folder.path + "/files",
          "OFFCIRC_DESK": "Main desk",
        ])
      if let status {
        #expect(result.status == status, "\(arguments): \(result.errors)")
      }
      return result
    }
    let refused = try run("share", status: 74)
    #expect(refused.errors.contains("offcirc share init"))
    let kit = folder.path + "/kit"
    let prepared = try run("share", "init")
    #expect(prepared.output.contains("role \"postgres_desk\";"))
    #expect(prepared.output.contains("hostssl \"postgres\" +\"postgres_desk\""))

    _ = try run("record", input: "loan 1 2\nreturn 3\n")
    let journal = folder.path + "/files/OffCirc.journal"
    // On a busy machine the first may have ended before it was all sent.
    var shown = ""
    for _ in 0..<50 where !shown.contains("\"last\":2,") {
      _ = try run("record")
      shown = try run("share", "--format", "json").output
    }
    #expect(shown.contains("\"desk\":\"Main desk\""))
    #expect(shown.contains("\"last\":2,"), "\(shown)")
    #expect(shown.contains("\"waiting\":0"))
    // Other points may be open on this computer.
    let ready = try run("ready", "--format", "json", status: nil)
    #expect(
      ready.output.contains("\"subject\":\"sharing\",\"verdict\":\"ok\""),
      "\(ready.output)")

    // Only what a save covers, and the rest is told.
    let early = try run("kit", "--share", "--output", kit, status: 1)
    #expect(early.errors.contains("not saved"), "\(early.errors)")
    _ = try run("save")
    for _ in 0..<50 where !shown.contains("\"last\":4,") {
      _ = try run("record")
      shown = try run("share", "--format", "json").output
    }
    _ = try run("kit", "--share", "--output", kit)
    let data = try Data(
      contentsOf: URL(fileURLWithPath: folder.path + "/files/OffCirc.dat"))
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: kit + "/1-Main-desk.dat"))
        == data)
    // Another computer knows it, and the hidden files are gone.
    let twice = try run(
      "kit", "--share", "--output", kit + "2", "--ledger",
      folder.path + "/other", status: 1)
    #expect(twice.errors.contains("already in a kit"), "\(twice.errors)")
    // The room of the morning takes them from there too.
    let screen = try Screen(
      "morning --share --output \(folder.path)/morning",
      environment: ["OFFCIRC_SHARE": address], in: folder)
    try screen.waitFor("1 file: 2 lines")
    kill(try screen.process(), SIGTERM)
    try screen.waitForEnd()
    #expect(screen.status == 128 + SIGTERM)
    let left =
      FileManager.default.enumerator(atPath: folder.path)?
      .compactMap { $0 as? String }.filter { $0.contains(".shared.") } ?? []
    #expect(left == [])

    let bytes = try Data(contentsOf: URL(fileURLWithPath: journal))
    try FileManager.default.removeItem(atPath: folder.path + "/files")
    _ = try run("recover", "--share")
    #expect(try Data(contentsOf: URL(fileURLWithPath: journal)) == bytes)
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: folder.path + "/files"
      ).filter { $0.contains("journal") } == ["OffCirc.journal"])
    // It goes on as the station that it was.
    let more = try run("record", input: "return 1\n")
    #expect(more.errors.isEmpty)

    let old = try run("share", "purge", "--older-than", "0d", status: 1)
    #expect(old.output.contains("older than 0 days"))
  }

  @Test func aListImportedOnceIsOnEveryDeskUntilItIsErased() throws {
    let database = try SharedDatabase()
    func run(
      _ computer: String, _ role: String, _ arguments: String...,
      status: Int32 = 0
    ) throws -> Program.Result {
      let result = try Program.run(
        arguments + ["--language", "en"],
        environment: [
          "HOME": folder.path + "/" + computer,
          "OFFCIRC_SHARE": database.address(of: role).text,
        ])
      #expect(
        result.status == status,
        "\(arguments): \(result.output)\(result.errors)")
      return result
    }
    let list = folder.path + "/list.csv"
    func write(_ number: Int, _ title: String) throws {
      try "barcode,title\n\(number),\(title)\n".write(
        toFile: list, atomically: true, encoding: .utf8)
    }
    try write(1, "Candide")
    let imported = try run("a", "referent", "catalogue", "import", list)
    #expect(imported.output.contains("version 1"), "\(imported.output)")
    // A desk that may not publish changes nothing.
    let refused = try run(
      "b", "desk1", "catalogue", "import", list, status: 74)
    #expect(refused.errors.contains("may not change"), "\(refused.errors)")
    _ = try run("b", "desk1", "share", "lists")
    let known = try run("b", "desk1", "catalogue", "item", "1")
    #expect(known.output.contains("Candide"))

    // The second importer has the list of the first, without taking it.
    try write(2, "Zadig")
    _ = try run("c", "referent", "catalogue", "import", list)
    _ = try run("c", "referent", "catalogue", "item", "1")
    let taken = try run("b", "desk1", "share", "lists")
    #expect(taken.output.contains("version 2"), "\(taken.output)")
    _ = try run("b", "desk1", "catalogue", "item", "2")
    let shown = try run("b", "desk1", "share", "status")
    #expect(shown.output.contains("version 2"), "\(shown.output)")

    // Without the server, only the lists here change; published later, they
    // come after those of the others.
    try write(3, "Micromegas")
    let alone = try Program.run(
      ["catalogue", "import", list, "--language", "en"],
      environment: [
        "HOME": folder.path + "/a", "OFFCIRC_SHARE": "host=/nowhere",
      ])
    #expect(alone.status == 1, "\(alone.errors)")
    #expect(alone.errors.contains("share lists --publish"))
    let later = try run("a", "referent", "share", "lists", "--publish")
    #expect(later.output.contains("version 3"), "\(later.output)")
    _ = try run("b", "desk1", "share", "lists")
    // A desk erases its own alone, and takes them again if it is asked to.
    let own = try run("b", "desk1", "catalogue", "erase", status: 1)
    #expect(own.errors.contains("may not change"), "\(own.errors)")
    #expect(!own.errors.contains("--publish"), "\(own.errors)")
    _ = try run("b", "desk1", "share", "lists")
    for number in ["1", "2", "3"] {
      _ = try run("b", "desk1", "catalogue", "item", number)
    }

    _ = try run("a", "referent", "catalogue", "erase")
    _ = try run("b", "desk1", "share", "lists")
    let gone = try run("b", "desk1", "catalogue", status: 1)
    #expect(gone.errors.contains("catalogue"), "\(gone.errors)")
    let parts = try database.admin()
      .run("select count(*) from offcirc.list_part")
    #expect(parts.number == 0)
  }
}
