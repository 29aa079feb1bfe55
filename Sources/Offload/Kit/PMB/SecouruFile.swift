/// A loan or a return, as PMB takes it.
package struct SecouruMovement: Hashable, Sendable {
  /// The number of the copy.
  package let item: String
  /// The number of the reader; nil in a return.
  package let reader: String?

  /// Creates a loan to a reader, or a return if there is none.
  package init(_ item: String, to reader: String? = nil) {
    self.item = item
    self.reader = reader
  }
}

/// A file for PMB's page « prêt / retour secouru ».
///
/// ```
/// PRET SECOURU
/// E0412
/// 3105412
/// RETOUR SECOURU
/// 3104877
/// ```
///
/// The reader stands right below the head of a block, which is never empty:
/// PMB would lend the items of the next block to the reader before.
package struct SecouruFile: Hashable, Sendable {
  static let loanHead = "PRET SECOURU"
  static let returnHead = "RETOUR SECOURU"
  /// The most lines of a file: PMB takes 9 ms for each, PHP often ends after
  /// 30 s, and what it did until then stays done.
  package static let maximumLineCount = 300
  // Older pages take any file, newer ones only `.txt` with plain text.
  private static let lineEnd = "\r\n"

  /// The lines.
  package private(set) var lines: [String] = []
  /// The number of loans.
  package private(set) var loanCount = 0
  /// The number of returns.
  package private(set) var returnCount = 0
  private var last: SecouruMovement?

  /// The content of the file: no byte order mark, no blank line.
  package var text: String {
    lines.map { $0 + Self.lineEnd }.joined()
  }

  /// Returns true if PMB reads a number as one: it skips a line `0`, and takes
  /// a head for the beginning of a block.
  package static func canHold(_ number: String) -> Bool {
    !["0", loanHead, returnHead].contains(number)
  }

  /// Adds a movement; returns false if the file is full.
  fileprivate mutating func add(_ movement: SecouruMovement) -> Bool {
    var added: [String] = []
    if last == nil || last?.reader != movement.reader {
      added = movement.reader.map { [Self.loanHead, $0] } ?? [Self.returnHead]
    }
    added.append(movement.item)
    guard lines.count + added.count <= Self.maximumLineCount else {
      return false
    }
    lines += added
    last = movement
    if movement.reader == nil { returnCount += 1 } else { loanCount += 1 }
    return true
  }
}

extension SecouruFile {
  /// Distributes movements over files, in their order.
  ///
  /// A page that is loaded again runs its file again, which must change
  /// nothing: so a file has one movement of an item, and the next movement is
  /// in a later file.
  package static func files(of movements: [SecouruMovement]) -> [SecouruFile] {
    var counts: [String: Int] = [:]
    var passes: [[SecouruMovement]] = []
    for movement in movements {
      // PMB looks numbers up without regard to case.
      let pass = counts[movement.item.lowercased(), default: 0]
      counts[movement.item.lowercased()] = pass + 1
      if pass == passes.count { passes.append([]) }
      passes[pass].append(movement)
    }
    var files: [SecouruFile] = []
    for pass in passes {
      var file = SecouruFile()
      for movement in pass where !file.add(movement) {
        files.append(file)
        file = SecouruFile()
        _ = file.add(movement)
      }
      files.append(file)
    }
    return files
  }
}
