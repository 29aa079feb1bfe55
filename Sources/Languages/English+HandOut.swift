import Circulation
import Station
import Textbooks
import Typesetting

extension English: HandOutWords {
  // MARK: The window

  func handOutTitle(_ group: String, pupils: Int, titles: Int) -> String {
    "Hand-out – \(group.printable) – \(counting(pupils, "pupil")), \(counting(titles, "title"))"
  }

  var orderName: String { "Order" }

  func name(of order: HandOut.Order) -> String {
    switch order {
    case .byTitle: "title by title"
    case .byPupil: "pupil by pupil"
    }
  }

  var copyName: String { "Copy" }
  var pupilHeading: String { "Pupil" }
  var absentMark: String { "absent" }

  func given(_ count: Int, of all: Int) -> String {
    "\(counting.digits(count)) of \(counting.digits(all)) given."
  }

  func lastGiven(
    _ item: Barcode, _ title: String?, to pupil: String
  ) -> String {
    "Last: \(item.text) → \(pupil.printable), \(title?.printable ?? "title unknown")"
  }

  var handOutLegend: String { "• given  · to give  = has it  2 keeps it  × no" }

  func handOutFooter(_ order: HandOut.Order) -> String {
    let what = order == .byTitle ? "title" : "pupil"
    return
      "\(at(.markAbsent)): absent. \(at(.refuseTitle)): not this title. \(at(.nextTurn)): next \(what). \(at(.switchOrder)): order. \(at(.takeBack)): undo. \(at(.leave)): close."
  }

  private func at(_ action: Action) -> String { key(action, in: .handOut) }

  // MARK: Whose turn it is

  func nextCopy(_ title: String, for pupil: String) -> String {
    "Next: \(short(title)) for \(pupil.printable)."
  }

  private func short(_ title: String) -> String {
    title.printable.shortened(to: 40)
  }

  func nothingToGive(open count: Int) -> String {
    count == 0
      ? "All books are given."
      : "Nobody else is waiting. \(counting(count, "book is", "books are")) still to be given: choose a pupil with \(at(.lineUp)) and \(at(.lineDown))."
  }

  // MARK: Scans

  func isOtherTitle(
    _ item: Barcode, _ title: String?, than expected: String
  ) -> String {
    "\(item.text) is \(title.map(short) ?? "another title"), not \(short(expected)). NOT given. To give it, scan it again."
  }

  func isNotNeeded(
    _ item: Barcode, _ title: String, by pupil: String, _ stage: HandOut.Stage
  ) -> String {
    "\(isNotToGive(title, to: pupil, stage)) \(item.text) is NOT given. To give it, scan it again."
  }

  func isNotOfClass(_ number: String, _ group: String) -> String {
    "\(number.printable) is not a pupil of \(group.printable). Scan a copy, or another card."
  }

  func titleIsUnknown(
    _ item: Barcode, _ expected: String, for pupil: String
  ) -> String {
    "\(item.text) is in no list. If it is \(short(expected)), press \(at(.refuseTitle)): \(pupil.printable) has it."
  }

  var noReturnsAtHandOut: String {
    "Here copies are only lent. Close the hand-out to take some back."
  }

  // MARK: Who gets nothing

  func isAbsent(_ pupil: String) -> String {
    "\(pupil.printable) is absent today."
  }

  func isPresent(_ pupil: String) -> String {
    "\(pupil.printable) is here."
  }

  func doesNotGet(_ title: String, _ pupil: String) -> String {
    "\(pupil.printable) does not get \(short(title))."
  }

  func getsAfterAll(_ title: String, _ pupil: String) -> String {
    "\(pupil.printable) gets \(short(title)) after all."
  }

  func isNotToGive(
    _ title: String, to pupil: String, _ stage: HandOut.Stage
  ) -> String {
    let pupil = pupil.printable
    return switch stage {
    case .notTaken: "\(pupil) does not use \(short(title))."
    case .given, .held: "\(pupil) has \(short(title)) already."
    case .kept: "\(pupil) keeps \(short(title)) from last year."
    case .refused: "\(pupil) does not get \(short(title))."
    case .open: "\(pupil) is to get \(short(title))."
    }
  }

  func skipNotRecorded(_ error: FileError) -> String {
    "This is NOT recorded. \(sentence(error))"
  }

  // MARK: Undo

  func takenBack(_ item: Barcode, from pupil: String) -> String {
    "Undone: \(item.text) is not lent to \(pupil.printable)."
  }

  func skipTakenBack(_ pupil: String) -> String {
    "Undone for \(pupil.printable)."
  }

  func cannotTakeBack(_ item: Barcode) -> String {
    "\(item.text) is saved to the file. It cannot be undone here."
  }

  // MARK: Errors and the plan

  func sentence(_ error: HandOutError) -> String {
    switch error {
    case .noClasses: noClasses
    case .unknownClass(let name, let known):
      "No pupil is in \(name.quotable). The lists have: \(counting.list(known.map(\.printable), .and, maximum: 40))."
    case .noTitles(let group, known: true):
      "No titles are known for \(group.printable) or its courses. Import them: offcirc catalogue import --kind sets FILE."
    case .noTitles(_, known: false):
      "The catalogue does not have the titles of classes. Import them: offcirc catalogue import --kind sets FILE."
    }
  }

  func handOutMayLack(_ sentence: String) -> String {
    "The table may lack loans. \(sentence)"
  }

  func planMayLack(_ journal: String) -> String {
    "\(journal.printable) is damaged. The list may lack loans."
  }

  var planHeadings: [String] { ["Borrower", "Pupil", "To give"] }

  func allGiven(_ group: String) -> String {
    "\(group.printable): all books are given."
  }
}
