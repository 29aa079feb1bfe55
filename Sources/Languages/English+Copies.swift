import Catalogue
import Textbooks
import Typesetting

extension English {
  // MARK: Numbers and call numbers

  func sentence(_ flaw: CopyNumberFlaw) -> String {
    switch flaw {
    case .notANumber(let text):
      "\(text.quotable) cannot be the number of a copy. Use letters without accents, digits and plain signs."
    case .backwards(let text):
      "The range \(text.quotable) ends before it begins. Write the smaller number first."
    case .tooMany(let text, let maximum):
      "The range \(text.quotable) has more than \(counting(maximum, "copy", "copies")). Split it."
    case .tooLong(let text):
      "The numbers of the range \(text.quotable) are too long. Give them one by one, or import a list."
    }
  }

  func sentence(_ flaw: CallNumberFlaw) -> String {
    switch flaw {
    case .noCourses:
      "The settings have no courses for call numbers. Set courses in [textbooks], or give --call-number."
    case .unknownCourse(let course, let known):
      "The settings do not have the course \(course.quotable). They have \(counting.list(known.map(\.printable), .and, maximum: 20))."
    case .notAGrade(let grade):
      "\(grade.quotable) is not a year for call numbers. Give a digit such as 5, or 0 for the last year."
    }
  }

  func proposed(_ proposal: CallNumberProposal) -> String {
    let parts = [
      "year \(proposal.year)",
      "\(proposal.course.code) for \(proposal.course.name.printable)",
      proposal.author.isEmpty ? nil : "\(proposal.author) for the author",
      "\(proposal.title) for the title",
    ].compactMap(\.self)
    return
      "Call number: \(proposal.text.printable) (\(parts.joined(separator: ", ")))."
  }

  // MARK: What is wrong

  func clause(_ flaw: CopyFlaw, _ value: String) -> String {
    let value = value.quotable
    return switch flaw {
    case .leadingZero:
      "\(value) begins with a zero, which spreadsheets lose. Use numbers without one."
    case .otherLength(let usual):
      "\(value) has \(counting(value.count, "character")), most numbers have \(usual). Use numbers of one length."
    case .slash(let field):
      "the \(name(of: field)) \(value) contains a slash, at which PMB-Manuels cuts its letters. Use another sign."
    case .noLetter:
      "the call number \(value) does not begin with a letter. PMB-Manuels needs one, such as M."
    case .notAnAmount(let field):
      "the \(name(of: field)) \(value) is not an amount. Write it like 8.30."
    case .notOnScale(let field):
      "the \(name(of: field)) \(value) is not on the scale. Use its numbers, or add it to statuses in [textbooks]."
    }
  }

  func clause(_ finding: CopyFinding, on scale: StatusScale) -> String {
    switch finding.problem {
    case .flaw(let flaw): clause(flaw, finding.value ?? "")
    case .noState: "the state is not known."
    case .start(let start, let state):
      "the state at the start is \(start), the state \(state), and the copy is not on loan."
    case .journal(let noted, let listed):
      "a later list has state \(listed), the journal has \(noted). The desk goes by the journal."
    case .noPrice: "the title has no price. Its fines cannot be worked out."
    case .noFee: "the title has no fee for slight damage."
    case .several(let field, let values):
      "its copies have several values of \(name(of: field)): \(samples(values))."
    case .sameNumber(let others):
      "\(samples(others)) differs only in capitals or leading zeros."
    case .sameTitle(let others, _, _):
      "this title is probably the same: \(samples(others))."
    case .stillListed(let day):
      "deleted here, but still in the list of \(listDay(day))."
    }
  }

  func advice(on finding: CopyFinding) -> String {
    switch finding.problem {
    case .sameNumber: "Check both labels. Delete the one that does not exist."
    case .stillListed: "Delete it in the library system too."
    default: finding.remedy ?? ""
    }
  }

  func moreFlaws(_ count: Int) -> String {
    "\(counting(count, "more problem is", "more problems are")) not shown. For all: --format csv."
  }

  func moreRows(_ count: Int) -> String {
    "\(counting(count, "more problem is", "more problems are")) not shown."
  }

  func heldBack(_ count: Int) -> String {
    "\(counting(count, "problem")). Nothing was changed. Correct it, or repeat the command with --force."
  }

  func copiesAreSound(_ count: Int) -> String {
    "\(counting(count, "copy", "copies")) checked: no problem found."
  }

  func copyFindings(_ count: Int, of copies: Int) -> String {
    "\(counting(copies, "copy", "copies")) checked: \(counting(count, "problem"))."
  }

  // MARK: Lists

  var copiesHeadings: [String] {
    ["Number", "State", "Loan", "Call number", "Title"]
  }

  var copyTitlesHeadings: [String] {
    ["Call number", "Copies", "On loan", "States", "Title"]
  }

  var onLoanWord: String { "on loan" }

  var goneWord: String { "gone" }

