import Foundation
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
    let prepared = try run("share", "init")
    #expect(prepared.output.contains("role \"postgres_desk\";"))
    #expect(prepared.output.contains("hostssl \"postgres\" +\"postgres_desk\""))

    _ = try run("record", input: "loan 1 2\nreturn 3\n")
    let journal = folder.path + "/files/OffCirc.journal"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: journal))
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
}
