import Seeded
import Simulated
import Testing

@testable import Circulation

/// Random hands at a desk with textbooks, against a model of arrays.
struct RandomConditionTests {
  @Test(arguments: 0..<8 as Range<UInt64>)
  func statesBringersFinesAndSkipsAreThoseOfTheModel(_ seed: UInt64) throws {
    var hands = try TextbookHands(seed: seed)
    for step in 0..<80 {
      try hands.step()
      guard try hands.isAsExpected(reopened: step.isMultiple(of: 7)) else {
        Issue.record("seed \(seed), step \(step): \(hands.last)")
        return
      }
    }
  }
}

private struct TextbookHands {
  /// A return, as the model keeps it.
  private struct Return {
    var item: String
    var bringer: String?
    /// Every state that was noted, with the copy that it was noted of.
    var states: [(item: String, state: Int)] = []
    var charges: [(item: String, cents: Int)] = []
    var isPaid = false
    var isDeleted = false

    var state: Int? {
      states.last { $0.item == item }?.state
    }

    /// The cents of the charge in force.
    var cents: Int? {
      guard let charge = charges.last else { return nil }
      return isPaid || !isDeleted && charge.item == item ? charge.cents : nil
    }
  }

  private let files = SimulatedFileSystem()
  private var random: SeededGenerator
  private var desk: Desk
  private var model: [Int: Return] = [:]
  /// The returns before each change that can be taken back.
  private var history: [(sequence: Int, before: Return)] = []
  /// All events of hand-outs.
  private var skips: [HandOutSkip] = []
  private var itemCount = 0
  private(set) var last = ""

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    desk = try Desk(files)
  }

  func isAsExpected(reopened: Bool) throws -> Bool {
    let desk = reopened ? try Desk(files.copy()) : desk
    let listed = model.filter { !$0.value.isDeleted }
    let entries = desk.replay.saved + desk.replay.unsaved
    let history = LendingHistory(of: [desk.replay])
    let fines = history.fines.values.compactMap { fine in
      fine.charge.map { (fine.id.sequence, $0.cents) }
    }
    return entries.map(\.sequence) == listed.keys.sorted()
      && entries.allSatisfy { entry in
        let expected = model[entry.sequence]
        return entry.transaction.item.text == expected?.item
          && desk.condition(ofReturn: entry.sequence) == expected?.state
          && desk.bringer(ofReturn: entry.sequence)?.text == expected?.bringer
      }
      && history.skips.map(\.skip) == skips
      && Dictionary(uniqueKeysWithValues: fines)
        == model.compactMapValues(\.cents).mapValues { $0 }
  }

  mutating func step() throws {
    switch Int.random(in: 0..<21, using: &random) {
    case 0..<6: try takeBack()
    case 6..<10: try note()
    case 10..<12: try delete()
    case 12..<14: try amend()
    case 14: try undo()
    case 15: try save()
    case 16..<18: try charge()
    case 18: try settle()
    case 19: try skip()
    default: try reopen()
    }
  }

  private mutating func takeBack() throws {
    last = "return"
    let count = Int.random(in: 1...3, using: &random)
    var taken: [Return] = []
    desk.switch(to: .return)
    for _ in 0..<count {
      itemCount += 1
      var new = Return(item: "\(itemCount)")
      if Bool.random(using: &random) { new.bringer = "b\(itemCount)" }
      let item = try Barcode(new.item)
      try desk.record(item, broughtBy: new.bringer.map(Barcode.init))
      for state in 1...3 where Bool.random(using: &random) {
        try desk.note(status: state, of: item)
        new.states.append((new.item, state))
      }
      taken.append(new)
    }
    let recorded = try desk.commit()
    for (entry, new) in zip(recorded, taken) { model[entry.sequence] = new }
  }

  private mutating func anyReturn() -> DeskEntry? {
    (desk.replay.saved + desk.unsaved).randomElement(using: &random)
  }

  private mutating func note() throws {
    last = "state"
    guard let entry = anyReturn() else { return }
    let state = Int.random(in: 1...99, using: &random)
    let item = entry.transaction.item
    try desk.note(status: state, of: item, ofReturn: entry.sequence)
    model[entry.sequence]?.states.append((item.text, state))
  }

  private mutating func delete() throws {
    last = "delete"
    guard let entry = desk.unsaved.randomElement(using: &random) else { return }
    keep(entry)
    try desk.delete(sequence: entry.sequence)
    model[entry.sequence]?.isDeleted = true
  }

  private mutating func amend() throws {
    last = "amend"
    guard let entry = desk.unsaved.randomElement(using: &random) else { return }
    itemCount += 1
    keep(entry)
    try desk.amend(sequence: entry.sequence, item: Barcode("\(itemCount)"))
    model[entry.sequence]?.item = "\(itemCount)"
  }

  private mutating func keep(_ entry: DeskEntry) {
    if let before = model[entry.sequence] {
      history.append((entry.sequence, before))
    }
  }

  private mutating func undo() throws {
    last = "undo"
    guard !history.isEmpty, let change = desk.changes.last else { return }
    #expect(try desk.undo(from: change.sequence).count == 1)
    let (sequence, before) = history.removeLast()
    // What was noted since stays.
    model[sequence]?.item = before.item
    model[sequence]?.isDeleted = before.isDeleted
  }

  private mutating func save() throws {
    last = "save"
    try desk.save()
    history = []
  }

  private mutating func charge() throws {
    last = "charge"
    guard let entry = anyReturn() else { return }
    let cents = Int.random(in: 0...5_000, using: &random)
    let item = entry.transaction.item
    try desk.charge([
      FineCharge(
        FineID(station: desk.station, sequence: entry.sequence), of: item,
        to: Barcode("9"), cents: cents, isFinal: Bool.random(using: &random),
        because: "?")
    ])
    model[entry.sequence]?.charges.append((item.text, cents))
  }

  private mutating func settle() throws {
    last = "settle"
    let kinds = FineSettlement.Kind.allCases
    guard
      let (sequence, _) = model.filter({ !$0.value.charges.isEmpty })
        .min(by: { $0.key < $1.key }),
      let kind = kinds.randomElement(using: &random)
    else { return }
    try desk.settle([
      FineSettlement(
        FineID(station: desk.station, sequence: sequence), kind, cents: nil)
    ])
    if kind == .paid { model[sequence]?.isPaid = true }
  }

  private mutating func skip() throws {
    last = "skip"
    let pupil = try Barcode("p\(Int.random(in: 1...3, using: &random))")
    let reasons: [HandOutSkip.Reason] = [
      .absent, .present, .refused(title: "T%1"), .wanted(title: "a = b"),
    ]
    for reason in reasons where Bool.random(using: &random) {
      let skip = HandOutSkip(reason, of: pupil, in: "4A")
      try desk.skip(skip)
      skips.append(skip)
    }
  }

  private mutating func reopen() throws {
    last = "reopen"
    desk = try Desk(files)
  }
}
