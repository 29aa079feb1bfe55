import Circulation
import Scanning

/// A number that looks wrong, and is accepted once it was scanned again.
struct Confirmation {
  let kind: Scan.Kind
  let scan: Scan
  /// True if it seems to be of the other kind.
  let seemsOther: Bool
  /// True if it came as the answer to a room.
  let isAnswer: Bool
  /// The number of times it was scanned again.
  var answerCount = 0
  /// The number of the turn in which it was last asked for.
  var turn: Int
  /// The moment at which it was last asked for.
  var asked: ContinuousClock.Instant

  /// The time after a question in which the same number does not count as
  /// confirmation: nobody can have read what was asked.
  static let doubleBeep = Duration.milliseconds(500)

  /// Returns true if there was time to read the question.
  func isRead(at moment: ContinuousClock.Instant) -> Bool {
    asked.duration(to: moment) >= Self.doubleBeep
  }

  /// True if it seems to be the next borrower's card, so that what comes after it
  /// is not for the borrower before.
  var isNextCard: Bool { seemsOther && kind == .item }
}

extension Confirmation {
  /// The reasons for which a number looks wrong.
  enum Reason: Hashable {
    /// The settings say so.
    case rules(NumberRules.Warning)
    /// The numbers that were seen say so.
    case seen(SeenNumbers.Warning)
    /// It is the number of a title.
    case title(TitleNumber)
    /// The lists of the library system say so.
    case lists(ListVerdict)

    /// True if it is right by its form.
    var isOfLists: Bool { if case .lists = self { true } else { false } }

    /// True if it seems to be of the other kind.
    var seemsOther: Bool {
      self == .seen(.isOther) || self == .seen(.looksLikeOther)
    }
  }
}

/// The answer to a number that comes as one of a kind.
enum Verdict: Hashable {
  /// It is accepted.
  case sound
  /// It is accepted once it was scanned again, so many times.
  case asked(Confirmation.Reason, times: Int)
  /// Another one has to be scanned.
  case refused(Confirmation.Reason)
}

/// A number as it is accepted.
enum Acceptance: Hashable {
  /// As what it came as, with what was said against it, and by which lists.
  case asScanned(ScanOrigin, by: ListVerdict?)
  /// As the other kind: what it seems to be.
  case asOther
}
