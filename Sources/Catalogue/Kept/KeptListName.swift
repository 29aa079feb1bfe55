/// The name of a kept list: its number, its kind and the day of its import, as
/// in `000003-borrowers-2026-11-20.csv`.
struct KeptListName: Hashable {
  /// The number of the import; the first is 1.
  let number: Int
  /// The kind of list.
  let kind: ListKind
  /// The day of the import, `YYYY-MM-DD`.
  let day: String

  private static let ending = ".csv"

  /// Creates the name of a list.
  init(number: Int, kind: ListKind, day: String) {
    self.number = number
    self.kind = kind
    self.day = day
  }

  /// Creates the name of an imported list.
  init(_ list: ImportedList) {
    self.init(
      number: list.id, kind: list.kind, day: String(list.imported.prefix(10)))
  }

  /// Recognizes the name of a file; nil if it is another file's.
  init?(_ fileName: String) {
    guard fileName.hasSuffix(Self.ending) else { return nil }
    let parts = fileName.dropLast(Self.ending.count)
      .split(separator: "-", maxSplits: 2)
    guard parts.count == 3, let number = Int(parts[0]), number > 0,
      let kind = ListKind(rawValue: String(parts[1]))
    else { return nil }
    self.init(number: number, kind: kind, day: String(parts[2]))
    guard self.fileName == fileName else { return nil }
  }

  /// The name of the file.
  var fileName: String {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(6 - digits.count, 0))
    return "\(zeros)\(digits)-\(kind.rawValue)-\(day)" + Self.ending
  }
}
