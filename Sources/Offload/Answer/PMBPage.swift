import Circulation

/// PMB's page after « prêt / retour secouru »: the items in the order of its
/// file, with what became of each.
///
/// ```
/// Prêt 100001 pour E0001
/// effectué
/// 999999 : Exemplaire inconnu
/// Prêt introuvable...
/// No.  Cote  …
/// 100002  M510 EXE FRA  …
/// Récupération terminée
/// ```
extension SystemAnswer {
  /// Reads a page; nil if the rows are none.
  init?(pmb rows: [[String]]) {
    guard rows.contains(where: \.isOfPMB) else { return nil }
    var reader = PMBPageReader()
    for row in rows { reader.read(row) }
    self = reader.answer
  }
}

/// A loan as the page names it: `Prêt ITEM pour READER`.
struct PMBLoan: Hashable {
  let item: String
  let reader: String
  /// The words after it, if they are on the same line.
  let result: String?

  /// Parses the only loan in a text; nil if there is none.
  init?(_ text: String) {
    guard let loan = Self.all(in: text).first else { return nil }
    self = loan
  }

  /// Returns the loans in a text: a page may have lost its line ends.
  static func all(in text: String) -> [PMBLoan] {
    guard text.contains("Prêt ") else { return [] }
    return text.split(separator: "Prêt ", omittingEmptySubsequences: false)
      .dropFirst().compactMap { PMBLoan(piece: $0) }
  }

  private init?(piece: Substring) {
    guard let middle = piece.firstRange(of: " pour ") else { return nil }
    item = String(piece[..<middle.lowerBound]).collapsingWhitespace
    let rest = piece[middle.upperBound...]
    let result = Self.results.lazy.compactMap { words in
      rest.firstRange(of: words).map { (words, $0.lowerBound) }
    }.first
    self.result = result?.0
    reader =
      String(rest[..<(result?.1 ?? rest.endIndex)])
      .collapsingWhitespace
    guard !item.isEmpty, !reader.isEmpty else { return nil }
  }

  private init(_ loan: PMBLoan, _ result: String) {
    item = loan.item
    reader = loan.reader
    self.result = result
  }

  private static let done = "effectué"

  private static let results =
    [done]
    + SystemMessage.all.filter {
      $0.system == .pmb && [.refused, .notRenewed].contains($0.effect)
    }.map(\.words)

  /// Returns the loan with the result that a text begins with; nil if it does
  /// not.
  func with(resultIn text: String) -> PMBLoan? {
    Self.results.first { text.hasPrefix($0) }.map { PMBLoan(self, $0) }
  }

  /// The loan as a row of an answer; nil without a result.
  var answered: AnsweredRow? {
    guard let result else { return nil }
    let isDone = result == Self.done
    return AnsweredRow(
      kind: isDone ? nil : SystemMessage.found(in: result)?.kind ?? .unknown,
      text: isDone ? "Prêt \(item) pour \(reader) \(result)" : result,
      operation: .loan, items: [item], borrowers: [reader])
  }
}

/// A reader of the page, line after line.
private struct PMBPageReader {
  private(set) var answer = SystemAnswer(.pmb)
  /// The loan whose result is on the next line.
  private var loan: PMBLoan?
  /// The return whose item is in the table that follows.
  private var back: AnsweredRow?
  /// The request that is told before the return.
  private var request: String?
  private var isInHead = false

  /// The words before the name of a reader, which is not kept.
  private static let requestWords = "Ce document est reservé par le lecteur"
  /// The columns of the table of a copy that is returned.
  private static let head: Set = [
    "No.", "Cote", "Support", "Localisation", "Section", "Statut",
    "Propriétaire",
  ]

  mutating func read(_ row: [String]) {
    let cells = row.filter { !$0.isEmpty }
    guard let first = cells.first else { return }
    let text = cells.joined(separator: " ")
    if let open = loan {
      loan = nil
      if let whole = open.with(resultIn: text) { return add(whole.answered) }
    }
    let loans = PMBLoan.all(in: text)
    for loan in loans where loan.result != nil { add(loan.answered) }
    if let last = loans.last, last.result == nil {
      loan = last
    } else if loans.isEmpty {
      read(text, first)
    }
  }

  private mutating func read(_ text: String, _ first: String) {
    if let item = SystemMessage.found(in: text)?.item {
      add(AnsweredRow(kind: .itemNotFound, text: text, items: [item]))
    } else if text.hasSuffix("Lecteur inconnu") {
      add(AnsweredRow(kind: .userNotFound, text: text))
    } else if text.hasPrefix(Self.requestWords) {
      request = Self.requestWords
    } else if text.hasPrefix("Rendu !") {
      addReturn(request == nil ? nil : .returnAgain, request ?? text)
    } else if text.hasPrefix("Prêt introuvable") {
      addReturn(.notOnLoan, text)
    } else if text.contains("Récupération terminée") {
      end()
    } else if text.contains("lancement de la récupération") {
      answer.hasEnd = false
    } else if text.hasPrefix("Erreur à la ligne")
      || text.hasPrefix("Fichier non valide")
    {
      end()
      if !answer.remarks.contains(text) { answer.remarks.append(text) }
    } else {
      readTable(first)
    }
  }

  private mutating func readTable(_ first: String) {
    guard let back else { return }
    if first == "No." {
      isInHead = true
    } else if isInHead, !Self.head.contains(first) {
      self.back = nil
      var row = back
      row.items = [first]
      add(row)
    }
  }

  private mutating func addReturn(_ kind: ReportMessage.Kind?, _ text: String) {
    // A return without a table has no number.
    if let back { add(back) }
    back = AnsweredRow(kind: kind, text: text, operation: .return)
    (request, isInHead) = (nil, false)
  }

  private mutating func add(_ row: AnsweredRow?) {
    guard let row else { return }
    answer.rows.append(row)
    // Behind an event, the page has an end to come.
    answer.hasEnd = false
  }

  private mutating func end() {
    if let back { add(back) }
    back = nil
    answer.hasEnd = true
  }
}

extension [String] {
  /// True for a line that only PMB's page has.
  fileprivate var isOfPMB: Bool {
    contains { cell in
      guard cell.utf8.contains(where: { $0 >= 0x80 }) else {
        return cell == "Fichier non valide !"
      }
      return cell.contains("Récupération terminée")
        || cell.contains("lancement de la récupération")
        || cell.hasPrefix("Erreur à la ligne")
        || !PMBLoan.all(in: cell).isEmpty
    }
  }
}
