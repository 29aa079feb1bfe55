import Catalogue
import Circulation
import Terminal
import Textbooks

// The keys of a hand-out.
extension HandOutRoom {
  mutating func press(_ key: Key, _ shared: inout Shared) {
    if key == .tab { return give(&shared) }
    if let action = action(of: key) { return perform(action, &shared) }
    switch key {
    case .character(let character): type(character, &shared)
    case .alt(let letter) where !letter.isLowercase: type(letter, &shared)
    case .control(let letter):
      // Nothing that comes with a scan vanishes: the number will be refused.
      if let character = letter.withControl { type(character, &shared) }
    default: break
    }
  }

  /// Takes a key that a room over the hand-out has let fall: of what nobody
  /// sees, nothing is done.
  mutating func pressBeneath(_ key: Key, _ shared: inout Shared) {
    switch key {
    case .enter, .backspace, .character: press(key, &shared)
    case .alt(let letter) where !letter.isLowercase:
      shared.enqueue(.leaveAll)
      press(key, &shared)
    default:
      guard let action = KeyBinding.action(of: key, in: [.desk]),
        Self.ofStation.contains(action)
      else { return }
      perform(action, &shared)
    }
  }

  /// The actions of the desk that a hand-out has too.
  private static let ofStation: Set<Action> = [
    .help, .afterOutage, .day, .save, .find, .slip, .close, .redraw,
  ]

  private mutating func perform(_ action: Action, _ shared: inout Shared) {
    switch action {
    case .give: give(&shared)
    case .switchOrder: switchOrder(&shared)
    case .markAbsent: markAbsent(&shared)
    case .refuseTitle: refuseTitle(&shared)
    case .nextTurn: goOn(by: 1, &shared)
    case .previousTurn: goOn(by: -1, &shared)
    case .lineUp where field.isTyped, .lineDown where field.isTyped: break
    case .lineUp: choosePupil(by: -1, &shared)
    case .lineDown: choosePupil(by: 1, &shared)
    case .takeBack:
      if !shared.isHeld() { takeBack(&shared) }
    case .clear: clear(&shared)
    case .reader:
      ReaderRoom.open(
        turn.map { handOut.pupils[$0.pupil].number }, desk.desk, &shared)
    case .leave where field.isTyped: field.erase()
    case .leave, .close: desk.perform(.close, &shared)
    case .fieldLeft, .fieldRight, .fieldHome, .fieldEnd, .eraseBefore,
      .eraseAfter, .eraseField:
      field.edit(action)
    case _ where Self.ofStation.contains(action):
      desk.perform(action, &shared)
    default: break
    }
    look()
  }

  // MARK: The turn

  private mutating func switchOrder(_ shared: inout Shared) {
    shared.dropConfirmation()
    let pupil = turn?.pupil
    order = order == .byTitle ? .byPupil : .byTitle
    // Whose turn it was gets the next copy in the other order too.
    chosen = pupil.flatMap(firstTurn)
    sayTurn(&shared)
  }

  /// Goes back to the next one in order.
  mutating func clear(_ shared: inout Shared) {
    shared.dropConfirmation()
    chosen = nil
    field.erase()
    sayTurn(&shared)
  }

  /// Goes so many titles on, or so many pupils.
  private mutating func goOn(by step: Int, _ shared: inout Shared) {
    shared.dropConfirmation()
    let now = turn ?? HandOut.Turn(pupil: 0, title: 0)
    switch order {
    case .byTitle:
      let title = now.title + step
      guard handOut.titles.indices.contains(title) else { break }
      chosen =
        handOut.turn(ofTitle: title).flatMap { $0.title == title ? $0 : nil }
        ?? HandOut.Turn(pupil: 0, title: title)
    case .byPupil:
      return choosePupil(by: step, &shared)
    }
    sayTurn(&shared)
  }

  /// Makes it the turn of the pupil so many lines on.
  mutating func choosePupil(by step: Int, _ shared: inout Shared) {
    let pupils = handOut.pupils.indices
    let now = turn ?? HandOut.Turn(pupil: 0, title: 0)
    choosePupil(
      min(max(now.pupil + step, 0), pupils.upperBound - 1), &shared)
  }

  /// Makes it the turn of a pupil.
  mutating func choosePupil(_ pupil: Int, _ shared: inout Shared) {
    shared.dropConfirmation()
    let title = turn?.title ?? 0
    let same = HandOut.Turn(pupil: pupil, title: title)
    chosen = order == .byTitle ? same : firstTurn(of: pupil) ?? same
    sayTurn(&shared)
  }

