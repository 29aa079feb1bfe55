import Circulation
import Exchange
import Typesetting

extension English {
  func name(of act: Entry.Act) -> String {
    switch act {
    case .loan: name(of: Operation.loan)
    case .return: name(of: Operation.return)
    case .renewal: "Renewal"
    case .payment: "Payment"
    case .registration: "Registration"
    case .inHouseUse: "In-house use"
    case .uncatalogued: "Uncatalogued"
    }
  }

  func details(of entry: Entry) -> String {
    let due = entry.due.map { "due \(tableTime($0.shown))" }
    let number =
      switch entry.act {
      case .payment: entry.amount ?? ""
      case .inHouseUse(_, let count): counting(count, "use")
      case .uncatalogued(_, _, let count): counting(count, "item")
      case .loan, .return, .renewal, .registration: ""
      }
    return [number, due ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  func listedInLocalTime(of zone: String) -> String {
    "Times in UTC are listed in local time of \(zone.printable)."
  }

  func rowsWithoutTimes(_ count: Int) -> String {
    count == 1
      ? "One row has no time and is not listed."
      : "\(counting(count, "row")) have no time and are not listed."
  }

  func headline(_ finding: OfflineFinding, of path: String) -> String {
    let lines = finding.lines.map {
      $0.count == 1
        ? ", line \($0.lowerBound)"
        : ", lines \($0.lowerBound)–\($0.upperBound)"
    }
    return
      "\(path.printable)\(lines ?? ""): \(name(of: finding.severity.ofCheck)): \(sentence(finding))"
  }

  func sentence(_ finding: OfflineFinding) -> String {
    switch finding.issue {
    case .fault(let fault): sentence(fault)
    case .notice(let notice): clause(notice)
    case .trap(let trap): clause(trap)
    }
  }

  private func clause(_ notice: FileNotice) -> String {
    switch notice {
    case .byteOrderMark: "it begins with a byte order mark of an editor."
    case .notUTF8: "it is not UTF-8."
    case .noVersion: "the first line does not begin with Version=."
    case .version(let version):
      version.isEmpty
        ? "the version is missing."
        : "the version is \(version.quotable), not 1.0."
    case .name: "the name does not begin with rdy."
    case .outerBlanks:
      "there are spaces around a number, from this line on."
    case .dueDate: "a date is not one. There may be others below."
    }
  }

  private func clause(_ trap: Trap) -> String {
    switch trap {
    case .longItem: "the item's number has more than 20 characters."
    case .longBorrower: "the borrower's number has more than 32 characters."
    case .letters: "a number has letters outside ASCII."
    case .year: "the year is not from 1971 to 2037."
    case .amount: "the amount is not above 0."
    case .tooMany: "there are more than 99 items or uses in one row."
    case .renewal: "Koha knows renewals only as loans."
    case .dueDate: "a due date is given."
    case .returnTime: "the time of a return is given."
    case .hourMissing:
      "the time is in the hour that clocks skip in spring."
    case .hourTwice:
      "the time is in the hour that occurs twice in autumn."
    case .future: "the time is in the future."
    case .beforeOutage: "the time is before the outage."
    case .sameSecond: "an earlier row has the same second."
    case .twice: "an earlier row is the same."
    case .order: "the time is before that of an earlier row."
    case .consecutive: "the last row of the item is of the same kind."
    case .stillLent:
      "the item was lent in an earlier row, and not returned."
    case .severalOfItem: "the item has an earlier row in this file."
    case .longFile: "the file has more than 300 lines."
    case .noTimes: "the file has neither dates nor times."
    }
  }

  func inSystemHeading(_ format: ExchangeFormat) -> String {
    "\(format.title): "
  }

  func inSystem(_ finding: OfflineFinding) -> String {
    switch finding.consequence {
    case .skipped: "skips the line."
    case .takenUnread: "processes the line. OffCirc does not read it."
    case .onlyWarned: "warns, and takes the rows."
    case .sorted: "processes the rows in the order of their times."
    case .dayOnly:
      "keeps only the day. On the day of the loan, the upload counts."
    case .eitherHour: "may take the other hour."
    case .slow: "may end before the end of the file, on a slow server."
    case .dayOfLoading: "takes the day on which the file is loaded."
    case .dayAsked:
      "asks for the date. Unknown numbers become temporary copies."
    case .nothingLent: "does nothing with the borrower."
    case .notFound: "may not find the number because of its spaces."
    case .otherDate: "may take another date, or midnight."
    case .amountTaken: "takes the amount as it is."
    case .orderLost: "does not keep the order of rows of one second."
    case .fileOrder: "may process the rows in the order of the file."
    case .doneTwice: "processes both rows. A payment counts twice."
    case .permission:
      "needs a permission for given due dates. Without it, the loan fails."
    case .otherHour: "may take another hour."
    case .timeTaken: "takes the time as it is."
    case .loadedBefore: "does not know if the row was loaded before."
    case .logged: "only logs the second of two equal rows."
    case .runAgain: "processes the file again if its page is reloaded."
    case .secondRefused: "refuses the second loan."
    case .lettersUnknown: "may not find the number."
    case .uploadEnds: "the upload ends here. No later row arrives."
    case .noDate: "takes the row without a date, or ends the upload here."
    case .rowFails: "does not take the row."
    case .otherAmount: "takes another amount, such as 2.00 for 2,50."
    case .sessionStops:
      "stops the session of all stations. No row is processed."
    case .wrongPlace: "processes the row before or after all others."
    case .mayRefuse: "may refuse the line or the whole file."
    case .takenForOther: "may take a number for another one."
    case .lentToOther:
      "lends the items below to the borrower above, even returned ones."
    case .refused: "refuses the file."
    case .rowSkipped: "skips the number."
    case .firstLost: "takes the first row for the head, and loses it."
    case .otherLetters: "reads other letters, and does not find the number."
    case .cut: "cuts the number. It may be that of another item or borrower."
    case .fileNotFound: "does not find the file."
    }
  }

  func advice(on finding: OfflineFinding) -> String {
    let format = finding.format
    let again =
      "write a new file with offcirc convert --to \(format.rawValue)."
    return switch finding.consequence {
    case .skipped, .onlyWarned, .sorted, .dayOnly: "nothing."
    case .takenUnread:
      "load the file as it is. Merged or converted, it lacks this line."
    case .eitherHour: "check the order of these rows."
    case .slow, .notFound, .orderLost, .fileOrder, .firstLost: again
    case .permission:
      "write a new file with offcirc convert --to evergreen --due none."
    case .dayOfLoading: "load it once, on the day of its rows."
    case .dayAsked:
      "enter the day of its rows, and tick Do not create temporary records."
    case .nothingLent: "check if an item is missing below."
    case .otherDate: "correct the date, or check the due date afterwards."
    case .amountTaken: "check the amount."
    case .doneTwice: "delete one of the two, if it is a repetition."
    case .otherHour, .timeTaken:
      "check the clock of the computer that wrote the file."
    case .loadedBefore:
      "delete the rows if they were loaded after an earlier outage."
    case .logged: "check the item in \(format.title) afterwards."
    case .runAgain: "load the page once. Or " + again
    case .secondRefused: "find out who has the item."
    case .lettersUnknown: "check that \(format.title) has such numbers."
    case .uploadEnds:
      "correct or delete the line. If it was uploaded, load only the rest."
    case .noDate: "correct the date and time."
    case .rowFails, .cut, .rowSkipped, .otherLetters:
      "correct the line, or enter the row by hand."
    case .otherAmount: "write the amount with a point, such as 2.50."
    case .sessionStops:
      "correct the line. If it was uploaded, make a new session."
    case .wrongPlace: "write the seconds since 1970 as the timestamp."
    case .mayRefuse: "correct the line before it is loaded."
    case .takenForOther:
      "write the command and the borrower before the items."
    case .lentToOther:
      "write the borrower below PRET SECOURU. Do not force the file."
    case .refused: "correct the line. Do not force the file."
    case .fileNotFound: "choose a name that begins with rdy."
    }
  }

  func moreFindings(_ count: Int) -> String {
    "\(counting(count, "more finding")). For all of them, add --format csv."
  }

  func conclusion(_ summary: OfflineCheck.Summary, of path: String) -> String {
    let title = summary.notes.format.title
    let counts = OfflineFinding.Severity.allCases.reversed().map {
      counting(summary.count(of: $0), name(of: $0.ofCheck))
    }
    let next =
      summary.count(of: .error) > 0
      ? "Fix the errors before it is loaded into \(title)."
      : summary.count(of: .warning) > 0
        ? "Check the warnings before it is loaded into \(title)."
        : "Ready for \(title). Load it once."
    return
      "\(recognized(summary.notes, as: path))\n\(counts.joined(separator: ", ")). \(next)"
  }

  // MARK: Help

  /// The paragraph of `offcirc list --help` about other systems' files.
  var listOfOfflineFiles: String {
    """
    FILE may also be a file of Koha, Evergreen, Sierra, Destiny or PMB: its \
    content shows which. CSV and JSON then also have the format, the line, \
    the due date, the amount and the count. Times in UTC are listed in local \
    time, of --zone.
    """
  }

  /// The paragraph of `offcirc check --help` about other systems' files.
  var checkOfOfflineFiles: String {
    """
    Files of Koha, Evergreen, Sierra, Destiny and PMB are checked each on its \
    own, for its own system. CSV and JSON then have the format in one more \
    column.
    """
  }

  /// The paragraph of `offcirc merge --help` about other systems' files.
  var mergeOfOfflineFiles: String {
    """
    Files of Koha, Evergreen, Sierra, Destiny and PMB may be among them. All \
    lines are then sorted by time, and each loss is listed with its lines. \
    Nothing is written if rows would be missing, unless --accept-losses is \
    given. An existing file is not replaced then. Check the new file with \
    offcirc check.
    """
  }
}
