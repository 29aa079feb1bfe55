import Circulation

/// The contents of a file, by which two are known to be the same.
struct RowContents: Hashable {
  /// The number of rows.
  var count = 0
  /// The digest of the rows in their order.
  var digest = RowDigest()
  /// True if nothing but rows was found, and nothing is to be said about them.
  var isClean = true
}

extension ByteSource {
  /// Reads a file of a format as the other system does.
  ///
  /// - Throws: `FileError`.
  func contents(in format: ExchangeFormat) throws(FileError) -> RowContents {
    var found = RowContents()
    // The hidden file has another name.
    let notes = try format.read(
      self, named: "rdy",
      plain: { _, row, line in
        found.digest.add(row, in: line, format)
        found.count += 1
      },
      { _, reading in
        switch reading {
        case .entry(let entry):
          found.digest.add(entry, in: format)
          found.count += 1
        case .fault: found.isClean = false
        }
      })
    if !notes.notices.isEmpty { found.isClean = false }
    return found
  }
}
