/// A loan or a return as most programs write it: the places of its numbers in
/// the bytes of its line.
///
/// Nearly all rows of all files are such, and go from one file to another
/// without a text of any number. Every other row is an ``Entry``, and so is
/// this one wherever it outlives its line.
struct PlainRow {
  /// The date and time.
  var moment: Moment
  /// The bytes of the item's number, printable ASCII without outer blanks.
  let item: Range<Int>
  /// Those of the borrower's number; nil in a return.
  let borrower: Range<Int>?

  /// Returns the row with its numbers as texts.
  func entry(in line: Span<UInt8>) -> Entry {
    let item = line.plainText(item)
    let act: Entry.Act =
      if let borrower {
        .loan(item: item, borrower: line.plainText(borrower))
      } else {
        .return(item: item)
      }
    return Entry(act, at: moment)
  }
}
