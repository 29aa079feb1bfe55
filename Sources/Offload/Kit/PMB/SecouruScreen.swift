import Exchange

/// The screen of PMB's page « prêt / retour secouru » for a file, line by line,
/// as PMB 7.3.9 shows it, without the details of a copy that is returned.
///
/// PMB reads the file twice: first to look for a flaw, at which it stops and
/// asks, then to do what the file says, if it has none or if somebody goes on.
package struct SecouruScreen: Hashable, Sendable {
  /// The first reading.
  package private(set) var check: String
  /// True if the first reading finds nothing: the second follows by itself.
  package private(set) var isSound: Bool
  /// The second reading.
  package private(set) var lines: [String] = []
  /// The loans that the second reading makes.
  package private(set) var lent: [SecouruMovement] = []
  /// Those that the reader of an earlier block gets, since PMB does not know
  /// the one of their own.
  package private(set) var givenToPrevious: [SecouruMovement] = []
  /// The number of returns that the second reading makes.
  package private(set) var returnCount = 0
  /// The number of loans and returns that it does not make.
  package private(set) var failureCount = 0

  /// Reads a file as PMB does; the base is then as the second reading leaves
  /// it.
  package init(of text: String, on base: inout SecouruBase) {
    let all = text.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n"
    }.map(Self.trimmed)
    // The first line counts although it may be blank, a last one without
    // anything does not.
    guard !text.isEmpty, let first = all.first else {
      (check, isSound) = ("Fichier non valide !", false)
      return
    }
    let rest = all.dropFirst().filter { !$0.isEmpty && $0 != "0" }
    let reading = Reading(of: [first] + rest)
    let flaw = reading.run(isCheck: true, base: &base) { _ in }
    check = flaw ?? "Fichier valide : lancement de la récupération..."
    isSound = flaw == nil
    var shown: [String] = []
    var events: [Event] = []
    let end = reading.run(isCheck: false, base: &base) { event in
      shown += event.lines
      events.append(event)
    }
    lines = shown + [end ?? "Récupération terminée"]
    for event in events { count(event) }
  }

  private mutating func count(_ event: Event) {
    switch event {
    case .beginsLoans, .beginsReturns, .requested: break
    case .lent(let item, let reader, let isOwn):
      lent.append(SecouruMovement(item, to: reader))
      if !isOwn { givenToPrevious.append(SecouruMovement(item, to: reader)) }
    case .returned: returnCount += 1
    case .noReader, .itemUnknown, .hasItAlready, .otherHasIt, .notOnLoan:
      failureCount += 1
    }
  }

  /// Returns the lines of a file that may be numbers, each once.
  package static func numbers(in text: String) -> Set<String> {
    Set(
      text.split { $0 == "\n" || $0 == "\r\n" }.map(trimmed)
        .filter { !$0.isEmpty && $0 != "0" && !Reading.isHead($0) })
  }

  /// PHP's `trim`.
  private static func trimmed(_ line: Substring) -> String {
    func isBlank(_ character: Character) -> Bool {
      [" ", "\t", "\r", "\0", "\u{b}"].contains(character)
    }
    var line = line.drop(while: isBlank)
    while line.last.map(isBlank) == true { line.removeLast() }
    return String(line)
  }
}

/// An event of the second reading.
private enum Event {
  case beginsLoans, beginsReturns
  case noReader
  case itemUnknown(String)
  /// The reader is that of the block, or of one before.
  case lent(String, reader: String, isOwn: Bool)
  case hasItAlready(String, reader: String)
  case otherHasIt(String, reader: String)
  case requested, returned, notOnLoan

  var lines: [String] {
    switch self {
    case .beginsLoans: ["Prêt"]
    case .beginsReturns: ["Retour"]
    case .noReader: [": Lecteur inconnu"]
    case .itemUnknown(let item): ["\(item) : Exemplaire inconnu"]
    case .lent(let item, let reader, _):
      ["Prêt \(item) pour \(reader)", "effectué"]
    case .hasItAlready(let item, let reader):
      [
        "Prêt \(item) pour \(reader)",
        "Ce lecteur est déjà en possession de ce document",
      ]
    case .otherHasIt(let item, let reader):
      [
        "Prêt \(item) pour \(reader)",
        "Ce document est actuellement emprunté par un autre lecteur. "
          + "Veuillez en effectuer le retour.",
      ]
    case .requested: ["Ce document est reservé par le lecteur"]
    case .returned: ["Rendu !"]
    case .notOnLoan: ["Prêt introuvable..."]
    }
  }
}

/// The lines that PMB counts, and its way through them.
private struct Reading {
  private enum Flaw: String {
    case head = "PRET SECOURU ou RETOUR SECOURU attendu"
    case reader = "Un code barre lecteur est attendu"
    case item = "Un code barre exemplaire est attendu"
  }

  private let lines: [String]

  init(of lines: [String]) { self.lines = lines }

  static func isHead(_ line: String) -> Bool {
    line == PMBFormat.loanHead || line == PMBFormat.returnHead
  }

  /// Reads the lines once.
  ///
  /// - Returns: the flaw that PMB names at the end; nil if there is none.
  func run(
    isCheck: Bool, base: inout SecouruBase, tell: (Event) -> Void
  ) -> String? {
    var number = 1
    var flaw: Flaw?
    var reader: String?
    var isOwn = true
    var head = lines[0]
    func next() -> String? {
      guard number < lines.count else { return nil }
      number += 1
      return lines[number - 1]
    }
    func answer() -> String? {
      flaw.map { "Erreur à la ligne \(number) : \($0.rawValue)" }
    }
    while true {
      guard Self.isHead(head) else {
        flaw = .head
        return answer()
      }
      let isLoan = head == PMBFormat.loanHead
      if isLoan {
        guard let line = next() else { return answer() }
        isOwn = base.hasReader(line)
        if isOwn {
          reader = line
          tell(.beginsLoans)
        } else {
          // PMB goes on to the items, with the reader before.
          flaw = .reader
        }
      } else {
        tell(.beginsReturns)
      }
      while true {
        guard let line = next() else { return answer() }
        if Self.isHead(line) {
          head = line
          break
        }
        if isCheck {
          guard base.copy(line) != nil else {
            flaw = .item
            return answer()
          }
        } else if isLoan {
          tell(base.takeLoan(of: line, to: reader, isOwn: isOwn))
        } else {
          if base.copy(line)?.isRequested == true { tell(.requested) }
          tell(base.takeReturn(of: line))
        }
      }
    }
  }
}

extension SecouruBase {
  fileprivate mutating func takeLoan(
    of item: String, to reader: String?, isOwn: Bool
  ) -> Event {
    guard let reader else { return .noReader }
    guard let copy = copy(item) else { return .itemUnknown(item) }
    if isHolder(reader, of: copy) {
      return .hasItAlready(item, reader: reader)
    }
    switch copy.holder {
    case .untold, .nobody: break
    case .reader, .somebody: return .otherHasIt(item, reader: reader)
    }
    lend(item, to: reader)
    return .lent(item, reader: reader, isOwn: isOwn)
  }

  fileprivate mutating func takeReturn(of item: String) -> Event {
    guard let copy = copy(item) else { return .itemUnknown(item) }
    guard copy.holder != .nobody else { return .notOnLoan }
    takeBack(item)
    return .returned
  }
}
