import Circulation
import Offload
import Station

/// The lines of a listed file that are no transactions: the first few are told,
/// and of a file that has no other lines only what it is.
struct ListedFaults {
  private static let mostTold = 10

  private let path: String
  private let words: any Words
  private var first: [String] = []
  private var count = 0

  /// No faults yet of a file.
  init(of path: String, _ words: any Words) {
    self.path = path
    self.words = words
  }

  /// Takes the fault of a line.
  mutating func take(_ fault: DataFormat.Fault, line number: Int) {
    count += 1
    guard first.count < Self.mostTold else { return }
    let sentence = words.sentence(fault)
    first.append(words.line(number, of: path, sentence))
  }

  /// Says what there is to say, of a list that is empty or not.
  ///
  /// - Returns: whether there are no faults.
  /// - Throws: ``FileFailure``.
  func tell(isEmpty: Bool) throws(FileFailure) -> Bool {
    if isEmpty, count > 0, let foreign = try ForeignFile(at: path) {
      complain(words.sentence(foreign, of: path))
    } else if isEmpty, count > 1 {
      complain(words.noTransaction(in: path, count: count, first: first[0]))
    } else {
      first.forEach(complain)
      if count > first.count {
        complain(words.moreFaults(count - first.count, in: path))
      }
    }
    return count == 0
  }
}
