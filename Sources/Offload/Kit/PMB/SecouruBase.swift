/// All that is known of PMB's readers and copies, as a file of loans comes to
/// them.
package struct SecouruBase: Hashable, Sendable {
  /// The borrower who has a copy.
  package enum Holder: Hashable, Sendable {
    /// No list says whether the copy is on loan.
    case untold
    /// Nobody has it.
    case nobody
    /// This reader has it.
    case reader(String)
    /// A reader has it who is not one of the file.
    case somebody
  }

  /// A copy.
  package struct Copy: Hashable, Sendable {
    /// The borrower who has it.
    package var holder: Holder
    /// True if a reader waits for it.
    package var isRequested: Bool

    /// Creates a copy.
    package init(_ holder: Holder = .untold, isRequested: Bool = false) {
      self.holder = holder
      self.isRequested = isRequested
    }
  }

  private var readers: Set<String>
  private var copies: [String: Copy] = [:]

  /// Creates what is known of some readers and copies; PMB has no others.
  package init(readers: [String], copies: [(number: String, copy: Copy)]) {
    self.readers = Set(readers.map(Self.key))
    for (number, copy) in copies { self.copies[Self.key(number)] = copy }
  }

  /// PMB looks numbers up without regard to case.
  private static func key(_ number: String) -> String { number.lowercased() }

  func hasReader(_ number: String) -> Bool {
    readers.contains(Self.key(number))
  }

  func copy(_ number: String) -> Copy? { copies[Self.key(number)] }

  func isHolder(_ reader: String, of copy: Copy) -> Bool {
    copy.holder == .reader(Self.key(reader))
  }

  mutating func lend(_ item: String, to reader: String) {
    copies[Self.key(item)]?.holder = .reader(Self.key(reader))
  }

  mutating func takeBack(_ item: String) {
    copies[Self.key(item)]?.holder = .nobody
  }
}

extension SecouruBase.Holder {
  /// Creates the reader with a number.
  package static func reader(numbered number: String) -> Self {
    .reader(number.lowercased())
  }
}
