import Circulation

/// The words about files of other library systems, and about their conversion.
package protocol ExchangeWords: CirculationWords {
  /// A file that was recognized, and the facts about it.
  func recognized(_ notes: FileNotes, as path: String) -> String
  /// A remark about a file as a whole.
  func sentence(_ notice: FileNotice, of path: String) -> String
  /// A line that is not taken, after its number: no capital at the start.
  func sentence(_ fault: LineFault) -> String
  /// The lines that are not taken and not listed.
  func moreFaults(_ count: Int) -> String
  /// A change that a conversion makes, with the count and the lines of it.
  func sentence(
    _ loss: Losses.Entry, of paths: [String], in zone: String
  ) -> String
  /// A new file, and what to do with it.
  func converted(
    _ file: ConversionReport.WrittenFile, for format: ExchangeFormat
  ) -> String
  /// The numbers of rows that were read, written and left out.
  func balance(_ report: ConversionReport) -> String
  /// A reason why no new file was written, and what to do.
  func sentence(_ error: ConversionError) -> String
}
