import Circulation
import Offload
import Typesetting

extension English {
  // MARK: The page

  func rehearsalTitle(_ system: LibrarySystem) -> String {
    "Rehearsal of the upload to \(system.title)"
  }

  func rehearsalOrigin(_ files: [String], lineCount: Int) -> String {
    "\(counting.list(files.map(\.printable), .and)): \(counting(lineCount, "line"))."
  }

  func sentences(on basis: ListBasis, openReturnCount: Int) -> [String] {
    let lists = [
      listSentence("items", basis.items),
      listSentence("borrowers", basis.borrowers),
    ]
    guard openReturnCount > 0 else { return lists }
    return lists + [
      "For \(counting(openReturnCount, "return")) the lists do not show if the item was on loan. Import a list of loans."
    ]
  }

  private func listSentence(_ name: String, _ kind: ListBasis.Kind?) -> String {
    guard let kind else {
      return
        "There is no list of \(name). Unknown \(name) cannot be recognised."
    }
    let day = kind.date.map { " of \(self.day($0))" } ?? ""
    return kind.isComplete
      ? "List of \(name)\(day), complete."
      : "List of \(name)\(day), not marked as complete."
  }

  func remark(on system: LibrarySystem) -> String? {
    switch system {
    case .alma: nil
    case .koha:
      "Koha deletes each line of its queue after processing, even one that fails. Keep this page."
    case .koc:
      "Koha's page shows loans as done that it has not made. Keep this page."
    case .evergreen:
      "Returns of another library's items show ROUTE_ITEM. Items changed since show SKIP_ASSET_CHANGED if that is set: their later lines are skipped too. This page cannot foresee either."
    case .pmb:
      "PMB stops at the first unknown number. This page shows what happens if you continue. PMB dates each loan on the day of the upload."
    }
  }

  func firstReading(_ screen: SecouruScreen) -> String {
    screen.isSound
      ? "PMB takes the file: \(screen.check.printable)"
      : "PMB stops and asks: \(screen.check.printable)"
  }

  func secondReading(_ screen: SecouruScreen) -> String {
    let done =
      "\(counting(screen.lent.count, "loan")) and \(counting(screen.returnCount, "return"))"
    let failed = screen.failureCount
    let rest =
      failed == 0
      ? ""
      : " \(counting(failed, "movement")) \(counting.form(of: failed, "fails", "fail"))."
    return screen.isSound
      ? "It records \(done).\(rest)"
      : "If you continue, it records \(done).\(rest) Click \"Annuler\", and correct the file."
  }

  func givenToPrevious(_ loans: [SecouruMovement]) -> String {
    let all = loans.map {
      "\($0.item.printable) → \(($0.reader ?? "").printable)"
    }
    return
      "PMB would lend to the borrower before: \(counting.list(all, .and, maximum: 10))."
  }

  func secouruAlone(_ file: String) -> String {
    "\(file.printable) is for PMB's page. Give only such files, without --report and --compare."
  }

  func firstAnswer(_ message: String, in file: String?) -> String {
    let place = file.map { "\($0.printable): " } ?? ""
    return
      "\(place)PMB first shows \"\(message.printable)\". It counts the lines of its own format, in which each borrower has a block."
  }

  func rehearsalCounts(_ summary: Rehearsal.Summary) -> String {
    [
      "Will fail: \(counting.digits(summary.count(of: .fails))).",
      "To look at: \(counting.digits(summary.count(of: .look))).",
      "Messages with nothing to do: \(counting.digits(summary.count(of: .nothing))).",
    ].joined(separator: " ")
  }

  func heading(of effect: LineEffect, count: Int) -> String {
    "\(heading(of: effect)) (\(counting.digits(count)))"
  }

  func heading(of effect: LineEffect) -> String {
    switch effect {
    case .unreadable: "Lines that are not transactions"
    case .itemUnknown: "Unknown items"
    case .borrowerUnknown: "Unknown borrowers"
    case .givenToPrevious: "Loans that another borrower would get"
    case .unfit: "Lines that no file for the system can hold"
    case .refused: "Items that another borrower has: refused"
    case .notRenewed: "Items that the borrower already has: not renewed"
    case .dropped: "Loans ignored without a message"
    case .lost: "Returns of lost items"
    case .claimed: "Returns of items claimed as returned"
    case .notForLoan: "Loans of items that are not for loan"
    case .pastDue: "Loans that are overdue at the upload"
    case .blocked: "Loans to blocked borrowers"
    case .expired: "Loans on expired cards"
    case .lentToOther: "Items that another borrower may have"
    case .takenFromOther: "Items that another borrower has"
    case .requested: "Returns of requested items"
    case .notOnLoan: "Returns of items that were not on loan"
    }
  }

