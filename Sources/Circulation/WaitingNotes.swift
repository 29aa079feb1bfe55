/// The textbook events that wait with the transactions of a desk: who brought a
/// return, and states of copies.
///
/// They name a return that has no sequence number yet by its place among the
/// waiting transactions.
struct WaitingNotes {
  /// A return at which something is noted.
  enum Return: Hashable {
    /// A waiting transaction, by its index.
    case waiting(Int)
    /// A recorded one, by its sequence number.
    case recorded(sequence: Int)
  }

  fileprivate enum Note {
    case bringer(Barcode, of: Return)
    case status(Int, item: Barcode, at: Return?)
  }

  /// The notes, each with its time and the number of transactions before it.
  private var notes: [(place: Int, time: LocalTime, note: Note)] = []

  var isEmpty: Bool { notes.isEmpty }

  /// Adds the bringer of the last of so many waiting transactions.
  mutating func add(bringer: Barcode, at time: LocalTime, after count: Int) {
    notes.append((count, time, .bringer(bringer, of: .waiting(count - 1))))
  }

  /// Adds the status of a copy behind so many waiting transactions.
  mutating func add(
    status: Int, of item: Barcode, at returned: Return?, _ time: LocalTime,
    after count: Int
  ) {
    notes.append((count, time, .status(status, item: item, at: returned)))
  }

  /// Drops what belongs to a waiting transaction that was dropped; so many are
  /// left.
  mutating func dropTransaction(leaving count: Int) {
    notes.removeAll { $0.note.returned == .waiting(count) }
    for index in notes.indices {
      notes[index].place = min(notes[index].place, count)
    }
  }

  /// Drops the newest note.
  mutating func dropLast() {
    _ = notes.popLast()
  }

  /// Returns the events of transactions and notes in the order in which they
  /// came, and which of their numbers answer to one scan or one line each: all
  /// but those of bringers.
  func events(
    with transactions: [Transaction], from first: Int
  ) -> (events: [(event: Journal.Event, time: LocalTime)], answers: [Int]) {
    var events: [(event: Journal.Event, time: LocalTime)] = []
    var answers: [Int] = []
    var sequences: [Int] = []
    var rest = notes[...]
    func append(_ event: Journal.Event, _ time: LocalTime, isAnswer: Bool) {
      if isAnswer { answers.append(first + events.count) }
      events.append((event, time))
    }
    func appendNotes(at place: Int) {
      while let note = rest.first, note.place <= place {
        rest.removeFirst()
        append(
          .textbook(note.note.event(of: sequences), optional: nil), note.time,
          isAnswer: !note.note.isOfBringer)
      }
    }
    appendNotes(at: 0)
    for transaction in transactions {
      sequences.append(first + events.count)
      append(.recorded(transaction), transaction.recorded, isAnswer: true)
      appendNotes(at: sequences.count)
    }
    return (events, answers)
  }
}

extension WaitingNotes.Note {
  fileprivate var isOfBringer: Bool {
    if case .bringer = self { true } else { false }
  }

  fileprivate var returned: WaitingNotes.Return? {
    switch self {
    case .bringer(_, let returned): returned
    case .status(_, _, let returned): returned
    }
  }

  /// Returns the event, given the sequence numbers of the transactions that
  /// waited.
  fileprivate func event(of sequences: [Int]) -> TextbookEvent {
    switch self {
    case .bringer(let bringer, let returned):
      .brought(sequence: returned.sequence(in: sequences), by: bringer)
    case .status(let status, let item, let returned):
      .condition(
        Condition(
          item: item, status: status,
          returned: returned?.sequence(in: sequences)))
    }
  }
}

extension WaitingNotes.Return {
  fileprivate func sequence(in sequences: [Int]) -> Int {
    switch self {
    case .waiting(let index): sequences[index]
    case .recorded(let sequence): sequence
    }
  }
}
