import Circulation

/// The notes that the journal has of a return beside the transaction: the state
/// of the copy, and who brought it.
struct ReturnNote {
  var state: Int?
  var bringer: Barcode?
}

extension TextbookRecord {
  /// Returns what was noted at a return; nothing for a loan.
  func note(of entry: DeskEntry) -> ReturnNote {
    ReturnNote(state: status(at: entry), bringer: bringer(of: entry))
  }
}

/// The notes that the journal has of the returns in `OffCirc.dat`, whose lines
/// have no sequence numbers: they are known again by item and minute, in their
/// order.
struct SavedReturnNotes {
  private struct Line: Hashable {
    let item: Barcode
    let minute: Int

    init(_ transaction: Transaction) {
      item = transaction.item
      minute = transaction.recorded.wallMinutes
    }
  }

  private var notes: [Line: ArraySlice<ReturnNote>] = [:]

  /// Collects the notes of a replay that keeps all saved transactions.
  init(of replay: JournalReplay) {
    for entry in replay.saved + replay.unsaved
    where entry.transaction.operation == .return {
      notes[Line(entry.transaction), default: []].append(
        replay.textbooks.note(of: entry))
    }
  }

  /// Takes what was noted at the next such line.
  mutating func take(_ transaction: Transaction) -> ReturnNote {
    guard transaction.operation == .return else { return ReturnNote() }
    return notes[Line(transaction)]?.popFirst() ?? ReturnNote()
  }
}
