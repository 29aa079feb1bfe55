import Circulation

/// The reader: all that one reader has borrowed in this outage, and where to
/// give all of it to another card.
struct ReaderRoom: Room {
  /// The account by what is saved.
  private var saved: ReaderAccount
  /// The other card, while it is asked for.
  var field: EntryField?
  private(set) var chosen = 0

  init(of borrower: Barcode, at desk: Desk) {
    saved = ReaderAccount(of: borrower, savedAt: desk)
  }

  var page: Station.Page { .reader(self) }
  var borrower: Barcode { saved.borrower }

  /// The account as it is now.
  func account(at station: Station) -> ReaderAccount {
    saved.with(station.desk.unsaved)
  }

  /// The index of the chosen loan, the newest one being 0.
  func chosen(of account: ReaderAccount) -> Int {
    min(chosen, max(account.loans.count - 1, 0))
  }

  func chosenLine(at station: Station) -> FoundLine? {
    let account = account(at: station)
    let loans = account.loans.reversed().dropFirst(chosen(of: account))
    return loans.first?.line
  }

  mutating func move(by step: Int, at station: Station) {
    let account = account(at: station)
    let last = max(account.loans.count - 1, 0)
    chosen = min(max(chosen(of: account) + step, 0), last)
  }

  func enter(at station: inout Station) {
    guard let field else { return station.go(to: chosenLine(at: station)) }
    guard !field.isEmpty else { return station.say(movePrompt(at: station)) }
    station.tellWhatGaveWay(to: field.number)
    if station.obeys(field) { return }
    var room = self
    room.field?.select(as: .settled)
    station.page = room.page
    let scan = station.rules.scan(field.text)
    guard scan.kinds != [.item] else {
      return station.refuse(station.words.notACard(scan.number))
    }
    guard scan.number != borrower.text else {
      station.dropDoubt()
      return station.refuse(station.words.isSameCard(borrower))
    }
    let isByHand = field.standing == .settled
    guard
      let (card, origin) = station.take(scan, as: .borrower, isByHand: isByHand)
    else { return }
    station.move(account(at: station), to: card, origin)
  }

  func movePrompt(at station: Station) -> String {
    station.words.movePrompt(
      account(at: station).unsavedCount, from: borrower)
  }

  /// The same reader, by what is saved now.
  func refreshed(at desk: Desk) -> ReaderRoom {
    var room = self
    room.saved = ReaderAccount(of: borrower, savedAt: desk)
    return room
  }
}

extension Station {
  /// Opens the page of a reader; there, asks for the card that is to have all of
  /// the reader's loans.
  mutating func openReader(from room: (any Room)? = nil) {
    if var room = room as? ReaderRoom {
      guard room.field == nil else { return }
      guard room.account(at: self).unsavedCount > 0 else {
        return refuse(words.nothingToMove(from: room.borrower))
      }
      dropDoubt()
      room.field = EntryField()
      page = room.page
      return say(room.movePrompt(at: self))
    }
    let borrower =
      room?.chosenLine(at: self)?.transaction.borrower
      ?? (room == nil ? readerAtDesk : nil)
    guard let borrower else { return refuse(words.noReader()) }
    let reader = ReaderRoom(of: borrower, at: desk)
    open(reader)
    if let failure = reader.account(at: self).failure {
      refuse(words.sentence(failure))
    } else {
      say(words.readerShown)
    }
  }

  /// Shows the reader who is at the desk now, if the page showed the one who was
  /// there before.
  mutating func followReader(from old: Barcode?) {
    guard
      case .reader(let room) = page, room.borrower == old,
      let borrower = desk.borrower, borrower != old
    else { return }
    page = ReaderRoom(of: borrower, at: desk).page
  }

  /// The reader of the line that a person has chosen, else the one at the desk.
  private var readerAtDesk: Barcode? {
    let index = selection.flatMap { desk.unsaved.index(ofSequence: $0) }
    let chosen = index.flatMap { desk.unsaved[$0].transaction.borrower }
    let isChosen = focus == .list || index != desk.unsaved.indices.last
    return isChosen ? chosen ?? desk.borrower : desk.borrower ?? chosen
  }

  fileprivate mutating func move(
    _ account: ReaderAccount, to card: Barcode, _ origin: Origin
  ) {
    let old = account.borrower
    do {
      let moved = try desk.move(from: old, to: card, origin: origin)
      page = nil
      answer = (card.text, moment())
      guard !moved.isEmpty else {
        return refuse(words.nothingToMove(from: old))
      }
      if origin.isDoubtful { remarks.append(words.accepted(card.text)) }
      let isAtDesk = desk.borrower == old
      if isAtDesk {
        desk.identify(card, origin: origin)
        showBorrower()
        setFocus(neededField)
      }
      noteChange(insteadOf: isAtDesk ? old : nil)
      say(
        words.moved(
          moved.count, from: old, to: card,
          savedCount: account.loans.count - account.unsavedCount))
    } catch let failure as FileFailure {
      refuse(
        words.notMoved(account.unsavedCount, from: old, to: card, failure))
    } catch CirculationError.itemIsBorrower {
      refuse(words.notACard(card.text))
    } catch {
      refuse(words.sentence(error))
    }
  }
}
