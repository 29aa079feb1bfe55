import Circulation

/// The numbers and the times of all lines of a morning, as the stations wrote
/// them: what a choice looks up while somebody waits for it.
struct MorningNumbers {
  /// The number of lines of each item.
  private(set) var items: [String: Int] = [:]
  /// The places of the loans of each borrower.
  private(set) var loans: [String: [FixedFile.Place]] = [:]
  /// The first and the last minute of each file; nil if no line has a time.
  private(set) var minutes: [ClosedRange<Int>?] = []

  init(_ files: [FixedFile]) {
    for file in files {
      var span: ClosedRange<Int>?
      for line in file.lines {
        if let minute = line.minute {
          span =
            span.map {
              min($0.lowerBound, minute)...max($0.upperBound, minute)
            } ?? minute...minute
        }
        guard let transaction = line.transaction else { continue }
        items[transaction.item.text, default: 0] += 1
        if let borrower = transaction.borrower {
          loans[borrower.text, default: []].append(line.place)
        }
      }
      minutes.append(span)
    }
  }
}
