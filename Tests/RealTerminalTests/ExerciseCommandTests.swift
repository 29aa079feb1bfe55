import Circulation
import Foundation
import Languages
import Support
import Testing

/// The files of an exercise, given to every command.
@Suite(.serialized, .ownThread)
struct ExerciseCommandTests {
  private let folder = TestFolder()

  private var out: String { folder.path + "/out" }

  private func offcirc(_ arguments: [String]) throws -> Program.Result {
    try Program.run(
      arguments, input: "loan %ITEM-1% %CARD-1%\n",
      environment: [
        "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
        "XDG_STATE_HOME": folder.path + "/state",
      ])
  }

  /// Makes the files of an exercise with a saved loan and another one.
  private func exercise() throws -> StationFolder {
    let exercise = StationFolder(
      path: folder.path + "/drill", exercise: "EXERCISE")
    let desk = try Desk(folder: exercise)
    for item in ["ITEM-1", "ITEM-2"] {
      desk.identify(try Barcode("CARD-1"))
      try desk.record(try Barcode(item))
      try desk.commit()
      if item == "ITEM-1" { try desk.save() }
    }
    try desk.close()
    return exercise
  }

  @Test func noCommandTakesThemOrChangesThem() throws {
    // Some commands ask it before they look at a file.
    let list = try offcirc(["copies", "add", "37000034179", "--title", "Title"])
    #expect(list.status == 0, "\(list.errors)")
    let exercise = try exercise()
    let before = try contents(of: exercise.path)
    for command in Subcommand.allCases {
      for way in ways(of: command, to: exercise) {
        let arguments =
          command.rawValue.split(separator: " ").map(String.init)
          + way
        let result = try offcirc(arguments)
        #expect(
          // What is archived is no exercise.
          result.status != 0 || command == .purge,
          "\(arguments): \(result.output)")
        #expect(
          !named.contains(command)
            || (result.output + result.errors).contains("exercise"),
          "\(arguments): \(result.errors)")
        #expect(!result.output.contains("ITEM-1 "), "\(arguments)")
        #expect(try contents(of: out).isEmpty, "\(arguments)")
        #expect(try contents(of: exercise.path) == before, "\(arguments)")
      }
    }
    for (path, content) in try contents(of: folder.path)
    where !path.hasPrefix("drill/") {
      #expect(content.range(of: Data("ITEM-".utf8)) == nil, "\(path)")
      #expect(content.range(of: Data("CARD-".utf8)) == nil, "\(path)")
    }
  }

  /// The commands that say what they have got.
  private let named: [Subcommand] = [
    .station, .record, .save, .list, .recover, .ready, .slip, .status, .check,
    .merge, .fix, .kit, .archive, .account, .morning,
  ]

  /// The ways on which a command might take something of an exercise; none if
  /// it takes neither a folder nor a file of a desk.
  private func ways(
    of command: Subcommand, to exercise: StationFolder
  ) -> [[String]] {
    let (path, file) = (exercise.path, exercise.dataFile)
    let journal = exercise.journal
    let files = ["--files", path]
    return switch command {
    case .station, .save, .status: [files]
    // The second one is a real desk, at which the sheet is scanned.
    case .record: [files, ["--files", folder.path + "/real"]]
    case .list: [[file], files + ["--unsaved"]]
    case .recover: [path, journal].map { [$0, "--files", out] }
    case .ready: [files + ["--format", "json"]]
    case .slip:
      [["CARD-1"], ["--last"], ["--session"]].map {
        $0 + files + ["--output", out + "/slip.pdf"]
      }
    case .morning: [[file, "--output", out]]
    case .check: [[file]]
    case .rehearse: [[file]]
    case .merge, .kit: [[file, "--output", out + "/made"]]
    case .fix:
      [[file, "--decisions", out + "/decisions", "--output", out + "/made"]]
    case .reconcile: [[file, file, "--output", out + "/worklist"]]
    case .archive: [files + ["--uploaded"]]
    case .account: [[file, "--output", out + "/account.html"]]
    case .purge: [files + ["--older-than", "0d", "--yes"]]
    case .redate: [[file, "--by", "+01:00", "--output", out + "/made"]]
    case .convert:
      [[], ["--from", "alma"]].map {
        [file] + $0 + ["--to", "koha", "--output", out + "/made"]
      } + [[journal, "--to", "alma", "--output", out + "/made"]]
    case .catalogueErase: [["--catalogue", file]]
    case .catalogueImport:
      [[file], [file, "--kind", "items", "--columns", "item=1"]]
    case .finesList, .swaps, .missing, .wear, .closing, .copiesList,
      .copiesCheck, .borrowersList:
      [files]
    case .finesPay: [["CARD-1"] + files]
    case .finesWaive: [["CARD-1", "--because", "none"] + files]
    case .handout: [["6A"] + files]
    case .papers: [["receipt", "--output", out + "/receipt.pdf"] + files]
    case .copiesAdd: [["%ITEM-1%", "--title", "Title"] + files]
    case .copiesEdit: [["37000034179", "--note", "none"] + files]
    case .copiesImport: [[file]]
    case .copiesDelete: [["37000034179", "--yes"] + files]
    case .copiesHistory: [["ITEM-1"] + files]
    case .borrowersDelete, .borrowersHistory: [["CARD-1"] + files]
    case .scanner, .drill, .sheet, .settings, .guide, .manual: []
    // They read a catalogue.
    case .catalogueStatus, .catalogueVerify, .catalogueRebuild,
      .catalogueFind, .catalogueItem, .catalogueBorrower:
      []
    // The journal that is shared is that of an open station.
    case .share, .shareInit, .shareStatus, .shareFetch, .shareLists,
      .sharePurge:
      []
    // Only the commands in them do something.
    case .catalogue, .fines, .copies, .borrowers: []
    }
  }

  /// The files in a folder and the folders in it, by their paths in it; without
  /// those that are locked and say who is there.
  private func contents(of path: String) throws -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: path)?.allObjects
    var contents: [String: Data] = [:]
    for name in names as? [String] ?? [] where !name.hasSuffix(".lock") {
      contents[name] = FileManager.default.contents(atPath: path + "/" + name)
    }
    return contents
  }
}
