import Catalogue
import Circulation
import Scanning

/// The reader: all that one reader has borrowed in this outage, and where to
/// give all of it to another card.
struct ReaderRoom: LineRoom {
  let desk: Desk
  /// The account by what is saved.
  private var saved: ReaderAccount
  /// The other card, while it is asked for.
  var field: EntryField?
  private var chosen = 0
  /// The borrower that the desk had when it was last looked at.
  private var borrowerAtDesk: Barcode?

  private init(of borrower: Barcode, at desk: Desk) {
    self.desk = desk
    saved = ReaderAccount(of: borrower, savedAt: desk)
    borrowerAtDesk = desk.borrower
  }

  /// Opens the page of a reader, if there is one.
  static func open(
    _ borrower: Barcode?, _ desk: Desk, _ shared: inout Shared,
    isOver: Bool = false
  ) {
    guard let borrower else { return shared.refuse(shared.words.noReader()) }
    let room = ReaderRoom(of: borrower, at: desk)
    shared.dropConfirmation()
    if let error = room.saved.error {
      shared.open(room, isOver: isOver)
      shared.refuse(shared.words.sentence(error))
    } else {
      shared.open(
        room,
        saying: shared.isDesk
          ? shared.words.readerShown : shared.words.copiesPrompt,
        isOver: isOver)
    }
  }

  /// Opens the page of the borrower who has an item, if one is known.
  static func open(
    holderOf item: Item, _ desk: Desk, _ shared: inout Shared,
    isOver: Bool = false
  ) {
    let number =
      shared.textbooks.map {
        CopyLookup($0, at: desk, shared.lists).standing(of: item).holder?.number
      } ?? shared.lists?.holder(of: item)?.number
    open(
      number.flatMap { try? Barcode($0) }, desk, &shared, isOver: isOver)
  }

  var borrower: Barcode { saved.borrower }
  var reader: Barcode? { borrower }

  /// The account as it is now.
  var account: ReaderAccount { saved.with(desk.unsaved) }

  /// The index of the chosen loan, the newest one being 0.
  func chosen(of account: ReaderAccount) -> Int {
    min(chosen, max(account.loans.count - 1, 0))
  }

  var chosenLine: FoundLine? {
    let account = account
    return account.loans.reversed().dropFirst(chosen(of: account)).first?.line
  }

  mutating func move(by step: Int) {
    let account = account
    let last = max(account.loans.count - 1, 0)
    chosen = min(max(chosen(of: account) + step, 0), last)
  }

  /// Asks for the card that is to have all of the reader's loans.
  mutating func perform(_ action: Action, _ shared: inout Shared) -> Outcome {
    guard action == .reader else { return .ignored }
    guard field == nil else { return .handled }
    guard shared.isDesk else {
      shared.say(shared.words.onlyAtDesk())
      return .handled
    }
    guard account.unsavedCount > 0 else {
      shared.refuse(shared.words.nothingToMove(from: borrower))
      return .handled
    }
    shared.dropConfirmation()
    field = EntryField()
    shared.say(movePrompt(shared))
    return .handled
  }

  mutating func enter(_ shared: inout Shared) {
    guard let field else { return go(to: chosenLine, &shared) }
    guard !field.isEmpty else { return shared.say(movePrompt(shared)) }
    shared.reportReplaced(by: field.number)
    if let code = shared.rules.command(field.text) {
      self.field?.erase()
      return shared.ask(.performCode(code))
    }
    let isByHand = field.state == .committed
    self.field?.select(as: .committed)
    let scan = shared.rules.scan(field.text)
    guard scan.kinds != [.item] else {
      return shared.refuse(shared.words.notACard(scan.number))
    }
    guard scan.number != borrower.text else {
      shared.dropConfirmation()
      return shared.refuse(shared.words.isSameCard(borrower))
    }
    guard
      let (card, origin) = shared.accept(
        scan, as: .borrower, at: desk, isByHand: isByHand)
    else { return }
    move(to: card, origin, &shared)
  }

  private func movePrompt(_ shared: Shared) -> String {
    shared.words.movePrompt(account.unsavedCount, from: borrower)
  }

  private func move(
    to card: Barcode, _ origin: ScanOrigin, _ shared: inout Shared
  ) {
    let words = shared.words
    let account = account
    do {
      let moved = try desk.move(from: borrower, to: card, origin: origin)
      shared.close()
      shared.answer = (card.text, shared.now)
      guard !moved.isEmpty else {
        return shared.refuse(words.nothingToMove(from: borrower))
      }
      if origin.isDoubtful { shared.remark(words.accepted(card.text)) }
      let isAtDesk = desk.borrower == borrower
      if isAtDesk {
        desk.identify(card, origin: origin)
        shared.ask(.showBorrower)
      }
      shared.noteChange(at: desk, insteadOf: isAtDesk ? borrower : nil)
      shared.say(
        words.moved(
          moved.count, from: borrower, to: card,
          savedCount: account.loans.count - account.unsavedCount))
    } catch let error as FileError {
      shared.refuse(
        words.notMoved(account.unsavedCount, from: borrower, to: card, error))
    } catch CirculationError.itemIsBorrower {
      shared.refuse(words.notACard(card.text))
    } catch {
      shared.refuse(words.sentence(about: error))
    }
  }

  /// Shows the same reader, by what is saved now.
  mutating func refresh(_ shared: inout Shared) {
    saved = ReaderAccount(of: borrower, savedAt: desk)
  }

  /// Shows the reader who is at the desk now, if it showed the one who was there
  /// before.
  mutating func poll(_ shared: inout Shared) {
    defer { borrowerAtDesk = desk.borrower }
    guard
      let now = desk.borrower, let before = borrowerAtDesk, now != before,
      borrower == before
    else { return }
    self = ReaderRoom(of: now, at: desk)
  }
}
