import Foundation

/// Lists of a library with as many items and borrowers as wanted: two and a
/// half items of each title, of eight words.
struct SampleLists {
  private let itemCount: Int
  private let borrowerCount: Int
  private let folder: String

  /// The path of the list of items.
  var items: String { folder + "/items.csv" }
  /// The path of the list of borrowers.
  var borrowers: String { folder + "/borrowers.csv" }

  init(itemCount: Int, borrowerCount: Int, in folder: String) {
    self.itemCount = itemCount
    self.borrowerCount = borrowerCount
    self.folder = folder
  }

  /// Returns the number of an item, by its place in the list.
  static func number(_ index: Int) -> String {
    String(37_000_000_000 + index * 7)
  }

  func write() throws {
    try write(itemCount, to: items, header: "Barcode,Title,Author,Call Number,")
    { index in
      let title = Self.title(index * 2 / 5)
      return
        "\(Self.number(index)),\(title),\(title.prefix(6)) A.,M\(index % 1_000)"
        + " \(title.prefix(3)),Library \(index * 7 % 30),Section \(index % 6),"
        + "Policy \(index % 4),\(1_990 + index % 35)\n"
    }
    try write(borrowerCount, to: borrowers, header: "card number,name,") {
      "C\(1_000_000 + $0),Name \($0),Category \($0 % 9),2027-09-\($0 % 20 + 10)\n"
    }
  }

  private func write(
    _ count: Int, to path: String, header: String, _ row: (Int) -> String
  ) throws {
    let rest =
      path == items
      ? "Location,Section,Item Policy,Year\n" : "category,expiry date\n"
    var bytes = Array((header + rest).utf8)
    for index in 0..<count { bytes += row(index).utf8 }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  private static let syllables = [
    "ba", "co", "di", "fu", "ge", "la", "mi", "no", "pu", "ra", "se", "ti",
    "vo", "za", "li", "mo",
  ]

  /// Returns a title of eight words, which are of some thousands.
  private static func title(_ index: Int) -> String {
    var state = UInt64(index) &* 0x9e37_79b9_7f4a_7c15
    return (0..<8).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (0..<3).map {
        syllables[Int(state >> (40 + UInt64($0) * 4) & 15)]
      }.joined()
    }.joined(separator: " ")
  }
}