  func advice(on effect: LineEffect, in system: LibrarySystem) -> String {
    let name = system.title
    return switch effect {
    case .unreadable:
      "Run offcirc check. It shows what is wrong with each line."
    case .itemUnknown:
      "Look at these items now. Correct a wrong barcode in the file, or add the item to \(name) before the upload."
    case .borrowerUnknown:
      "Find the right numbers, or add the borrowers to \(name) before the upload."
    case .givenToPrevious:
      "Take these lines out of the file, and lend the items by hand. PMB would lend them to the borrower before."
    case .refused:
      "Return these items in \(name) before the upload, or lend them by hand after it."
    case .notRenewed: "Renew these loans by hand after the upload."
    case .dropped:
      "Return these items in Koha before the upload, or lend them by hand after it."
    case .unfit:
      "Record these lines by hand after the upload. \(name) would cut their numbers, or read them as something else."
    case .lost, .claimed: "Return these items by hand after the upload."
    case .notForLoan:
      system == .alma
        ? "No report names these loans. The items are due at once: change the due dates by hand after the upload."
        : "No report names these loans. Check them by hand after the upload."
    case .pastDue:
      system == .alma
        ? "Alma makes these items due at the time of the upload. Change the due dates by hand after it."
        : "These loans are overdue at once. Change the due dates by hand after the upload."
    case .blocked, .expired:
      "\(name) records these loans without a message. Contact the borrowers if needed."
    case .lentToOther:
      "A block setting of Alma decides. Set it as the checklist says before the upload, then check these items."
    case .takenFromOther:
      "\(name) ends the loan of the other borrower. Check that this is right."
    case .requested:
      "Put these items aside. Scan them again in \(name) after the upload."
    case .notOnLoan:
      system == .alma
        ? "Nothing to do. Alma counts an in-house use." : "Nothing to do."
    }
  }

  func expectedMessage(_ message: String) -> String {
    "The message, for example: \"\(message.printable)\""
  }

  var certaintyColumn: String { "Certainty" }

  func name(of certainty: Certainty) -> String {
    switch certainty {
    case .certain: "certain"
    case .likely: "likely"
    case .unknowable: "open"
    }
  }

  func sentence(_ doubt: Certainty.Doubt) -> String {
    switch doubt {
    case .incomplete:
      "The list was not imported with --complete, so the number may exist."
    case .older(let day):
      "The list is of \(self.day(.day(day))). The system may know more by now."
    case .newer(let day):
      "The list is of \(self.day(.day(day))), after the loan or return."
    case .gone:
      "The last complete list does not have the number, but an earlier one does."
    case .holder: "The lists do not show who has the item."
    case .both:
      "Item and borrower are both unknown. The report names only one of them."
    case .estimate: "The due dates are estimated by the settings."
    case .setting: "A setting of the library system decides."
    }
  }

  func moreRehearsed(_ count: Int) -> String {
    "\(counting(count, "more line")). For all of them: --format csv."
  }

  // MARK: The report

  func rehearsalWritten(_ path: String, count: Int) -> String {
    "\(path.printable): \(counting(count, "expected message")). For a worklist: offcirc reconcile \(path.printable) FILE."
  }

  func notARehearsal(_ path: String) -> String {
    "\(path.printable) already exists and is not a report of a rehearsal. Give another name."
  }

  // MARK: In a kit

  func stepBeforeUpload(_ rehearsal: KitRehearsal) -> String {
    "Read rehearsal.txt, and set right what it shows. \(rehearsalCounts(rehearsal.summary))"
  }

  func stepAfterUpload(_ rehearsal: KitRehearsal) -> String? {
    let count = rehearsal.itemsNotForLoan.count
    guard count > 0 else { return nil }
    return
      "Change the due dates of the \(counting(count, "item")) in not-for-loan.csv by hand. No report names them."
  }

  func rehearsed(_ rehearsal: KitRehearsal) -> String {
    "Rehearsed with the catalogue (rehearsal.txt). \(rehearsalCounts(rehearsal.summary))"
  }

  // MARK: The comparison

  var comparisonTitle: String { "The report and the rehearsal" }

  func comparisonCounts(_ comparison: RehearsalComparison) -> String {
    "As expected: \(counting(comparison.sameCount, "message")). Different: \(counting(comparison.differences.count, "line"))."
  }

  func heading(
    of cause: RehearsalComparison.Cause, _ basis: ListBasis
  ) -> String {
    switch cause {
    case .list(.items): "The list of items is out of date\(dated(basis.items))"
    case .list(.borrowers):
      "The list of borrowers is out of date\(dated(basis.borrowers))"
    case .list(.loans), .list(.lines):
      "The list of loans is out of date\(dated(basis.loans ?? basis.items))"
    case .rule: "A rule of the rehearsal is wrong"
    case .earlierLine: "Because of a difference in an earlier line"
    case .notForetold: "Messages that could not be foreseen"
    }
  }

  private func dated(_ kind: ListBasis.Kind?) -> String {
    kind?.date.map { " (\(day($0)))" } ?? ""
  }

  func describe(_ difference: RehearsalComparison.Difference) -> String {
    let place = difference.line.map { "Line \($0): " } ?? ""
    let expected =
      difference.expected.map { "\"\($0.printable)\"" } ?? "nothing"
    let reported =
      difference.reported.map { "\"\($0.printable)\"" } ?? "nothing"
    return "\(place)expected \(expected), reported \(reported)."
  }
}
