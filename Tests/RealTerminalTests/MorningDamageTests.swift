import Foundation
import Seeded
import Support
import Testing

/// The morning after, when something is damaged, gone, or somebody else's: no
/// command says that all is well.
@Suite(.serialized, .ownThread)
struct MorningDamageTests {
  private let folder = TestFolder()
  private var kit: String { folder.path + "/kit" }
  private var ledger: String { folder.path + "/data/offcirc/ledger" }
  private let lines = "201805091348L37000034179          9921000000164\r\n"

  private func offcirc(
    _ arguments: String..., input: String = ""
  ) throws -> Program.Result {
    try Program.run(
      arguments, input: input,
      environment: [
        "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
        "OFFCIRC_FILES": folder.files,
      ])
  }

  private func makeKit() throws {
    try folder.writeDataFile(lines)
    let result = try offcirc(
      "kit", folder.files + "/OffCirc.dat", "--output", kit)
    #expect(result.status == 0, "\(result.errors)")
  }

  private func files(below path: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(
        atPath: path + "/" + $0, isDirectory: &isFolder) && !isFolder.boolValue
    }.map { path + "/" + $0 }.sorted()
  }

  private var box: String {
    get throws {
      let archive = folder.files + "/archive"
      let names = try FileManager.default.contentsOfDirectory(atPath: archive)
      return archive + "/" + (try #require(names.first))
    }
  }

  // MARK: Any damage

  /// Flips, cuts, blanks or adds, and never so that it says the same.
  private func damaged(
    _ old: Data, by kind: Int, using random: inout SeededGenerator
  ) -> Data {
    var new = old
    let place = Int.random(in: 0..<max(old.count, 1), using: &random)
    switch kind {
    case 0 where !old.isEmpty:
      new[place] ^= UInt8.random(in: 1...255, using: &random)
    case 1 where place < old.count - 1 && old.prefix(place).last != 0x0a:
      new = old.prefix(place)
    case 2 where !old.isEmpty:
      let end = min(place + 40, old.count)
      new.replaceSubrange(
        place..<end, with: Data(repeating: 0, count: end - place))
    default: new.append(contentsOf: [0x78, 0x0a])
    }
    return new
  }

  @Test func anyDamageOfAnyOneFileIsTold() throws {
    var random = SeededGenerator(seed: 11)
    try makeKit()
    var count = 0
    for stage in ["handed over", "put away"] {
      if stage == "put away" {
        #expect(try offcirc("archive").status == 0)
      }
      #expect(try offcirc("status").status == 0)
      let paths =
        try [ledger] + files(below: stage == "put away" ? box : kit)
      // Each file in each way.
      for round in 0..<4 {
        for path in paths {
          let old = try #require(FileManager.default.contents(atPath: path))
          let new = damaged(old, by: round, using: &random)
          chmod(path, 0o600)
          try new.write(to: URL(fileURLWithPath: path))
          let status = try offcirc("status")
          let place = Comment(rawValue: "\(stage), round \(round): \(path)")
          #expect(status.status == 1, place)
          #expect(!status.output.contains("Nothing is to be done"), place)
          if stage == "handed over" {
            let archive = try offcirc("archive")
            #expect(archive.status != 0, place)
            // What is known of the file may stand in other lines.
            if archive.output.hasPrefix("Archived") {
              #expect(path == ledger, place)
              _ = try offcirc("archive", "--restore")
              try FileManager.default.removeItem(
                atPath: folder.files + "/archive")
            }
            #expect(try folder.read("OffCirc.dat") == lines, place)
            if path == ledger {
              let made = try offcirc(
                "kit", folder.files + "/OffCirc.dat", "--output", kit + "2")
              #expect(made.status != 0, place)
            }
          } else if path != ledger {
            #expect(try offcirc("list", "archive").status == 1, place)
            #expect(try offcirc("archive", "--restore").status == 1, place)
          }
          try old.write(to: URL(fileURLWithPath: path))
          count += 1
        }
      }
    }
    print("Damaged files of a morning: \(count)")
  }

  // MARK: The kit

  @Test func aKitThatWasNeverFinishedIsNotHandedOver() throws {
    try makeKit()
    let hidden = folder.path + "/.kit.offcirc-new"
    try FileManager.default.moveItem(atPath: kit, toPath: hidden)
    let status = try offcirc("status")
    #expect(status.status == 1)
    #expect(status.output.contains("The kit \(kit) is unfinished."))
    #expect(status.output.contains("but the kit is unfinished"))
    #expect(!status.output.contains("offcirc archive"))
    let archive = try offcirc("archive")
    #expect(archive.status == 1)
    #expect(archive.errors.contains("It was not uploaded."))
    #expect(try folder.read("OffCirc.dat") == lines)
    let finished = try offcirc(
      "kit", folder.files + "/OffCirc.dat", "--output", kit)
    #expect(finished.status == 0, "\(finished.errors)")
    #expect(try offcirc("status").status == 0)
    #expect(try offcirc("archive").status == 0)
  }

  @Test func aKitThatIsElsewhereIsNamedOrSomebodySaysSo() throws {
    try makeKit()
    try FileManager.default.moveItem(atPath: kit, toPath: kit + "-moved")
    let object = try offcirc("status", "--format", "json")
    #expect(object.status == 1)
    #expect(object.output.contains("\"state\":\"missing\""))
    #expect(object.output.contains("\"next\":\"find-kit\""))
    #expect(try offcirc("archive").status == 1)
    #expect(try offcirc("archive", "--kit", kit + "-moved").status == 0)
    #expect(try files(below: box).contains { $0.hasSuffix("kit/OffCirc.dat") })
  }

  @Test func aDamagedLedgerGivesWayToTheKitThatHasTheFile() throws {
    try makeKit()
    let text = try String(contentsOfFile: ledger, encoding: .utf8)
    try text.replacing("\"marks\"", with: "\"Marks\"").write(
      toFile: ledger, atomically: true, encoding: .utf8)
    let refused = try offcirc("archive")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("the ledger is damaged (line 2)"))
    let object = try offcirc("status", "--format", "json")
    #expect(object.output.contains("\"damagedLedgerLines\":[2]"))
    #expect(object.output.contains("\"next\":\"read-ledger\""))
    let done = try offcirc("archive", "--kit", kit)
    #expect(done.status == 1 && done.output.hasPrefix("Archived 1 line"))
  }

  // MARK: What is not followed

  @Test func linksOfAReportOrABoxAreNamedAndNotFollowed() throws {
    try makeKit()
    let secret = folder.path + "/secret"
    try Data("secret".utf8).write(to: URL(fileURLWithPath: secret))
    chmod(secret, 0o640)
    let report = folder.path + "/report"
    try FileManager.default.createDirectory(
      atPath: report, withIntermediateDirectories: false)
    symlink(secret, report + "/page.html")
    mkfifo(report + "/pipe", 0o600)
    let archive = try offcirc("archive", "--report", report)
    #expect(archive.status == 1)
    #expect(archive.errors.contains("\(report)/page.html"))
    #expect(archive.errors.contains("\(report)/pipe"))
    #expect(archive.output.hasPrefix("Archived"))
    #expect(try offcirc("status").status == 0)

    let list = try box + "/SHA256SUMS"
    chmod(list, 0o600)
    let digests = try String(contentsOfFile: list, encoding: .utf8)
    let digest = String(repeating: "0", count: 64)
    try (digests + "\(digest)  ../../../secret\n").write(
      toFile: list, atomically: false, encoding: .utf8)
    #expect(try offcirc("status").status == 1)
    #expect(
      try offcirc("list", "archive").output.contains("DAMAGED: SHA256SUMS"))
    #expect(try offcirc("archive", "--restore").status == 1)
    let mode =
      try FileManager.default.attributesOfItem(atPath: secret)[
        .posixPermissions] as? Int
    #expect(mode == 0o640)
  }

  // MARK: What is printed

  @Test func nothingThatATerminalObeysComesFromALedger() throws {
    let evil = folder.path + "/k\u{1b}]0;x\u{7}\u{9b}31m\u{202e}"
    try folder.writeDataFile(lines)
    _ = try offcirc("kit", folder.files + "/OffCirc.dat", "--output", evil)
    for arguments in [
      ["status"], ["status", "--format", "json"], ["archive", "--kit", "/"],
      ["kit", folder.files + "/OffCirc.dat", "--output", evil + "2"],
    ] {
      let result = try Program.run(
        arguments,
        environment: [
          "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
          "OFFCIRC_FILES": folder.files,
        ])
      for scalar in (result.output + result.errors).unicodeScalars
      where scalar != "\n" {
        let category = scalar.properties.generalCategory
        #expect(category != .control && category != .format)
      }
    }
    #expect(try offcirc("status").output.contains("\\033]0;x\\007"))
  }

  // MARK: What can't be read

  @Test func aFolderOnTheWayThatIsNoneIsToldByEveryCommand() throws {
    let file = folder.path + "/file"
    try Data().write(to: URL(fileURLWithPath: file))
    symlink("loop", folder.path + "/loop")
    symlink("nowhere", folder.path + "/dead")
    for path in [file + "/files", folder.path + "/loop", folder.path + "/dead"]
    {
      for command in [["list"], ["status"], ["list", "archive"], ["archive"]] {
        let result = try Program.run(
          command, environment: ["HOME": folder.path, "OFFCIRC_FILES": path])
        #expect(result.status == 74, "\(command) \(path)")
        #expect(result.errors.contains(path), "\(command) \(path)")
      }
    }
  }

  // MARK: The clock

  @Test func whatIsYoungerThanTheClockIsNotPutAway() throws {
    let future = "209905091348R37000034180\r\n"
    try folder.writeDataFile(lines + future)
    let refused = try offcirc("archive", "--uploaded")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("the archive would have the wrong date"))
    #expect(try folder.read("OffCirc.dat") == lines + future)
    let done = try offcirc("archive", "--uploaded", "--trust-clock")
    #expect(done.status == 0, "\(done.errors)")
    // Named by an older day, it is kept all the same.
    let archive = folder.files + "/archive/"
    chmod(try box, 0o700)
    try FileManager.default.moveItem(
      atPath: box, toPath: archive + "2018-06-01")
    let doubted = try offcirc("purge", "--older-than", "90d", "--yes")
    #expect(doubted.status == 1)
    #expect(doubted.errors.contains("Nothing was deleted"))
    let kept = try offcirc(
      "purge", "--older-than", "90d", "--yes", "--trust-clock")
    #expect(kept.errors.contains("Kept, because they contain transactions"))
    #expect(try files(below: archive).count == 3)
  }
}
