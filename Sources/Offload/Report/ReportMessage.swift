import Foundation

/// What a message of a job report says of a line, and of which number.
package struct ReportMessage: Hashable, Sendable {
  /// The messages of Alma that are known.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// No item has this barcode.
    case itemNotFound = "item-not-found"
    /// No user has this identifier.
    case userNotFound = "user-not-found"
    /// An item came back that was not on loan: a use in house.
    case notOnLoan = "not-on-loan"
    /// Something newer was done with the item; nothing was changed.
    case laterAction = "later-action"
    /// Any other message.
    case unknown
  }

  /// What has to be done about a message.
  package enum Grade: String, Hashable, Sendable {
    /// Nothing.
    case nothing
    /// Something, by the worklist.
    case toDo = "to-do"
    /// A person has to read it.
    case unknown
  }

  /// Which message it is.
  package let kind: Kind
  /// The number that it names; nil if it names none.
  package let number: String?

  /// The same message, naming a number as the file has it.
  func naming(_ number: String?) -> ReportMessage {
    ReportMessage(kind: kind, number: number)
  }

  private init(kind: Kind, number: String?) {
    self.kind = kind
    self.number = number
  }

  /// Reads a message, with single blanks between its words.
  package init(_ text: String) {
    let label = ReportHeads.numberLabel(in: text, from: text.startIndex)
    let wording = text[..<(label?.lowerBound ?? text.endIndex)].lowercased()
      .trimmingCharacters(in: CharacterSet(charactersIn: " .:,;-\\"))
    kind = Self.wordings.first { $0.words == wording }?.kind ?? .unknown
    number = label.flatMap { String(text[$0.upperBound...]).tidied.nonEmpty }
  }

  /// What has to be done about it.
  package var grade: Grade {
    switch kind {
    case .itemNotFound, .userNotFound: .toDo
    case .notOnLoan, .laterAction: .nothing
    case .unknown: .unknown
    }
  }

  /// Whether a message that is known begins like this.
  static func isBeginning(_ text: String) -> Bool {
    let text = text.lowercased()
    return wordings.contains { text.hasPrefix($0.beginning) }
  }

  /// Where a message that is known begins in a text; nil if none does.
  static func beginning(in text: String) -> String.Index? {
    wordings.lazy.compactMap {
      text.range(of: $0.beginning, options: .caseInsensitive)?.lowerBound
    }.first
  }

  /// Whether the text is all of a message: one that is known and has its
  /// number, or another one that names a number.
  static func isWhole(_ text: String) -> Bool {
    ReportMessage(text).number != nil
  }

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
