import Circulation
import Foundation
import Support

typealias TestFolder = Support.TestFolder

extension TestFolder {
  /// The folder of the station's files.
  var files: String { path + "/files" }

  /// Runs the built program for somebody whose home the folder is.
  func offcirc(
    _ arguments: [String], input: String = ""
  ) throws -> Program.Result {
    try Program.run(
      arguments, input: input,
      environment: ["XDG_DATA_HOME": path + "/data", "HOME": path])
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: files + "/" + name, encoding: .utf8)
  }

  func write(_ text: String, to name: String) throws {
    try FileManager.default.createDirectory(
      atPath: files, withIntermediateDirectories: true)
    try text.write(
      toFile: files + "/" + name, atomically: false, encoding: .utf8)
  }

  /// Writes `OffCirc.dat` for a station at which nothing else was recorded.
  func writeDataFile(_ text: String) throws {
    try Program.run(["record", "--files", files])
    try write(text, to: "OffCirc.dat")
  }

  /// The lines that wait to be saved, as the journal has them: a poll by a
  /// command would start a program each time.
  func unsaved() throws -> [Transaction] {
    try JournalReader.replay(path: files + "/OffCirc.journal")?
      .unsaved.map(\.transaction) ?? []
  }

  /// The lines of `OffCirc.dat` from the operation on, without the times.
  func savedLines() throws -> [String] {
    try read("OffCirc.dat").components(separatedBy: "\r\n").dropLast()
      .map { String($0.dropFirst(12)) }
  }
}
