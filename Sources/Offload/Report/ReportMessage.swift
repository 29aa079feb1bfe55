import Algorithms
import Circulation

/// The meaning of a job report's message, and the number that it is about.
package struct ReportMessage: Hashable, Sendable {
  /// The known messages: those of Alma, then what others say besides.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// No item has this barcode.
    case itemNotFound = "item-not-found"
    /// No user has this identifier.
    case userNotFound = "user-not-found"
    /// A returned item was not on loan; counted as in-house use.
    case notOnLoan = "not-on-loan"
    /// The item had a later action; nothing was changed.
    case laterAction = "later-action"
    /// The item went to another borrower than the line has.
    case otherBorrower = "other-borrower"
    /// A loan was refused, since the item is on loan.
    case onLoan = "on-loan"
    /// The borrower has the item already; nothing was changed.
    case held
    /// The item has to be returned again, in the system itself.
    case returnAgain = "return-again"
    /// Any other message.
    case unknown
  }

  /// The need for action after a message.
  package enum Grade: String, Hashable, Sendable {
    /// No action.
    case nothing
    /// An action that the worklist names.
    case toDo = "to-do"
    /// A person has to read the message.
    case unknown
  }

  /// The kind of message.
  package let kind: Kind
  /// The number named; nil if there is none.
  package let number: String?

  /// Returns the same message about a number as the file has it.
  func naming(_ number: String?) -> ReportMessage {
    ReportMessage(kind: kind, number: number)
  }

  init(kind: Kind, number: String?) {
    self.kind = kind
    self.number = number
  }

  /// Parses a message that has single spaces between words.
  package init(_ text: String) {
    let label = ReportHeads.numberLabel(in: text, from: text.startIndex)
    let wording = text[..<(label?.lowerBound ?? text.endIndex)].lowercased()
      .trimming { " .:,;-\\".contains($0) }
    let own = Self.wordings.first { $0.words == wording }?.kind
    let other = own == nil ? SystemMessage.found(in: text) : nil
    kind = own ?? other?.kind ?? .unknown
    number = Self.number(in: text, after: label) ?? other?.item
  }

  private static func number(
    in text: String, after label: Range<String.Index>?
  ) -> String? {
    label.flatMap {
      String(text[$0.upperBound...]).collapsingWhitespace.nonEmpty
    }
  }

  /// The need for action.
  package var grade: Grade {
    switch kind {
    case .itemNotFound, .userNotFound, .otherBorrower, .onLoan, .returnAgain:
      .toDo
    case .notOnLoan, .laterAction, .held: .nothing
    case .unknown: .unknown
    }
  }

  /// True if the system does not know the number.
  var isOfUnknownNumber: Bool {
    kind == .itemNotFound || kind == .userNotFound
  }

  /// Returns the same message about the number of a transaction that it is
  /// about.
  func naming(oneOf transaction: Transaction) -> ReportMessage {
    let borrower = kind == .userNotFound ? transaction.borrower : nil
    return naming((borrower ?? transaction.item).text.collapsingWhitespace)
  }

  /// Returns true if the text begins like a known message.
  static func isBeginning(_ text: String) -> Bool {
    guard wordings.contains(where: { text.hasASCIIPrefix($0.beginning) }) else {
      return false
    }
    // The last letter may have an accent of its own.
    let text = text.lowercased()
    return wordings.contains { text.hasPrefix($0.beginning) }
  }

  /// Returns the index of a known message in a text; nil if there is none.
  static func beginning(in text: String) -> String.Index? {
    wordings.lazy.compactMap {
      text.startOfFirst($0.beginning)
    }.first
  }

  /// Returns true if the text is a complete message: one with a number.
  static func isWhole(_ text: String) -> Bool {
    let label = ReportHeads.numberLabel(in: text, from: text.startIndex)
    return number(in: text, after: label) != nil
  }

  /// The text of known messages: how they begin, and before the number.
  fileprivate static let texts: [Kind: String] = [
    .itemNotFound: "Item not found. Barcode: ",
    .userNotFound: "User not found. Barcode: ",
    .notOnLoan: "Return item failed, item was not on loan. Barcode: ",
    .laterAction: "A later action on this item happened. Barcode: ",
  ]

  private static let wordings:
    [(words: String, beginning: String, kind: Kind)] =
      [
        ("item not found", "item not found", .itemNotFound),
        ("user not found", "user not found", .userNotFound),
        (
          "return item failed, item was not on loan", "return item failed",
          .notOnLoan
        ),
        (
          "a later action on this item happened", "a later action on this",
          .laterAction
        ),
      ]
}

extension ReportMessage.Kind {
  /// Returns the message about a number, as the report has it.
  func text(about number: String) -> String {
    (ReportMessage.texts[self] ?? "") + number
  }
}

extension String {
  /// Returns the start of the first occurrence of a text in ASCII, in upper or
  /// lower case; nil if there is none.
  fileprivate func startOfFirst(_ text: String) -> Index? {
    let text = Array(text.utf8)
    return utf8.indices.first { start in
      utf8[start...].starts(with: text) { $0 == $1 || $0 | 0x20 == $1 }
    }
  }
}