  func total(_ counts: CopyCounts, on scale: StatusScale) -> String {
    var states = scale.statuses.compactMap { status in
      counts.states[status.id].map {
        "\(counting.digits($0)) \(label(of: status))"
      }
    }
    if counts.stateless > 0 {
      states.append("\(counting.digits(counts.stateless)) without a state")
    }
    if counts.onLoan > 0 {
      states.append("\(counting.digits(counts.onLoan)) on loan")
    }
    let hidden = [
      counts.toDelete > 0
        ? "\(counting.digits(counts.toDelete)) to be deleted" : nil,
      counts.gone > 0 ? "\(counting.digits(counts.gone)) gone" : nil,
    ].compactMap(\.self)
    return
      "\(counting(counts.copies, "copy", "copies")) of \(counting(counts.titles, "title"))"
      + (states.isEmpty ? "." : ": \(states.joined(separator: ", ")).")
      + (hidden.isEmpty
        ? "" : " Not counted: \(hidden.joined(separator: ", ")).")
  }

  var noneListed: String { "No copies." }

  func copiesMayLack(_ journal: String) -> String {
    "\(journal.printable) is damaged. States and loans may be missing or wrong."
  }

  // MARK: Changes

  func isCopyAlready(_ item: Item) -> String {
    "\(item.number.printable) is already the number of a copy\(ofTitle(item)). Use another number."
  }

  func wasDeleted(_ item: Item) -> String {
    "\(item.number.printable) was the number of a copy\(ofTitle(item)), deleted on \(dates.day(item.deleted ?? "")). Use another number."
  }

  private func ofTitle(_ item: Item) -> String {
    item.title.map { " of \($0.quotable)" } ?? ""
  }

  func givenTwice(_ number: String) -> String {
    "\(number.printable) is given twice. Give each number once."
  }

  func noSuchCopies(_ numbers: [String]) -> String {
    "No copy has this number: \(few(numbers)). Nothing was changed."
  }

  func notOnScale(_ status: Int, _ scale: StatusScale) -> String {
    "\(status) is not a state of the scale. Use \(counting.list(scale.statuses.map { String($0.id) }, .or))."
  }

  func takenOver(_ fields: [ListField]) -> String {
    "Like the other copies of the title: \(counting.list(fields.map(name), .and))."
  }

  func added(_ numbers: [String], to title: String, isPreview: Bool) -> String {
    let copies = counting(numbers.count, "copy", "copies")
    return
      "\(isPreview ? "To be added" : "Added"): \(copies) of \(title.quotable) (\(span(numbers)))."
  }

  func changed(_ count: Int, others: Int) -> String {
    "Changed: \(counting(count, "copy", "copies"))."
      + (others == 0
        ? ""
        : " Of the same titles: \(counting(others, "other copy", "other copies")).")
  }

  func noted(_ numbers: [String]) -> String {
    "The state is in the journal too: \(few(numbers))."
  }

  func gotState(_ status: CopyStatus, _ count: Int) -> String {
    "\(counting(count, "copy without a state", "copies without a state")): now \(status.id) (\(label(of: status)))."
  }

  // MARK: Deletion

  func stillOnLoan(_ numbers: [String]) -> String {
    "Nothing was deleted. On loan: \(few(numbers)). Record the return first."
  }

  func stillOpen(_ fines: [Fine]) -> String {
    "Nothing was deleted. Open fines: \(few(fines.map(\.id))). Settle them first with offcirc fines."
  }

  func hasHistory(_ numbers: [String], rowCount: Int) -> String {
    "Nothing was deleted. \(counting(rowCount, "row")) of history would be lost: \(few(numbers)). Export it first, and name the file with --exported."
  }

  func historyLacks(_ count: Int, in path: String) -> String {
    "Nothing was deleted. \(path.printable) lacks \(counting(count, "row")) of the history. Export it again."
  }

  func goes(_ numbers: [String], hasHistory: Bool) -> [String] {
    [
      "To be deleted: \(counting(numbers.count, "copy", "copies")) (\(span(numbers))).",
      "They leave all counts, checks and hand-outs. The desk warns if one is scanned.",
      hasHistory
        ? "Their loans stay in the journals until the archives are purged."
        : "",
    ].filter { !$0.isEmpty }
  }

  var confirmDeletion: String {
    "Nothing was deleted. To confirm, add --yes."
  }

  func deleted(_ count: Int) -> String {
    "Deleted: \(counting(count, "copy", "copies"))."
  }

  // MARK: History

  var historyHeadings: [String] {
    ["Lent", "Returned", "Borrower", "State", "Fine"]
  }

  var notedWord: String { "(state noted)" }

  func noHistory(of number: String) -> String {
    "\(number.printable) has no history in the journals."
  }

  func unknownCopy(_ number: String) -> String {
    "Neither the lists nor the journals have \(number.quotable). Check the number."
  }

  func exported(_ count: Int, to path: String) -> String {
    "\(path.printable) has \(counting(count, "row")) of history."
  }
}
