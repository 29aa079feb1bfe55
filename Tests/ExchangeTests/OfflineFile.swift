import Circulation
import Simulated

@testable import Exchange

/// A file in memory, and what a reader makes of it.
struct OfflineFile {
  /// A line that was read.
  struct Line: Hashable {
    let number: Int
    let reading: Reading
  }

  let lines: [Line]
  let notes: FileNotes

  /// Reads bytes as a file of a format.
  init(
    _ bytes: [UInt8], as format: ExchangeFormat, named name: String = "rdy"
  ) throws {
    let disk = SimulatedFileSystem()
    disk["/desk/file"] = bytes
    var lines: [Line] = []
    notes = try format.read(
      disk.open("/desk/file", for: .reading), named: name
    ) { number, reading in
      lines.append(Line(number: number, reading: reading))
    }
    self.lines = lines
  }

  /// Reads a text as a file of a format.
  init(_ text: String, as format: ExchangeFormat) throws {
    try self.init(Array(text.utf8), as: format)
  }

  /// The rows.
  var entries: [Entry] {
    lines.compactMap {
      if case .entry(let entry) = $0.reading { entry } else { nil }
    }
  }

  /// The lines that are not taken, with their reasons.
  var faults: [Int: LineFault] {
    var faults: [Int: LineFault] = [:]
    for line in lines {
      if case .fault(let fault) = line.reading { faults[line.number] = fault }
    }
    return faults
  }
}

extension Entry {
  static func lent(_ item: String, _ borrower: String, _ time: String) -> Entry
  {
    Entry(.loan(item: item, borrower: borrower), at: Moment(iso8601: time))
  }

  static func returned(_ item: String, _ time: String) -> Entry {
    Entry(.return(item: item), at: Moment(iso8601: time))
  }
}
