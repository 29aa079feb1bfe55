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
  private let read: (StationFolder) throws -> LendingHistory
  /// Loans of earlier school years.
  private var old: [ClassLists.Held] = []
  /// The events of this school year, in order.
  private var events: [Event] = []
  /// The copies that somebody has by the journals.
  private var heldItems: Set<Barcode> = []
  /// The copies that were lent or came back, with the day of that.
  private var days: [Barcode: String] = [:]
  /// The number of the desk's last event that was read.
  private var sequence: Int

  /// The reason why the journals can't be read again; nil if they could be.
  private(set) var problem: (any Error)?

  /// Reads the journals of a desk.
  ///
  /// - Throws: ``CirculationError``; ``FileError``.
  init(
    of lists: ClassLists, at desk: Desk,
    reading read: @escaping (StationFolder) throws -> LendingHistory
  ) throws {
    self.lists = lists
    self.read = read
    sequence = desk.lastSequence
    take(try read(desk.folder), at: desk.clock.now())
  }

  /// Creates the record of what a history tells.
  init(of lists: ClassLists, _ history: LendingHistory, at now: LocalTime) {
    self.lists = lists
    read = { _ in history }
    sequence = 0
    take(history, at: now)
  }

  /// Takes what a desk has recorded since the last look.
  mutating func look(at desk: Desk) {
    guard sequence != desk.lastSequence else { return }
    let new = desk.unsaved.reversed().prefix { $0.sequence > sequence }
      .reversed()
    let items = Set(new.map(\.transaction.item))
    let areAllLoans =
      items.count == new.count && items.isDisjoint(with: heldItems)
      && new.allSatisfy { $0.transaction.operation == .loan }
    // Most often there are loans alone, and nothing is to be read again.
    if areAllLoans, new.count == desk.lastSequence - sequence {
      for entry in new { take(entry.transaction) }
      sequence = desk.lastSequence
      return
    }
    sequence = desk.lastSequence
    do {
      take(try read(desk.folder), at: desk.clock.now())
      problem = nil
    } catch {
      problem = error
    }
  }

  private mutating func take(_ loan: Transaction) {
    heldItems.insert(loan.item)
    let day = String(loan.recorded.iso8601.prefix(10))
    days[loan.item] = day
    guard let pupil = loan.borrower.flatMap(lists.pupil),
      let held = lists.held(loan.item, by: pupil, since: day)
    else { return }
    events.append(.loan(held))
  }

  private mutating func take(_ history: LendingHistory, at now: LocalTime) {
    let year = LoanYears.firstYear(of: now)
    var dated: [(station: String, sequence: Int, time: LocalTime, Event)] = []
    old = []
    heldItems = []
    days = [:]
    for copy in history.copies.values {
      guard let last = copy.episodes.last else { continue }
      days[copy.item] = copy.lastMoved.map { String($0.iso8601.prefix(10)) }
      guard let holder = copy.holder, let lent = last.lent else { continue }
      heldItems.insert(copy.item)
      guard let pupil = lists.pupil(holder),
        let held = lists.held(
          copy.item, by: pupil, since: days[copy.item] ?? "")
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

extension ClassLists {
  /// Returns the hand-out of the class as a history tells it at a time.
  package func handOut(
    _ history: LendingHistory, at now: LocalTime
  ) -> HandOut {
    HandOutRecord(of: self, history, at: now).handOut(at: now)
  }
}
