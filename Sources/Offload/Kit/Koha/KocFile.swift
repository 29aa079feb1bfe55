import Circulation

/// A `.koc` file, as Koha takes offline circulation.
///
/// ```
/// Version=1.0⇥Generator=OffCirc⇥GeneratorVersion=1.0
/// 2026-11-21 09:00:00 000⇥issue⇥9921000000164⇥37000034179
/// 2026-11-21 09:01:00 000⇥return⇥37000034180
/// ```
///
/// Koha does not keep the order of rows of the same second: no two have the
/// same.
package struct KocFile: Hashable, Sendable {
  /// The name of the file.
  package let name: String
  /// The number of rows.
  package private(set) var rowCount = 0
  /// The numbers of the lines that Koha would cut, which are left out.
  package private(set) var leftOut: [Int] = []
  /// The content of the file.
  private(set) var text =
    "Version=1.0\tGenerator=OffCirc\tGeneratorVersion=1.0\n"

  /// The most characters that Koha's queue keeps of an item's barcode.
  package static let maximumItemLength = 20
  /// The most characters that it keeps of a card.
  package static let maximumCardLength = 32

  /// Creates the file of an upload.
  ///
  /// - Parameters:
  ///   - lines: the lines, in order.
  ///   - name: the name of the file.
  init(
    of lines: [(number: Int, transaction: Transaction)], named name: String
  ) {
    self.name = name
    var last: LocalTime?
    for (number, transaction) in lines {
      let item = transaction.item.text
      let card = transaction.borrower?.text
      guard item.count <= Self.maximumItemLength,
        card?.count ?? 0 <= Self.maximumCardLength
      else {
        leftOut.append(number)
        continue
      }
      let next = last?.later(by: 1)
      let recorded = transaction.recorded
      let time = next.map { recorded.precedes($0) ? $0 : recorded } ?? recorded
      last = time
      let act = card.map { "issue\t\($0)\t\(item)" } ?? "return\t\(item)"
      text += "\(Self.stamp(time)) 000\t\(act)\n"
      rowCount += 1
    }
  }

  /// Returns a time to the second, also one of which only the minute is known.
  private static func stamp(_ time: LocalTime) -> String {
    let second = time.fields.second
    return time.iso8601.prefix(16).replacing("T", with: " ")
      + (second < 10 ? ":0\(second)" : ":\(second)")
  }
}
