/// The word for a value in `--help`, in angle brackets after its option; words
/// that the program understands are not translated.
package enum ValueName: CaseIterable, Sendable {
  case file
  case folder
  case name
  case number
  /// A file, and the circulation desk that it is of: `[desk=]file`.
  case deskFile
  case fileOrFolder
  /// A file named `.svg` or `.pdf`.
  case drawing
  /// The library system's report.
  case report
  /// A folder or a journal.
  case source
  /// A duration like `90d`.
  case age
  /// A date, and a time if it is known: `yyyy-mm-dd[Thh:mm]`.
  case moment
  /// Hours and minutes to add.
  case shift
  /// A shift, or the time that it is.
  case shiftOrMoment
  /// Numbers of lines.
  case lines
  /// An act, and the lines that it is about.
  case decision
  /// Words, or a text.
  case words
  /// Fields and columns: `item=Barcode,title=Title`.
  case columns
  /// A kind of paper.
  case paper
  /// A file named `.pdf` or `.txt`, or `-`.
  case paperFile
  /// The number on a card.
  case card
  /// A file named `.pdf`, `.svg` or `.bin`.
  case slipFile
  /// A device, or `cups:` and a name.
  case printer
  /// A time zone: `Europe/Paris`, `+01:00`.
  case zone
  /// `none`, or a date, and a time if it is known.
  case noneOrMoment
  /// The address of a database: a service, a connection string or a URI.
  case address
}
