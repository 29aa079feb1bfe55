/// All that the journals of one station have, once.
struct StationHistory {
  /// A loan or return, or a state noted without one.
  enum Event {
    case moved(DeskEntry)
    case noted(item: Barcode, CopyHistory.StockNote)
  }

  let station: String
  /// The transactions and stock notes, in the order recorded.
  private(set) var movements: [(time: LocalTime, event: Event)] = []
  /// The charges and settlements, in the order recorded.
  private(set) var fineEntries: [(time: LocalTime, event: TextbookRecord.Entry)]
  /// The events of hand-outs, in the order recorded.
  private(set) var skips: [RecordedSkip] = []
  /// All events of textbooks.
  private(set) var textbooks = TextbookRecord()
  /// The sequence numbers that the journals cover.
  private var covered: [ClosedRange<Int>] = []

  /// Joins journals of a station.
  ///
  /// Two have the same events if archiving was interrupted, or one is a copy:
  /// the one that goes on longer knows what became of them.
  init(_ station: String, _ journals: [JournalReplay]) {
    self.station = station
    var entries: [DeskEntry] = []
    var notes: [TextbookRecord.Entry] = []
    var end = Int.max
    for journal in journals.sorted(by: { $0.lastSequence > $1.lastSequence })
    where journal.firstSequence > 0 && journal.firstSequence < end {
      let last = min(journal.lastSequence, end - 1)
      covered.append(journal.firstSequence...last)
      entries += journal.saved.filter { $0.sequence <= last }
      entries += journal.unsaved.filter { $0.sequence <= last }
      notes += journal.textbooks.entries.filter { $0.sequence <= last }
      end = journal.firstSequence
    }
    entries.sort { $0.sequence < $1.sequence }
    notes.sort { $0.sequence < $1.sequence }
    for note in notes { textbooks.take(note) }
    fineEntries = notes.filter(\.isOfFine).map { ($0.time, $0) }
    skips = notes.compactMap { note in
      guard case .skipped(let skip) = note.event else { return nil }
      return RecordedSkip(
        station: station, sequence: note.sequence, time: note.time, skip: skip)
    }
    merge(entries, notes)
  }

  /// Returns true if the journals hold an event of this number, or had one.
  func hasRecorded(_ sequence: Int) -> Bool {
    covered.contains { $0.contains(sequence) }
  }

  private mutating func merge(
    _ entries: [DeskEntry], _ notes: [TextbookRecord.Entry]
  ) {
    var rest = notes.compactMap(\.stockNote)[...]
    func takeNotes(
      before sequence: Int, _ movements: inout [(LocalTime, Event)]
    ) {
      while let note = rest.first, note.sequence < sequence {
        rest.removeFirst()
        movements.append(
          (note.note.time, .noted(item: note.item, note.note)))
      }
    }
    var all: [(LocalTime, Event)] = []
    for entry in entries {
      takeNotes(before: entry.sequence, &all)
      all.append((entry.transaction.recorded, .moved(entry)))
    }
    takeNotes(before: .max, &all)
    movements = all
  }
}

extension TextbookRecord.Entry {
  fileprivate var isOfFine: Bool {
    switch event {
    case .charged, .settled: true
    case .condition, .brought, .skipped: false
    }
  }

  fileprivate var stockNote:
    (sequence: Int, item: Barcode, note: CopyHistory.StockNote)?
  {
    guard case .condition(let condition) = event, condition.returned == nil
    else { return nil }
    return (
      sequence, condition.item,
      CopyHistory.StockNote(time: time, status: condition.status)
    )
  }
}

extension [StationHistory] {
  /// Returns what all stations have in the order of time; the order of one
  /// station stays, whatever its clock shows.
  func inOrder<Event>(
    _ events: (StationHistory) -> [(time: LocalTime, event: Event)]
  ) -> [(station: StationHistory, event: Event)] {
    let lists = map(events)
    if let station = first, count == 1 {
      return lists[0].map { (station, $0.event) }
    }
    var places = [Int](repeating: 0, count: count)
    var all: [(station: StationHistory, event: Event)] = []
    while true {
      var next: Int?
      for index in indices where places[index] < lists[index].count {
        let time = lists[index][places[index]].time
        guard let best = next else {
          next = index
          continue
        }
        if time.seconds(since: lists[best][places[best]].time) < 0 {
          next = index
        }
      }
      guard let next else { return all }
      all.append((self[next], lists[next][places[next]].event))
      places[next] += 1
    }
  }
}
