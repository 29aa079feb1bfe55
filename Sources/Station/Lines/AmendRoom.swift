import Circulation
import Scanning

/// Amend: a line of the list gets another item, or another borrower.
struct AmendRoom: LineRoom {
  let desk: Desk
  /// The line, as it was when the room was opened.
  private(set) var entry: DeskEntry
  /// Its numbers; the one with the focus is to be another one, if the scan does
  /// not tell.
  private(set) var form: Form<Scan.Kind>

  private init(_ entry: DeskEntry, _ part: Scan.Kind = .item, at desk: Desk) {
    self.desk = desk
    self.entry = entry
    let item = (name: Scan.Kind.item, number: entry.transaction.item.text)
    let borrower = entry.transaction.borrower.map {
      (name: Scan.Kind.borrower, number: $0.text)
    }
    form = Form([item] + [borrower].compactMap(\.self))
    form.moveFocus(to: part)
  }

  /// Opens Amend for a line, if it is in the list.
  static func open(
    _ line: FoundLine?, _ desk: Desk, _ shared: inout Shared
  ) {
    guard
      let sequence = shared.sequence(of: line, at: desk),
      let index = desk.unsaved.index(ofSequence: sequence)
    else { return }
    shared.ask(.choose(sequence))
    shared.dropConfirmation()
    shared.open(
      AmendRoom(desk.unsaved[index], at: desk),
      saying: shared.words.amendPrompt)
  }

  var field: EntryField? {
    get { form.focused }
    set { form.focused = newValue ?? form.focused }
  }

  var chosenLine: FoundLine? { FoundLine(entry) }

  /// Goes to the other number; one that was half typed is as it was.
  mutating func move(by step: Int) {
    let focus = form.focus
    form.moveFocus(by: step)
    if form.focus != focus { self = AmendRoom(entry, form.focus, at: desk) }
  }

  mutating func scroll(by step: Int) {}

  mutating func enter(_ shared: inout Shared) {
    guard let field else { return }
    let isByHand = field.state == .committed
    if field.isEmpty || isByHand && shared.confirmation == nil {
      return shared.say(shared.words.nothingToAmend())
    }
    shared.reportReplaced(by: field.number)
    if let code = shared.rules.command(field.text) {
      self.field?.erase()
      return shared.ask(.performCode(code))
    }
    let scan = shared.rules.scan(field.text)
    let kind =
      scan.kinds.count == 1 ? scan.kinds.first ?? form.focus : form.focus
    self.field?.select(as: .committed)
    if kind == .borrower, entry.transaction.operation == .return {
      return shared.refuse(shared.words.cardForReturn(scan.number))
    }
    guard
      let (number, origin) = shared.accept(
        scan, as: kind, at: desk, isByHand: isByHand,
        amending: entry.transaction)
    else { return }
    amend(kind, to: number, origin, &shared)
  }

  private func amend(
    _ kind: Scan.Kind, to number: Barcode, _ origin: ScanOrigin,
    _ shared: inout Shared
  ) {
    let words = shared.words
    do {
      let old = entry.transaction
      let new =
        kind == .item
        ? try desk.amend(
          sequence: entry.sequence, item: number, origin: origin)
        : try desk.amend(
          sequence: entry.sequence, borrower: number, origin: origin)
      shared.close()
      shared.answer = (number.text, shared.now)
      guard new != old else { return shared.say(words.notChanged(old)) }
      shared.noteChange(at: desk)
      if origin.isDoubtful { shared.remark(words.accepted(number.text)) }
      shared.ask(.choose(entry.sequence))
      shared.say(words.amended(old, to: new))
    } catch let error as FileError {
      shared.refuse(words.notAmended(number, error))
    } catch CirculationError.itemIsBorrower where kind == .borrower {
      shared.refuse(words.notACard(number.text))
    } catch CirculationError.notInList {
      shared.close()
      shared.refuse(words.notAmendedAsSaved(number))
    } catch {
      shared.refuse(words.sentence(about: error))
    }
  }

  /// Shows the line as it is now, and closes if it is gone.
  mutating func refresh(_ shared: inout Shared) {
    guard let index = desk.unsaved.index(ofSequence: entry.sequence) else {
      shared.close()
      return shared.remark(
        shared.words.amendEnded(isSaved: !desk.hasDeleted(entry)))
    }
    let now = desk.unsaved[index]
    if now == entry, field?.isEmpty == false { return }
    self = AmendRoom(now, form.focus, at: desk)
  }
}

extension Desk {
  /// Returns true if a line that was in the list was deleted there.
  fileprivate func hasDeleted(_ entry: DeskEntry) -> Bool {
    changes.contains { change in
      change.kind == .deletion
        && change.before.contains { $0.sequence == entry.sequence }
    }
  }
}
