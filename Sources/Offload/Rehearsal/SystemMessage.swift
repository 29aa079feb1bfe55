import Circulation

/// A message of a library system about a line: what it says of an effect.
///
/// One table serves both the rehearsal, which foretells the messages, and
/// `reconcile`, which reads them. Those of Alma are in ``ReportMessage``.
struct SystemMessage: Hashable, Sendable {
  let system: LibrarySystem
  let effect: LineEffect
  /// The operation of the line; nil for both.
  let operation: Operation?
  /// The words, with `ITEM` and `READER` in the places of numbers.
  let words: String
  /// The words on the system's page, if they are others.
  let onPage: String?
  private let hasNumbers: Bool

  private init(
    _ system: LibrarySystem, _ effect: LineEffect,
    _ operation: Operation?, _ words: String, onPage: String? = nil
  ) {
    self.system = system
    self.effect = effect
    self.operation = operation
    self.words = words
    self.onPage = onPage
    hasNumbers = words.hasPrefix("ITEM") || words.contains("READER")
  }

  /// All messages.
  static let all: [SystemMessage] = [
    .init(
      .koha, .itemUnknown, .loan, "Barcode not found.",
      onPage: "Item not found."),
    .init(.koha, .itemUnknown, .return, "Item not found."),
    .init(
      .koha, .borrowerUnknown, .loan, "Borrower not found.",
      onPage: "Patron not found."),
    .init(
      .koha, .notOnLoan, .return, "Item not issued.",
      onPage: "Item not checked out."),

    .init(.koc, .itemUnknown, .return, "Error: no borrower from item"),
    .init(.koc, .notOnLoan, .return, "Error: no borrower from item"),

    .init(.evergreen, .itemUnknown, nil, "ASSET_COPY_NOT_FOUND"),
    .init(.evergreen, .borrowerUnknown, nil, "ACTOR_CARD_NOT_FOUND"),
    .init(.evergreen, .refused, nil, "OPEN_CIRCULATION_EXISTS"),
    .init(.evergreen, .notRenewed, nil, "OPEN_CIRCULATION_EXISTS"),
    .init(.evergreen, .lost, nil, "COPY_STATUS_LOST"),
    .init(.evergreen, .claimed, nil, "CIRC_CLAIMS_RETURNED"),

    .init(.pmb, .itemUnknown, nil, "ITEM : Exemplaire inconnu"),
    .init(.pmb, .borrowerUnknown, nil, " : Lecteur inconnu"),
    .init(.pmb, .givenToPrevious, nil, "Prêt ITEM pour READER effectué"),
    .init(
      .pmb, .refused, nil,
      "Ce document est actuellement emprunté par un autre lecteur. "
        + "Veuillez en effectuer le retour."),
    .init(
      .pmb, .notRenewed, nil, "Ce lecteur est déjà en possession de ce document"
    ),
    .init(.pmb, .notOnLoan, nil, "Prêt introuvable..."),
    .init(.pmb, .requested, nil, "Ce document est reservé par le lecteur"),
  ]

  /// Returns the words of a system about an effect; nil if it says nothing.
  static func text(
    of system: LibrarySystem, on effect: LineEffect, _ operation: Operation,
    _ numbers: LineNumbers
  ) -> String? {
    let message = all.first {
      $0.system == system && $0.effect == effect
        && ($0.operation ?? operation) == operation
    }
    guard let message else { return nil }
    guard message.hasNumbers else { return message.words }
    var words: [String] = []
    for word in message.words.split(
      separator: " ", omittingEmptySubsequences: false)
    {
      switch word {
      case "ITEM": words.append(numbers.item)
      case "READER":
        guard let previous = numbers.previous else { return nil }
        words.append(previous)
      default: words.append(String(word))
      }
    }
    return words.joined(separator: " ")
  }
}

extension SystemMessage {
  /// A message as a report has it.
  struct Found: Hashable {
    let system: LibrarySystem
    let kind: ReportMessage.Kind
    /// The item that it names; nil if it names none.
    let item: String?
  }

  private static let byWords: [String: Found] = {
    var found: [String: Found] = [:]
    // The older script of Koha says the same of two effects.
    for message in all where message.system != .koc {
      guard let kind = message.effect.kind(in: message.system) else { continue }
      for words in [message.words, message.onPage].compactMap(\.self) {
        found[key(words)] = Found(
          system: message.system, kind: kind, item: nil)
      }
    }
    // What a system skips or sends on, told by Evergreen's guide.
    for (event, kind) in [
      ("SKIP_ASSET_CHANGED", ReportMessage.Kind.laterAction),
      ("ROUTE_ITEM", .returnAgain),
    ] {
      found[key(event)] = Found(system: .evergreen, kind: kind, item: nil)
    }
    return found
  }()

  /// The text by which messages are compared: pages write some names of events
  /// with hyphens, and may lose the last point.
  private static func key(_ text: String) -> String {
    String(text.lowercased().replacing("-", with: "_").filter { $0 != "." })
      .collapsingWhitespace
  }

  private static let longest =
    (all.flatMap { [$0.words, $0.onPage ?? ""] }.map(\.utf8.count).max() ?? 0)
    + 2 * Barcode.maximumLength

  /// Returns the meaning of a text that is a whole message; nil if it is none.
  static func found(in text: String) -> Found? {
    // Most texts are longer or shorter, or messages of Alma.
    guard 10...longest ~= text.utf8.count else { return nil }
    if let found = byWords[key(text)] { return found }
    if let item = text.item(before: " : Exemplaire inconnu") {
      return Found(system: .pmb, kind: .itemNotFound, item: item)
    }
    if text.hasPrefix("Prêt "), text.hasSuffix(" effectué"),
      let loan = PMBLoan(text)
    {
      return Found(system: .pmb, kind: .otherBorrower, item: loan.item)
    }
    return nil
  }
}

extension LineEffect {
  /// Returns the kind of a system's message about the effect; nil if it has
  /// none.
  fileprivate func kind(in system: LibrarySystem) -> ReportMessage.Kind? {
    switch self {
    case .itemUnknown: .itemNotFound
    case .borrowerUnknown: .userNotFound
    // Evergreen does not tell who has the item.
    case .notRenewed: system == .pmb ? .held : .onLoan
    case .refused: .onLoan
    case .notOnLoan: .notOnLoan
    case .lost, .claimed, .requested: .returnAgain
    // The words about the reader before name the numbers.
    default: nil
    }
  }
}

extension String {
  /// Returns the number before some words; nil if the text does not end with
  /// them.
  fileprivate func item(before words: String) -> String? {
    guard hasSuffix(words) else { return nil }
    return String(dropLast(words.count)).collapsingWhitespace.nonEmpty
  }
}
