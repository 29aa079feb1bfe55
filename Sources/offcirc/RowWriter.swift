import Circulation
import Offload

/// Writes rows to standard output as they are found: for programs as CSV or
/// JSON, an object a line, for a person as text.
struct RowWriter {
  private let format: OutputFormat
  private let columns: OutputRow.Columns
  private let willWrite: () -> Void
  private var output = OutputBuffer()

  /// The number of rows so far.
  private(set) var count = 0

  /// Creates a writer of rows with these names, which calls `willWrite` before
  /// each output.
  init(
    _ format: OutputFormat, _ names: [String],
    willWrite: @escaping () -> Void = {}
  ) {
    self.format = format
    columns = OutputRow.Columns(names)
    self.willWrite = willWrite
    switch format {
    case .text: break
    case .csv: output += columns.csv
    case .json: output += "["
    }
  }

  /// Adds a row, as values for programs and as lines for a person; only what
  /// the format needs is made.
  mutating func add(
    _ values: @autoclosure () -> [OutputRow.Value],
    text: @autoclosure () -> String = ""
  ) {
    switch format {
    case .text: output += text()
    case .csv: output += OutputRow(columns, values()).csv
    case .json:
      output +=
        (count == 0 ? "\n" : ",\n") + OutputRow(columns, values()).json
    }
    count += 1
    if output.isFull { flush() }
  }

  /// Adds lines that only a person gets.
  mutating func add(text: @autoclosure () -> String) {
    if format == .text { output += text() }
  }

  /// Writes the rows so far, so that messages on standard error follow them.
  mutating func flush() {
    willWrite()
    output.flush()
  }

  /// Writes the rest, and for a person the last lines.
  ///
  /// - Throws: ``FileError``, also for earlier rows.
  mutating func end(
    text: @autoclosure () -> String = ""
  ) throws(FileError) {
    switch format {
    case .text: output += text()
    case .csv: break
    case .json: output += count == 0 ? "]\n" : "\n]\n"
    }
    willWrite()
    try output.end()
  }
}
