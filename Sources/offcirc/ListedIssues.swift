import Circulation
import Languages
import Offload
import Station

/// The lines of a listed file that are not transactions: the first few are
/// reported, or only the file's format if it has no transaction.
struct ListedIssues {
  private static let maximumCount = 10

  private let path: String
  private let words: any Words
  private var first: [String] = []
  private var count = 0

  /// Creates an empty collection for a file.
  init(of path: String, _ words: any Words) {
    self.path = path
    self.words = words
  }

  /// Adds the error of a line.
  mutating func add(_ error: DataFormat.LineError, line number: Int) {
    count += 1
    guard first.count < Self.maximumCount else { return }
    let sentence = words.sentence(error)
    first.append(words.line(number, of: path, sentence))
  }

  /// Reports the issues; `isEmpty` is true if the file has no transaction.
  ///
  /// - Returns: true if there are none.
  /// - Throws: ``FileError``.
  func report(isEmpty: Bool) throws(FileError) -> Bool {
    if isEmpty, count > 0, let foreign = try ForeignFile(at: path) {
      printError(words.sentence(foreign, of: path))
    } else if isEmpty, count > 1 {
      printError(words.noTransaction(in: path, count: count, first: first[0]))
    } else {
      first.forEach(printError)
      if count > first.count {
        printError(words.moreIssues(count - first.count, in: path))
      }
    }
    return count == 0
  }
}
