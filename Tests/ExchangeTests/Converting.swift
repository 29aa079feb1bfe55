import Circulation
import Simulated

@testable import Exchange

/// A desk at which files are converted, in memory.
struct Converting {
  let disk = SimulatedFileSystem()

  /// Puts a file there; returns its path.
  @discardableResult
  func place(_ bytes: [UInt8], as name: String) -> String {
    disk["/desk/" + name] = bytes
    return "/desk/" + name
  }

  /// Puts the rows of a format there; returns the path.
  @discardableResult
  func place(
    _ entries: [Entry], of format: ExchangeFormat, as name: String
  ) -> String {
    place(format.bytes(of: entries), as: name)
  }

  /// Converts files; returns the report.
  func convert(
    _ paths: [String], to target: ExchangeFormat, as name: String = "rdy-new",
    _ options: ConversionOptions = ConversionOptions(zone: .paris)
  ) throws -> ConversionReport {
    try Conversion(of: paths, to: target, options, fileSystem: disk)
      .write(to: "/desk/" + name)
  }

  /// Converts a text; returns the new file's text and the report.
  func convert(
    _ text: String, to target: ExchangeFormat,
    _ options: ConversionOptions = ConversionOptions(zone: .paris)
  ) throws -> (text: String, report: ConversionReport) {
    let path = place(Array(text.utf8), as: "file")
    let report = try convert([path], to: target, options)
    return (self.text("rdy-new") ?? "", report)
  }

  /// The text of a file; nil if there is none.
  func text(_ name: String) -> String? {
    disk["/desk/" + name].map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names of all files, also of hidden ones.
  var names: [String] { disk.paths.map { String($0.dropFirst(6)) } }
}

extension ConversionOptions {
  /// Those with which rows may be missing.
  static let lenient = ConversionOptions(zone: .paris, acceptsLosses: true)
}
