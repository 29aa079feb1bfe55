import Circulation

/// A day at a desk, as lines like those of `offcirc record`.
package struct RecordedDay {
  private let folder: String
  private let time: LocalTime

  /// Creates a day at the desk of a folder.
  package init(folder: String, at time: LocalTime) {
    self.folder = folder
    self.time = time
  }

  /// Records lines: `loan ITEM BORROWER`, `return ITEM`, or with the number of
  /// who brings it, `state ITEM STATUS`, and `stock ITEM STATUS` for one that is
  /// not returned.
  package func record(_ lines: [String], saves: Bool = false) throws {
    let time = time
    let desk = try Desk(
      folder: StationFolder(path: folder), clock: WallClock { time })
    defer { try? desk.close() }
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      let item = try Barcode(words[1])
      switch words[0] {
      case "loan":
        desk.switch(to: .loan)
        desk.identify(try Barcode(words[2]))
        try desk.record(item)
      case "return":
        desk.switch(to: .return)
        try desk.record(
          item, broughtBy: words.count > 2 ? Barcode(words[2]) : nil)
      case "stock": try desk.noteStock(of: item, status: Int(words[2]) ?? 0)
      default: try desk.note(status: Int(words[2]) ?? 0, of: item)
      }
    }
    try desk.commitWaiting()
    if saves { _ = try desk.save() }
  }
}