  mutating func click(_ position: Position, _ shared: inout Shared) {
    guard shared.isLargeEnough else { return }
    let view = HandOutView(self, Look(shared, Palette()))
    if let index = view.choice.index(at: position) {
      if HandOut.Order.allCases[index] != order { switchOrder(&shared) }
    } else if let pupil = view.pupil(at: position.row) {
      choosePupil(pupil, &shared)
    }
  }

  // MARK: Who gets nothing

  private mutating func markAbsent(_ shared: inout Shared) {
    shared.dropConfirmation()
    guard let turn else { return sayTurn(&shared) }
    let isAbsent = handOut.absent.contains(turn.pupil)
    guard skip(isAbsent ? .present : .absent, turn.pupil, &shared) else {
      return
    }
    let name = name(turn.pupil)
    chosen = isAbsent ? chosen : nil
    sayTurn(&shared)
    shared.notice.text =
      (isAbsent
        ? shared.words.isPresent(name) : shared.words.isAbsent(name))
      + " " + shared.notice.text
  }

  private mutating func refuseTitle(_ shared: inout Shared) {
    shared.dropConfirmation()
    guard let turn, let key = lists.titles[turn.title].key else {
      return sayTurn(&shared)
    }
    let stage = handOut.stage(of: turn.pupil, turn.title)
    let (title, name) = (title(turn), name(turn.pupil))
    let reason: HandOutSkip.Reason
    switch stage {
    case .open: reason = .refused(title: key)
    case .refused: reason = .wanted(title: key)
    case .notTaken, .given, .held, .kept:
      return shared.say(shared.words.isNotToGive(title, to: name, stage))
    }
    guard skip(reason, turn.pupil, &shared) else { return }
    chosen = stage == .open ? nil : chosen
    sayTurn(&shared)
    shared.notice.text =
      (stage == .open
        ? shared.words.doesNotGet(title, name)
        : shared.words.getsAfterAll(title, name)) + " " + shared.notice.text
  }

  /// Records what was decided of a pupil; returns false, after saying why, if
  /// the disk did not take it.
  mutating func skip(
    _ reason: HandOutSkip.Reason, _ pupil: Int, _ shared: inout Shared
  ) -> Bool {
    let skip = HandOutSkip(
      reason, of: handOut.pupils[pupil].number, in: lists.group)
    do throws(FileError) {
      try desk.desk.skip(skip)
    } catch {
      shared.refuse(shared.words.skipNotRecorded(error))
      return false
    }
    done.append(.skipped(skip))
    look()
    return true
  }

  // MARK: Undo

  /// Takes back what was done last here; what was changed elsewhere is the
  /// desk's to take back.
  mutating func takeBack(_ shared: inout Shared) {
    shared.dropConfirmation()
    guard let last = done.popLast() else {
      return desk.undo(&shared)
    }
    switch last {
    case .gave(let item): takeBack(item, &shared)
    case .skipped(let skip):
      do throws(FileError) {
        try desk.desk.skip(
          HandOutSkip(
            skip.reason.opposite, of: skip.borrower, in: skip.group))
      } catch {
        done.append(last)
        return shared.refuse(shared.words.skipNotRecorded(error))
      }
      look()
      chosen = nil
      let pupil = lists.pupil(skip.borrower)
      shared.say(shared.words.skipTakenBack(pupil.map(name) ?? ""))
    }
  }

  private mutating func takeBack(_ item: Barcode, _ shared: inout Shared) {
    let entry = desk.desk.unsaved.last {
      $0.transaction.item == item && $0.transaction.operation == .loan
    }
    guard let entry else {
      done = []
      return shared.refuse(shared.words.cannotTakeBack(item))
    }
    do {
      let loan = try desk.desk.delete(sequence: entry.sequence)
      shared.listChanges += 1
      look()
      let pupil = loan.borrower.flatMap(lists.pupil)
      chosen = pupil.flatMap { pupil in
        lists.title(of: item).map { HandOut.Turn(pupil: pupil, title: $0) }
      }
      last = nil
      shared.say(
        shared.words.takenBack(
          item, from: pupil.map(name) ?? loan.borrower?.text ?? ""))
    } catch let error as FileError {
      done.append(.gave(item))
      shared.refuse(shared.words.notDeleted(error))
    } catch {
      shared.refuse(shared.words.sentence(about: error))
    }
  }
}
