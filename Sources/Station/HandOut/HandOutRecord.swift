import Catalogue
import Circulation
import Textbooks

/// All that journals tell of the copies that the pupils of a class have got.
struct HandOutRecord {
  /// A loan that has not ended, or an event of a hand-out.
  private enum Event {
    case loan(ClassLists.Held)
    case skip(HandOutSkip, pupil: Int, LocalTime)
  }

  private let lists: ClassLists
  /// Loans of earlier school years.
  private var old: [ClassLists.Held] = []
  /// The events of this school year, in order.
  private var events: [Event] = []
  /// The days on which copies that the lists have on loan were lent or came
  /// back.
  private var days: [Barcode: String] = [:]

  /// Creates the record of what a history tells.
  init(of lists: ClassLists, _ history: LendingHistory, at now: LocalTime) {
    self.lists = lists
    for (held, _) in lists.loans {
      days[held.item] = history.copies[held.item]?.dayOfMove
    }
    take(history, at: now)
  }

  private mutating func take(_ history: LendingHistory, at now: LocalTime) {
    let year = LoanYears.firstYear(of: now)
    var dated: [(station: String, sequence: Int, time: LocalTime, Event)] = []
    for copy in history.copies.values {
      guard let pupil = copy.holder.flatMap(lists.pupil),
        let lent = copy.episodes.last?.lent,
        let held = lists.held(
          copy.item, by: pupil, since: copy.dayOfMove ?? "")
      else { continue }
      if LoanYears.firstYear(of: lent.time) < year {
        old.append(held)
      } else {
        dated.append((lent.station, lent.sequence, lent.time, .loan(held)))
      }
    }
    let group = SchoolClass(HandOutSkip.cut(lists.group))
    for recorded in history.skips
    where SchoolClass(recorded.skip.group) == group
      && LoanYears.firstYear(of: recorded.time) == year
    {
      guard let pupil = lists.pupil(recorded.skip.borrower) else { continue }
      dated.append(
        (
          recorded.station, recorded.sequence, recorded.time,
          .skip(recorded.skip, pupil: pupil, recorded.time)
        ))
    }
    events = dated.sorted { first, second in
      first.station == second.station
        ? first.sequence < second.sequence
        : (first.time.iso8601, first.station)
          < (second.time.iso8601, second.station)
    }.map(\.3)
  }

  /// Returns the hand-out as it is at a time, with loans that wait for the
  /// disk.
  func handOut(at now: LocalTime, waiting: [Transaction] = []) -> HandOut {
    var handOut = HandOut(
      pupils: lists.pupils, titles: lists.titles.map(\.name))
    for (held, day) in lists.loans {
      // What was recorded here after the list was exported is newer.
      guard days[held.item].map({ $0 < day }) ?? true else { continue }
      handOut.note(heldBy: held.pupil, held.title, keeps: held.isTwoYear)
    }
    for held in old {
      handOut.note(heldBy: held.pupil, held.title, keeps: held.isTwoYear)
    }
    for event in events { take(event, at: now, &handOut) }
    for loan in waiting {
      if let pupil = loan.borrower.flatMap(lists.pupil),
        let title = lists.title(of: loan.item)
      {
        handOut.give(title, to: pupil)
      }
    }
    return handOut
  }

  private func take(
    _ event: Event, at now: LocalTime, _ handOut: inout HandOut
  ) {
    switch event {
    case .loan(let held): handOut.give(held.title, to: held.pupil)
    case .skip(let skip, let pupil, let time):
      switch skip.reason {
      // Who was not there one day is called the next.
      case .absent where time.isSameDay(as: now):
        handOut.skip(pupil, nil, isPassedOver: true)
      case .absent: break
      case .present: handOut.skip(pupil, nil, isPassedOver: false)
      case .refused(let name), .wanted(let name):
        let title = lists.titles.firstIndex {
          $0.key.map(HandOutSkip.cut) == name
        }
        guard let title else { return }
        let isPassedOver = skip.reason == .refused(title: name)
        handOut.skip(pupil, title, isPassedOver: isPassedOver)
      }
    }
  }
}

extension CopyHistory {
  /// The day of its last loan or return, `YYYY-MM-DD`; nil if there is none.
  fileprivate var dayOfMove: String? {
    lastMoved.map { String($0.iso8601.prefix(10)) }
  }
}

extension ClassLists {
  /// Returns the hand-out of the class as a history tells it at a time.
  package func handOut(
    _ history: LendingHistory, at now: LocalTime
  ) -> HandOut {
    HandOutRecord(of: self, history, at: now).handOut(at: now)
  }
}
