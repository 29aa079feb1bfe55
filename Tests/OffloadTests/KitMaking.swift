import Circulation
import Languages
import Settings
import Station
import Support
import Testing
import Typesetting

@testable import Offload

/// A suite that makes kits of files in a folder of its own.
protocol KitMaking {
  var folder: TestFolder { get }
}

extension KitMaking {
  var ledger: Ledger { Ledger(at: folder.path + "/ledger") }
  var time: LocalTime {
    LocalTime(secondsSince1970: 1_795_330_320, utcOffset: 3_600)
  }

  func assembly(
    in name: String = "kit", _ language: Language = .english,
    disk: any FolderOperations = PosixFileSystem(), ledger: Ledger? = nil
  ) -> KitAssembly {
    KitAssembly(
      in: folder.path + "/" + name, ledger: ledger ?? self.ledger,
      words: language.words, language: language.rawValue, at: time, disk: disk)
  }

  func file(
    _ lines: [String], _ name: String = "a.dat", desk: String? = nil
  ) -> StationFile {
    StationFile(path: folder.write(lines, to: name), desk: desk)
  }

  /// Makes a kit; the one that was made.
  func made(
    _ files: [StationFile], _ policy: KitRequest.Policy = .refuse,
    in name: String = "kit", _ language: Language = .english,
    location: SourceLocation = #_sourceLocation
  ) throws -> Kit {
    let (outcome, damage) = try assembly(in: name, language)
      .make(of: KitRequest(files, policy))
    #expect(damage == [], sourceLocation: location)
    let kit: Kit? = if case .made(let kit) = outcome { kit } else { nil }
    return try #require(kit, "\(outcome)", sourceLocation: location)
  }

  /// What is refused of the files, as the number of their old lines and of the
  /// new ones.
  func refused(
    _ files: [StationFile], _ policy: KitRequest.Policy = .refuse,
    location: SourceLocation = #_sourceLocation
  ) throws -> [[Int]] {
    let before = try ledger.version()
    let (outcome, _) = try assembly(in: "refused")
      .make(of: KitRequest(files, policy))
    guard case .refused(let refusal) = outcome else {
      Issue.record("\(outcome)", sourceLocation: location)
      return []
    }
    #expect(try ledger.version() == before, sourceLocation: location)
    #expect(try names().allSatisfy { !$0.hasPrefix("refused") })
    return refusal.files.map {
      [$0.uploadStatus.handedOverCount, $0.uploadStatus.newCount]
    }
  }

  func names(in name: String = "") throws -> [String] {
    try PosixFileSystem().names(in: folder.path + "/" + name)
  }

  var day: [String] {
    [
      "202611210900L37000034179".padded(to: 93) + "9921000000164",
      "202611210901R37000034180",
      "202611221015L37000034181".padded(to: 93) + "9921000000165",
    ]
  }
}
