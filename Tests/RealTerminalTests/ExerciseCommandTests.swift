import Circulation
import Foundation
import Support
import Testing

/// The files of an exercise, given to every command.
@Suite(.serialized, .ownThread)
struct ExerciseCommandTests {
  private let folder = TestFolder()

  private func offcirc(_ arguments: [String]) throws -> Program.Result {
    try Program.run(
      arguments, input: "",
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

  @Test func noCommandTakesThem() throws {
    let exercise = try exercise()
    let (path, file) = (exercise.path, exercise.dataFile)
    let out = folder.path + "/out"
    // Those that name what they have got, and those that take no line of it.
    let naming = [
      ["check", file], ["merge", file, "--output", out],
      ["kit", file, "--output", out], ["list", file],
      ["recover", path, "--files", out],
      ["recover", exercise.journal, "--files", out],
      ["record", "--files", path], ["save", "--files", path],
      ["status", "--files", path], ["archive", "--files", path, "--uploaded"],
      ["list", "--unsaved", "--files", path],
    ]
    let others = [
      ["rehearse", file], ["reconcile", file, file],
      ["convert", file, "--to", "koha", "--output", out],
      ["redate", file, "--output", out, "--by", "+01:00"],
      ["fix", file, "--decisions", file, "--output", out],
    ]
    for arguments in naming + others {
      let result = try offcirc(arguments)
      #expect(result.status != 0, "\(arguments)")
      #expect(
        others.contains(arguments)
          || (result.output + result.errors).contains("exercise"),
        "\(arguments): \(result.errors)")
      #expect(!FileManager.default.fileExists(atPath: out), "\(arguments)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    #expect(!names.contains("OffCirc.dat"))
  }
}
