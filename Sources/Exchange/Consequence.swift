/// The effect that an issue of an offline file has in its library system.
package enum Consequence: CaseIterable, Hashable, Sendable {
  // Nothing is wrong.

  /// The line is skipped, and nothing is missing.
  case skipped
  /// The system takes the line; we don't read it.
  case takenUnread
  /// The system warns, and takes the rows.
  case onlyWarned
  /// The rows are processed in the order of their times.
  case sorted
  /// Of a return, only the day is kept.
  case dayOnly
  /// One of two equal hours is taken.
  case eitherHour
  /// The server may end before a long file does.
  case slow
  /// The day of loading counts.
  case dayOfLoading
  /// The date is asked for, and unknown numbers become copies.
  case dayAsked

  // Somebody has to look at it.

  /// A borrower does nothing.
  case nothingLent
  /// The number may not be found because of its spaces.
  case notFound
  /// A date is not understood.
  case otherDate
  /// The amount is taken as it is.
  case amountTaken
  /// The order within a second is lost.
  case orderLost
  /// The rows are processed in the order of the file.
  case fileOrder
  /// Both rows are processed.
  case doneTwice
  /// A due date needs a permission.
  case permission
  /// Another hour is taken.
  case otherHour
  /// The time is taken as it is.
  case timeTaken
  /// The row may have been loaded before.
  case loadedBefore
  /// The second of two equal acts is only logged.
  case logged
  /// A page that is loaded again runs the file again.
  case runAgain
  /// The second loan is refused.
  case secondRefused
  /// It is not known which letters the system reads.
  case lettersUnknown

  // The row, or more than that, goes wrong.

  /// The upload ends, and later rows never arrive.
  case uploadEnds
  /// The row has no date, or the upload ends.
  case noDate
  /// The row fails.
  case rowFails
  /// Another amount is taken.
  case otherAmount
  /// No row of any station is processed.
  case sessionStops
  /// The row is processed before or after all others.
  case wrongPlace
  /// The line or the file may be refused.
  case mayRefuse
  /// A number may be taken for another one.
  case takenForOther
  /// Items are lent to the borrower before.
  case lentToOther
  /// The file is refused.
  case refused
  /// A row is skipped.
  case rowSkipped
  /// The first row is lost.
  case firstLost
  /// Letters are read as others.
  case otherLetters
  /// A number is cut.
  case cut
  /// The file is not found.
  case fileNotFound

  /// The severity.
  package var severity: OfflineFinding.Severity {
    switch self {
    case .skipped, .takenUnread, .onlyWarned, .sorted, .dayOnly, .eitherHour,
      .slow, .dayOfLoading, .dayAsked:
      .note
    case .nothingLent, .notFound, .otherDate, .amountTaken, .orderLost,
      .fileOrder, .doneTwice, .permission, .otherHour, .timeTaken,
      .loadedBefore, .logged, .runAgain, .secondRefused, .lettersUnknown:
      .warning
    case .uploadEnds, .noDate, .rowFails, .otherAmount, .sessionStops,
      .wrongPlace, .mayRefuse, .takenForOther, .lentToOther, .refused,
      .rowSkipped, .firstLost, .otherLetters, .cut, .fileNotFound:
      .error
    }
  }
}

extension Consequence {
  /// The effect of an issue in a system, as its own programs were seen to
  /// behave, or as its maker describes it.
  init(of issue: OfflineIssue, in format: ExchangeFormat) {
    self =
      switch issue {
      case .fault(let fault): Self(of: fault, in: format)
      case .notice(let notice): Self(of: notice, in: format)
      case .trap(let trap): Self(of: trap, in: format)
      }
  }

  private init(of fault: LineFault, in format: ExchangeFormat) {
    self =
      switch format {
      case .koha: Self(inKoha: fault)
      case .evergreen: Self(inEvergreen: fault)
      case .sierra: fault == .inventory ? .takenUnread : .mayRefuse
      case .destiny: Self(inDestiny: fault)
      case .pmb: Self(inPMB: fault)
      case .alma: .rowFails
      }
  }

  private init(inKoha fault: LineFault) {
    self =
      switch fault {
      case .time: .noDate
      case .fields, .emptyNumber, .noBorrower, .noItem, .controlCharacter:
        .rowFails
      case .amount: .otherAmount
      default: .uploadEnds
      }
  }

  private init(inEvergreen fault: LineFault) {
    self =
      switch fault {
      case .empty, .command(""), .command("0"): .skipped
      case .notJSON, .notAnObject, .innerReturn, .tooLong: .sessionStops
      case .time: .wrongPlace
      default: .rowFails
      }
  }

  private init(inDestiny fault: LineFault) {
    self =
      switch fault {
      case .resources: .takenUnread
      case .borrowerWithoutItems: .nothingLent
      case .blockWithoutBorrower, .beforeCode, .innerBlank, .code:
        .takenForOther
      default: .mayRefuse
      }
  }

  private init(inPMB fault: LineFault) {
    self =
      switch fault {
      case .blockWithoutBorrower: .lentToOther
      case .borrowerWithoutItems: .nothingLent
      case .zero: .rowSkipped
      default: .refused
      }
  }

  private init(of notice: FileNotice, in format: ExchangeFormat) {
    self =
      switch notice {
      case .byteOrderMark:
        switch format {
        case .koha: .onlyWarned
        case .evergreen: .sessionStops
        case .pmb: .refused
        default: .mayRefuse
        }
      case .notUTF8:
        format == .koha || format == .evergreen
          ? .otherLetters : .lettersUnknown
      case .noVersion: .firstLost
      case .version: .onlyWarned
      case .name: .fileNotFound
      case .outerBlanks: format == .sierra ? .mayRefuse : .notFound
      case .dueDate: .otherDate
      }
  }

  private init(of trap: Trap, in format: ExchangeFormat) {
    self =
      switch trap {
      case .longItem, .longBorrower: .cut
      case .letters: format == .evergreen ? .otherLetters : .lettersUnknown
      case .year: .noDate
      case .amount: .amountTaken
      case .tooMany: .rowFails
      case .renewal: .uploadEnds
      case .dueDate: .permission
      case .returnTime: .dayOnly
      case .hourMissing: .otherHour
      case .hourTwice: .eitherHour
      case .future: .timeTaken
      case .beforeOutage: .loadedBefore
      case .sameSecond: .orderLost
      case .twice: .doneTwice
      case .order: format == .sierra ? .fileOrder : .sorted
      case .consecutive: .logged
      case .stillLent: .secondRefused
      case .severalOfItem: .runAgain
      case .longFile: .slow
      case .noTimes: format == .pmb ? .dayOfLoading : .dayAsked
      }
  }
}
