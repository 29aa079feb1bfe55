import Circulation
import Scanning

/// Amend: a line of the list gets another item, or another borrower.
struct AmendRoom: Room {
  /// The line, as it was when the room was opened.
  let entry: DeskEntry
  /// The number that is to be another one, if the scan does not tell.
  private(set) var part = Scan.Kind.item
  private(set) var itemField = EntryField()
  private(set) var borrowerField = EntryField()

  init(_ entry: DeskEntry) {
    self.entry = entry
    itemField.show(entry.transaction.item.text)
    borrowerField.show(entry.transaction.borrower?.text ?? "")
  }

  var page: Station.Page { .amend(self) }

  var field: EntryField? {
    get { part == .item ? itemField : borrowerField }
    set {
      if part == .item {
        itemField = newValue ?? itemField
      } else {
        borrowerField = newValue ?? borrowerField
      }
    }
  }

  var chosen: Int { 0 }

  func chosenLine(at station: Station) -> FoundLine? { FoundLine(entry) }

  mutating func move(by step: Int, at station: Station) {
    guard entry.transaction.operation == .loan else { return }
    self = AmendRoom(entry, part == .item ? .borrower : .item)
  }

  private init(_ entry: DeskEntry, _ part: Scan.Kind) {
    self.init(entry)
    self.part = part
  }

  /// The same line, as it is now; nil if it is gone.
  func refreshed(at desk: Desk) -> AmendRoom? {
    guard let index = desk.unsaved.index(ofSequence: entry.sequence) else {
      return nil
    }
    let now = desk.unsaved[index]
    let isAsItWas = now == entry && field?.isEmpty == false
    return isAsItWas ? self : AmendRoom(now, part)
  }

  func enter(at station: inout Station) {
    guard let field else { return }
    let isByHand = field.standing == .settled
    if field.isEmpty || isByHand && station.doubt == nil {
      return station.say(station.words.nothingToAmend())
    }
    station.tellWhatGaveWay(to: field.number)
    if station.obeys(field) { return }
    let scan = station.rules.scan(field.text)
    let kind =
      scan.kinds.count == 1 ? scan.kinds.first ?? part : part
    var room = self
    room.field?.select(as: .settled)
    station.page = room.page
    if kind == .borrower, entry.transaction.operation == .return {
      return station.refuse(station.words.cardForReturn(scan.number))
    }
    guard
      let (number, origin) = station.take(scan, as: kind, isByHand: isByHand)
    else { return }
    station.amend(entry, kind, to: number, origin)
  }
}

extension Station {
  /// Opens Amend for the chosen line of the list.
  mutating func amendChosen() {
    let index = selection.flatMap { desk.unsaved.index(ofSequence: $0) }
    amendLine(index.map { FoundLine(desk.unsaved[$0]) })
  }

  /// Opens Amend for a line, if it is in the list.
  mutating func amendLine(_ line: FoundLine?) {
    guard
      choose(line), let selection,
      let index = desk.unsaved.index(ofSequence: selection)
    else { return }
    open(AmendRoom(desk.unsaved[index]))
    say(words.amendPrompt)
  }

  /// Takes a scan that is a room's answer; by hand, Enter was pressed on what is
  /// in doubt.
  ///
  /// - Returns: nil if it is to be scanned again, or was refused.
  mutating func take(
    _ scan: Scan, as kind: Scan.Kind, isByHand: Bool
  ) -> (Barcode, Origin)? {
    do throws(RefusedNumber) {
      let number = try Barcode(scan.number)
      takesDoubtful = isByHand && doubt?.isRead(at: moment()) ?? false
      defer { takesDoubtful = false }
      guard case .asItCame(let isDoubtful) = accept(scan, as: kind) else {
        return nil
      }
      return (
        number, Origin(raw: scan.changedRaw, isDoubtful: isDoubtful)
      )
    } catch {
      dropDoubt()
      refuse(words.sentence(error))
      return nil
    }
  }

  fileprivate mutating func amend(
    _ entry: DeskEntry, _ kind: Scan.Kind, to number: Barcode, _ origin: Origin
  ) {
    do {
      let old = entry.transaction
      let new =
        kind == .item
        ? try desk.amend(
          sequence: entry.sequence, item: number, origin: origin)
        : try desk.amend(
          sequence: entry.sequence, borrower: number, origin: origin)
      page = nil
      answer = (number.text, moment())
      guard new != old else { return say(words.notChanged(old)) }
      noteChange()
      if origin.isDoubtful { remarks.append(words.accepted(number.text)) }
      selection = entry.sequence
      say(words.amended(old, to: new))
    } catch let failure as FileFailure {
      refuse(words.notAmended(number, failure))
    } catch CirculationError.itemIsBorrower where kind == .borrower {
      refuse(words.notACard(number.text))
    } catch CirculationError.notInList {
      page = nil
      refuse(words.notAmendedAsSaved(number))
    } catch {
      refuse(words.sentence(error))
    }
  }

  /// Does what a command code in a field says.
  ///
  /// - Returns: whether there is one.
  mutating func obeys(_ field: EntryField) -> Bool {
    guard let code = rules.command(field.text) else { return false }
    if var room {
      room.field?.erase()
      page = room.page
    }
    obey(code)
    return true
  }
}
