import Circulation

/// The slips that wait for the printer, in a folder beside the station's files;
/// they name persons.
package struct SlipFolder: Sendable {
  /// The path of the folder.
  package let path: String
  private let disk: any FolderOperations & Sendable

  /// The most slips that wait; the journal still has what is on the others.
  package static let limit = 50

  /// Creates the folder value of a station; nothing is accessed.
  package init(
    of station: StationFolder,
    on disk: any FolderOperations & Sendable = PosixFileSystem()
  ) {
    path = station.path.appending(path: "slips")
    self.disk = disk
  }

  /// Keeps a slip until it is printed, and removes those of earlier days: their
  /// readers are gone.
  ///
  /// - Parameters:
  ///   - bytes: the slip, as a printer takes it.
  ///   - time: the present time, by which slips are printed in order.
  ///   - number: a number that tells slips of one second apart.
  ///   - ending: the ending of its name, `.bin` or `.pdf`.
  /// - Throws: ``PrinterError/file(_:)``; ``PrinterError/full(folder:)``.
  package func keep(
    _ bytes: [UInt8], at time: LocalTime, number: Int, ending: String = ".bin"
  ) throws(PrinterError) {
    let count: Int
    do throws(FileError) {
      try disk.makeFolders(path)
      let day = String(time.iso8601.prefix(10))
      for name in try names() where !name.hasPrefix(day) {
        try disk.remove(path.appending(path: name))
      }
      count = try names().count
      if count < Self.limit {
        let moment = time.iso8601.prefix(19).replacing(":", with: ".")
        try disk.writeWhole(
          bytes, to: path.appending(path: "\(moment)-\(number)\(ending)"))
      }
    } catch {
      throw .file(error)
    }
    guard count < Self.limit else { throw .full(folder: path) }
  }

  /// True if a slip waits.
  package var hasSlips: Bool { (try? names().isEmpty) == false }

  /// Prints all that waits, the oldest first, and removes what is printed.
  ///
  /// - Returns: the number of slips printed.
  /// - Throws: ``PrinterError``; what is not printed stays.
  @discardableResult
  package func print(on printer: Printer) throws(PrinterError) -> Int {
    let hold: FolderHold?
    let names: [String]
    do throws(FileError) {
      hold = try disk.hold(folder: path)
      names = try self.names()
    } catch {
      throw .file(error)
    }
    guard hold != nil else { throw .busy }
    defer { withExtendedLifetime(hold) {} }
    // Pages are for a printer that takes them.
    let printed = names.filter { printer.takesPages || !$0.hasSuffix(".pdf") }
    for name in printed {
      let file = path.appending(path: name)
      try printer.print(file: file, on: disk)
      do throws(FileError) { try disk.remove(file) } catch {
        throw .file(error)
      }
    }
    return printed.count
  }

  /// The names of the slips, in the order in which they were kept.
  private func names() throws(FileError) -> [String] {
    try disk.names(in: path).filter { !$0.hasPrefix(".") }
  }
}
