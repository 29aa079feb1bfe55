import Catalogue
import Circulation
import Exchange

/// The part of a kit that is for PMB: its loans and returns as PMB takes them,
/// then states, fines and dates.
package struct PMBKit {
  /// The parts, in the order in which PMB needs them.
  package enum Part: String, CaseIterable, Hashable, Sendable {
    case loans = "secouru"
    case statuses = "statuts"
    case dues = "amendes"
    case start = "demarrage"
    case dates
  }

  /// A step of the checklist: files, and what PMB should answer.
  package enum Step: Hashable, Sendable {
    /// A file of loans and returns.
    case loans(name: String, loans: Int, returns: Int)
    /// A list of copies for a basket, and the state that they get.
    case basket(name: String, status: Int, count: Int)
    /// Procedures to import and to run.
    case procedures(names: [String])
    /// The same as a script.
    case script(name: String)
  }

  /// A fact that somebody has to know.
  package enum Notice: Hashable, Sendable {
    /// There is no list of readers, so that nobody could check them.
    case readersUnchecked
    /// There is no complete list of copies.
    case itemsUnchecked
    /// Lines were left out, and are in a list.
    case leftOut(count: Int)
    /// Copies were noted as lost and are returned, so that they can be billed.
    case lost([String])
    /// Copies whose numbers no script can hold.
    case unfit([String])
    /// Copies of which somebody has to decide the amount.
    case undecided([String])
    /// Copies with an earlier fine that is open too.
    case earlier([String])
    /// Copies that were lent again before their fines were settled.
    case lentAgain([String])
  }

  /// The name of the list of lines that were left out.
  package static let leftOutName = "a-traiter.csv"
  /// The name of the page with what PMB will show.
  package static let screenName = "ecran.txt"

  /// The lines that were left out.
  package let leftOut: [LeftOutLine]
  /// The number of files of loans and returns.
  package private(set) var loanFileCount = 0
  /// The steps of each part; a part without steps is not needed.
  package private(set) var steps: [Part: [Step]] = [:]
  /// The notices of each part.
  package private(set) var notices: [Part: [Notice]] = [:]
  /// The files, by name.
  private(set) var files: [(name: String, text: String)] = []

  /// The names of the files of loans and returns.
  var loanFiles: [String] {
    files.map(\.name).filter { $0.hasPrefix(Part.loans.rawValue + "-") }
  }

  /// Makes the files.
  ///
  /// - Parameters:
  ///   - lines: the lines of the kit's `OffCirc.dat`, in order.
  ///   - target: the states and the settings.
  ///   - knowledge: the lists; nil if there is no catalogue.
  ///   - words: the language.
  ///   - day: the day, for the names of procedures.
  /// - Throws: ``CatalogueError``.
  init(
    of lines: [(number: Int, transaction: Transaction)], for target: KitTarget,
    _ knowledge: PMBKnowledge?, _ words: any OffloadWords, on day: LocalTime
  ) throws(CatalogueError) {
    var leftOut: [LeftOutLine] = []
    var kept: [Transaction] = []
    for (number, transaction) in lines {
      if let reason = try LeftOutLine.Reason(of: transaction, knowledge) {
        leftOut.append(
          LeftOutLine(line: number, transaction: transaction, reason: reason))
      } else {
        kept.append(transaction)
      }
    }
    self.leftOut = leftOut
    let states = target.states
    try addLoans(kept, lost: states.lost, knowledge)
    if !leftOut.isEmpty {
      files.append((Self.leftOutName, leftOut.table(words)))
    }
    addStatuses(states, words, day)
    let open = kept.openLoans(except: states.lost)
    add(
      .dues, SQLScript.dues(states.dues.filter { SQLScript.canHold($0.item) }),
      words, day)
    add(.dues, states.undecided, Notice.undecided)
    add(.dues, states.earlier, Notice.earlier)
    addStart(open, states, target, words, day)
    let dated = open.compactMap { loan in
      loan.borrower.map {
        SQLScript.DatedLoan(
          item: loan.item.text, reader: $0.text, time: loan.recorded)
      }
    }
    add(
      .dates,
      .dates(
        dated.filter {
          SQLScript.canHold($0.item) && SQLScript.canHold($0.reader)
        }), words, day)
  }

  /// True if somebody has to do by hand what no file does.
  package var needsAttention: Bool {
    !leftOut.isEmpty
      || notices.values.joined().contains { notice in
        if case .unfit = notice { true } else { false }
      }
  }

  // MARK: Parts

  private mutating func addLoans(
    _ kept: [Transaction], lost: [String], _ knowledge: PMBKnowledge?
  ) throws(CatalogueError) {
    let movements =
      kept.map { SecouruMovement($0.item.text, to: $0.borrower?.text) }
      + lost.filter(\.isNumberForPMB).map { SecouruMovement($0) }
    let secouru = PMBText.files(of: movements.map(\.row))
    loanFileCount = secouru.count
    var base = try PMBKnowledge.base(of: movements, knowledge)
    var screen = ""
    for (number, file) in zip(1..., secouru) {
      let name = Self.name(
        Part.loans.rawValue, number, of: secouru.count, ".txt")
      let text = String(decoding: file.bytes, as: UTF8.self)
      files.append((name, text))
      steps[.loans, default: []].append(
        .loans(
          name: name, loans: file.loanCount, returns: file.returnCount))
      let shown = SecouruScreen(of: text, on: &base)
      screen += ([name, "", shown.check] + shown.lines + ["", ""])
        .map { $0 + "\r\n" }.joined()
    }
    if !screen.isEmpty { files.append((Self.screenName, screen)) }
    if knowledge?.hasReaders != true {
      notices[.loans, default: []].append(.readersUnchecked)
    }
    if knowledge?.hasAllItems != true {
      notices[.loans, default: []].append(.itemsUnchecked)
    }
    if !leftOut.isEmpty {
      notices[.loans, default: []].append(.leftOut(count: leftOut.count))
    }
    add(.loans, lost, Notice.lost)
  }

  private mutating func addStatuses(
    _ states: CopyStates, _ words: any OffloadWords, _ day: LocalTime
  ) {
    for list in StateLists(states, for: .pmb).lists {
      files.append((list.name, list.text))
      steps[.statuses, default: []].append(
        .basket(name: list.name, status: list.status, count: list.count))
    }
    let fit = states.noted.filter { SQLScript.canHold($0.item) }
    add(.statuses, .statuses(fit), words, day)
    add(
      .statuses,
      states.noted.map(\.item).filter { !SQLScript.canHold($0) }, Notice.unfit)
  }

  private mutating func addStart(
    _ open: [Transaction], _ states: CopyStates, _ target: KitTarget,
    _ words: any OffloadWords, _ day: LocalTime
  ) {
    guard target.beginsWithState else { return }
    let items = open.map(\.item.text).filter(SQLScript.canHold)
    let owed = Set(
      states.dues.filter { $0.amount != nil }.map(\.item) + states.undecided)
    add(
      .start,
      .start(of: items, except: owed, field: target.startField), words, day)
    add(.start, items.filter(owed.contains), Notice.lentAgain)
  }

  private mutating func add(
    _ part: Part, _ items: [String], _ notice: ([String]) -> Notice
  ) {
    guard !items.isEmpty else { return }
    notices[part, default: []].append(notice(items))
  }

  private mutating func add(
    _ part: Part, _ script: SQLScript, _ words: any OffloadWords,
    _ day: LocalTime
  ) {
    guard !script.isEmpty else { return }
    let procedures = script.procedures(
      named: words.procedureName(of: part, on: day),
      comment: words.procedureComment(on: part))
    let names = procedures.indices.map {
      Self.name(
        part.rawValue + "-procedure", $0 + 1, of: procedures.count, ".sql",
        numbersOne: false)
    }
    files += zip(names, procedures).map { ($0, $1) }
    let name = part.rawValue + ".sql"
    files.append((name, script.text))
    steps[part, default: []] += [
      .procedures(names: names), .script(name: name),
    ]
  }

  // MARK: Names

  private static func name(
    _ name: String, _ number: Int, of count: Int, _ ending: String,
    numbersOne: Bool = true
  ) -> String {
    guard count > 1 || numbersOne else { return name + ending }
    let width = String(count).count
    let zeros = String(
      repeating: "0", count: width - String(number).count)
    return "\(name)-\(zeros)\(number)\(ending)"
  }

  /// Returns true if a kit can contain a file of this name.
  static func has(_ name: String) -> Bool {
    name == leftOutName || name == screenName
      || name.wholeMatch(of: /(secouru|statut)-[0-9]+\.txt/) != nil
      || name.wholeMatch(
        of: /(statuts|amendes|demarrage|dates)(-procedure(-[0-9]+)?)?\.sql/)
        != nil
  }
}

extension [Transaction] {
  /// Returns the last transaction of each copy that it leaves with a reader, in
  /// their order.
  fileprivate func openLoans(except lost: [String]) -> [Transaction] {
    var last: [Barcode: Int] = [:]
    for (index, transaction) in enumerated() { last[transaction.item] = index }
    let lost = Set(lost)
    return enumerated().compactMap { index, transaction in
      last[transaction.item] == index && transaction.borrower != nil
        && !lost.contains(transaction.item.text) ? transaction : nil
    }
  }
}
