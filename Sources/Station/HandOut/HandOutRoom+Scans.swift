import Catalogue
import Circulation
import Scanning
import Textbooks

// The way of a scan at a hand-out: whose it is, and then that of the desk.
extension HandOutRoom {
  /// Takes what stands in the field.
  mutating func give(_ shared: inout Shared) {
    guard !field.isEmpty else { return }
    shared.reportReplaced(by: field.number)
    let text = field.text
    field.erase()
    if let code = shared.rules.command(text) { return perform(code, &shared) }
    take(shared.rules.scan(text), &shared)
    look()
  }

  private mutating func take(_ scan: Scan, _ shared: inout Shared) {
    let number: Barcode
    do throws(BarcodeError) {
      number = try Barcode(scan.number)
    } catch {
      shared.passConfirmation(at: desk.desk)
      return shared.refuse(shared.words.sentence(error))
    }
    if let pupil = lists.pupil(number) { return call(pupil, &shared) }
    let knowledge = shared.knowledge
    if !lists.knows(number),
      scan.kinds == [.borrower]
        || knowledge.seemsOther(scan, as: .item, at: desk.desk)
    {
      shared.dropConfirmation()
      return shared.refuse(
        shared.words.isNotOfClass(number.text, lists.group))
    }
    // A scanner that reads a copy twice gives it once.
    let limit = Duration.seconds(shared.rules.scanner.doubleScanSeconds)
    if let last, last.item == number,
      last.moment.duration(to: shared.now) < limit
    {
      return shared.remark(shared.words.doubleScan(number))
    }
    guard let turn else {
      shared.dropConfirmation()
      return shared.refuse(
        shared.words.nothingToGive(open: handOut.openCount))
    }
    guard isRight(scan, number, at: turn, &shared) else { return }
    record(scan, number, at: turn, &shared)
  }

  /// Returns true if a copy is of the title that is to be given, or of another
  /// one and was scanned again.
  private mutating func isRight(
    _ scan: Scan, _ item: Barcode, at turn: HandOut.Turn,
    _ shared: inout Shared
  ) -> Bool {
    // Of what no list has, the desk asks.
    guard lists.knows(item), insisted != item.text else { return true }
    insisted = nil
    let meaning = handOut.meaning(
      of: lists.title(of: item), at: turn, in: order)
    if case .gives = meaning { return true }
    if let confirmation = shared.confirmation, confirmation.kind == .item,
      confirmation.scan.number == scan.number
    {
      guard
        confirmation.turn != shared.turnCount,
        confirmation.isRead(at: shared.now)
      else { return false }
      shared.confirmation = nil
      insisted = item.text
      return true
    }
    shared.dropConfirmation()
    shared.confirmation = Confirmation(
      kind: .item, scan: scan, seemsOther: false, isAnswer: false,
      turn: shared.turnCount, asked: shared.now)
    shared.refuse(sentence(meaning, item, at: turn, shared))
    return false
  }

  private func sentence(
    _ meaning: HandOut.Meaning, _ item: Barcode, at turn: HandOut.Turn,
    _ shared: Shared
  ) -> String {
    let words = shared.words
    switch meaning {
    case .gives(let title):
      return words.nextCopy(handOut.titles[title], for: name(turn.pupil))
    case .isOther:
      let title =
        shared.lists?.item(item.text)?.title
        ?? lists.title(of: item).map { handOut.titles[$0] }
      return words.isOtherTitle(item, title, than: self.title(turn))
    case .isNotNeeded(let title):
      return words.isNotNeeded(
        item, handOut.titles[title], by: name(turn.pupil),
        handOut.stage(of: turn.pupil, title))
    }
  }

  private mutating func record(
    _ scan: Scan, _ item: Barcode, at turn: HandOut.Turn,
    _ shared: inout Shared
  ) {
    let pupil = handOut.pupils[turn.pupil]
    identify(pupil.number, &shared)
    let count = desk.desk.waiting.count
    desk.record(scan, &shared)
    guard desk.desk.waiting.count > count else { return }
    insisted = nil
    chosen = nil
    done.append(.gave(item))
    let title = lists.title(of: item)
    last = Given(
      item: item, title: title.map { handOut.titles[$0] }, pupil: pupil.name,
      moment: shared.now)
    if !lists.knows(item) {
      shared.pointOut(
        shared.words.titleIsUnknown(
          item, self.title(turn), for: pupil.name))
    }
  }

  /// Makes a pupil the borrower of the desk, with what lists say against that.
  private mutating func identify(_ pupil: Barcode, _ shared: inout Shared) {
    guard desk.desk.borrower != pupil else { return desk.showBorrower() }
    let verdict = shared.knowledge.listVerdict(
      on: pupil.text, as: .borrower, at: desk.desk)
    desk.desk.identify(
      pupil, origin: ScanOrigin(against: verdict?.objections ?? []))
    shared.pointOutObjections(of: verdict)
    desk.showBorrower()
  }

  /// Makes it the turn of a pupil whose card was scanned; who was not there is
  /// there now.
  private mutating func call(_ pupil: Int, _ shared: inout Shared) {
    shared.dropConfirmation()
    if handOut.absent.contains(pupil) {
      guard skip(.present, pupil, &shared) else { return }
    }
    let title = turn?.title ?? 0
    chosen =
      order == .byTitle
      ? HandOut.Turn(pupil: pupil, title: title)
      : firstTurn(of: pupil) ?? HandOut.Turn(pupil: pupil, title: title)
    sayTurn(&shared)
  }

  /// Returns the first turn of one pupil; nil if there is nothing to get.
  func firstTurn(of pupil: Int) -> HandOut.Turn? {
    handOut.titles.indices.map { HandOut.Turn(pupil: pupil, title: $0) }
      .first(where: handOut.isOpen)
  }

  /// Says who is to get what.
  func sayTurn(_ shared: inout Shared) {
    guard let turn else {
      return shared.say(shared.words.nothingToGive(open: handOut.openCount))
    }
    shared.say(shared.words.nextCopy(title(turn), for: name(turn.pupil)))
  }

  // MARK: Command codes

  /// Does what a command code says, if it makes sense at a hand-out.
  mutating func perform(_ code: CommandCode, _ shared: inout Shared) {
    shared.dropConfirmation()
    switch code {
    case .save: desk.perform(Action.save, &shared)
    case .help: shared.enqueue(.toggleHelp(HelpPage(desk.desk)))
    case .slip: shared.enqueue(.printSlip)
    case .undo, .deleteLast: takeBack(&shared)
    case .clear: clear(&shared)
    case .loan: break
    case .return, .state1, .state2, .state3, .state4, .state5:
      shared.refuse(shared.words.noReturnsAtHandOut)
    }
    look()
  }
}
