import Foundation
import Support

typealias TestFolder = Support.TestFolder

extension TestFolder {
  /// The folder of the station's files.
  var files: String { path + "/files" }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: files + "/" + name, encoding: .utf8)
  }

  func write(_ text: String, to name: String) throws {
    try FileManager.default.createDirectory(
      atPath: files, withIntermediateDirectories: true)
    try text.write(
      toFile: files + "/" + name, atomically: false, encoding: .utf8)
  }

  /// The lines of `OffCirc.dat` from the operation on, without the times.
  func savedLines() throws -> [String] {
    try read("OffCirc.dat").components(separatedBy: "\r\n").dropLast()
      .map { String($0.dropFirst(12)) }
  }
}
