import Catalogue
import Circulation
import Scanning
import Textbooks

// The states of copies that come back, and who brings them.
extension DeskRoom {
  /// True while copies come back whose states are noted.
  var notesStates: Bool { textbooks != nil && desk.operation == .return }

  /// The return on the chosen line; nil if it is a loan, or if no states are
  /// noted.
  func chosenReturn(_ lists: CatalogueWatch?) -> ReturnedCopy? {
    guard notesStates, let index = selectedIndex else { return nil }
    return textbooks?.returned(desk.unsaved[index], at: desk, lists)
  }

  /// True if a key that moves in a field moves the state instead.
  var movesState: Bool {
    notesStates && focus == .item && itemField.isEmpty
  }

  /// Makes the chosen copy so many grades worse, or better if less than 0.
  mutating func moveState(by step: Int, _ shared: inout Shared) {
    guard let copy = chosenReturn(shared.lists) else {
      return shared.say(shared.words.noReturnChosen())
    }
    guard let state = CopyStatus.state(copy.state, worseBy: step) else {
      return
    }
    note(state, at: copy, &shared)
  }

  /// Notes the state that a command code is for, of the chosen copy.
  mutating func noteState(by code: CommandCode, _ shared: inout Shared) {
    guard let state = code.state else { return }
    guard textbooks != nil else {
      return shared.refuse(shared.words.statesAreOff(code))
    }
    // What a burst holds before it is in the list, or is not its copy.
    commit(&shared)
    guard desk.waiting.isEmpty, shared.confirmation == nil,
      let copy = chosenReturn(shared.lists)
    else { return shared.refuse(shared.words.noReturnFor(code)) }
    note(state, at: copy, &shared)
  }

  private mutating func note(
    _ state: Int, at copy: ReturnedCopy, _ shared: inout Shared
  ) {
    do {
      try desk.note(status: state, of: copy.number, ofReturn: copy.sequence)
    } catch let error as FileError {
      return shared.refuse(shared.words.stateNotNoted(error))
    } catch {
      return shared.refuse(shared.words.sentence(about: error))
    }
    guard
      let textbooks, let noted = chosenReturn(shared.lists),
      let fine = noted.fine, let status = textbooks.scale[state]
    else { return }
    shared.say(
      shared.words.stateNoted(
        copy.number, shared.words.numbered(status),
        because: shared.words.reason(fine, on: textbooks.scale)))
  }

  /// The borrower who has an item that comes back, by the journals; a loan does
  /// not wait for them to be read.
  func knownHolder(of item: Barcode) -> Barcode? {
    notesStates ? textbooks?.copy(item, at: desk)?.holder : nil
  }

  /// The person at the desk, if that is not known to be who had an item.
  func bringer(
    of item: Barcode, heldBy holder: Barcode?, _ shared: Shared
  ) -> Barcode? {
    guard notesStates, let borrower = desk.borrower else { return nil }
    if let holder { return holder == borrower ? nil : borrower }
    let isHolder = shared.lists.map {
      $0.isHolder(borrower.text, $0.standing(ofItem: item.text)?.holder)
    }
    return isHolder == true ? nil : borrower
  }

  /// Tells whose copy somebody else has brought, and what that person still
  /// owes of the title.
  func tellOfSwap(
    _ item: Barcode, broughtBy bringer: Barcode?, heldBy holder: Barcode?,
    _ shared: inout Shared
  ) {
    guard let textbooks, let bringer, let holder else { return }
    func name(_ borrower: Barcode) -> String {
      shared.lists?.borrower(borrower.text)?.name ?? borrower.text
    }
    let words = shared.words
    shared.pointOut(
      words.broughtFor(item, holder: name(holder), bringer: name(bringer)))
    guard let title = shared.lists?.item(item.text)?.title else { return }
    let owed = textbooks.copies(heldBy: bringer, at: desk).filter {
      $0 != item && shared.lists?.item($0.text)?.title == title
    }
    if !owed.isEmpty {
      shared.remark(words.stillOwes(name(bringer), title: title, owed))
    }
  }
}
