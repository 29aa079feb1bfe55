import Support

@testable import Circulation
@testable import Offload
@testable import Station

extension Samples {
  /// The words of an account of an outage.
  mutating func addAccount() {
    let path = Value.path
    add("var accountTitle: String { get }") { [$0.accountTitle] }
    add("func summary(of account: Account) -> String") {
      [$0.summary(of: Value.account)]
    }
    add("func heading(of part: Account.Part) -> String") { words in
      Account.Part.allCases.map { words.heading(of: $0) }
    }
    add("var columnsOfSums: [String] { get }") {
      [$0.columnsOfSums.joined(separator: "\n")]
    }
    add("var allDesks: String { get }") { [$0.allDesks] }
    add(
      "func balance(of sums: AccountedSums) -> String", naming: ["4711"]
    ) { words in
      [
        AccountedSums(recorded: 4_711, uploaded: 4_711),
        AccountedSums(
          recorded: 4_711, uploaded: 1, refused: 1, takenOut: 1,
          handedOver: 1, waiting: 1),
      ].map { words.balance(of: $0) }
    }
    add(
      "func recount(by journal: AccountedJournal) -> String",
      naming: ["/OffCirc.dat"]
    ) { words in
      Value.account.desks.flatMap(\.journals).map { words.recount(by: $0) }
    }
    add("func sentence(on upload: AccountedUpload) -> String") { words in
      [words.sentence(on: Value.accountedUpload)]
    }
    add("func foreignLines(_ count: Int) -> String") { words in
      Value.counts.map { words.foreignLines($0) }
    }
    add("func headOfTimes(areDays: Bool) -> String") { words in
      [true, false].map { words.headOfTimes(areDays: $0) }
    }
    add("func name(of time: AccountedTime, isDay: Bool) -> String") { words in
      Value.account.times.flatMap { time in
        [true, false].map { words.name(of: time, isDay: $0) }
      }
    }
    add(
      "func unreadableLines(_ count: Int, of desk: String) -> String",
      naming: ["DESK"]
    ) { words in
      Value.counts.map { words.unreadableLines($0, of: "DESK") }
    }
    add(
      "func unsavedTransactions(_ count: Int, at path: String) -> String",
      naming: ["/files/x"]
    ) { words in
      Value.counts.map { words.unsavedTransactions($0, at: path) }
    }
    add(
      "func damagedJournal(at path: String) -> String", naming: ["/files/x"]
    ) { [$0.damagedJournal(at: path)] }
    add("var noLosses: String { get }") { [$0.noLosses] }
    add("var columnsOfActs: [String] { get }") {
      [$0.columnsOfActs.joined(separator: "\n")]
    }
    add("func name(of act: AccountedAct) -> String") { words in
      Value.account.acts.map { words.name(of: $0) }
    }
    add("var nothingByHand: String { get }") { [$0.nothingByHand] }
    add("var withoutNumbers: String { get }") { [$0.withoutNumbers] }
    add(
      "func accountWritten(_ account: Account, to path: String) -> String",
      naming: ["/files/x"]
    ) { [$0.accountWritten(Value.account, to: path)] }
    addToDo()
  }

  private mutating func addToDo() {
    let path = Value.path
    add("var toDoTitle: String { get }") { [$0.toDoTitle] }
    add("var toDoPurpose: String { get }") { [$0.toDoPurpose] }
    add(
      "func station(of file: StationFile) -> String",
      naming: ["/files/x", "4711"]
    ) {
      [
        $0.station(
          of: StationFile(path: Value.path, desk: nil, station: "4711"))
      ]
    }
    add("var stepToFetch: String { get }") { [$0.stepToFetch] }
    add("func stepToSave(_ count: Int) -> String") { words in
      Value.counts.map { words.stepToSave($0) }
    }
    add("func stepToUpload(_ count: Int) -> String") { words in
      Value.counts.map { words.stepToUpload($0) }
    }
    add("func stepToReport(_ count: Int) -> String") { words in
      Value.counts.map { words.stepToReport($0) }
    }
    add("func stepToAnswer(_ count: Int) -> String") { words in
      Value.counts.map { words.stepToAnswer($0) }
    }
    add("var nothingLeftToDo: String { get }") { [$0.nothingLeftToDo] }
    add("func stepToArchive(isChanged: Bool) -> String") { words in
      [true, false].map { words.stepToArchive(isChanged: $0) }
    }
    add("var headingOfCopies: String { get }") { [$0.headingOfCopies] }
    add(
      "func stepToRecover(_ copy: RollCall.Ahead) -> String",
      naming: ["/files/x"]
    ) { [$0.stepToRecover(RollCall.Ahead(path: path, count: 2))] }
    add("func toDoWritten(to path: String) -> String", naming: ["/files/x"]) {
      [$0.toDoWritten(to: path)]
    }
  }
}

extension Value {
  /// An upload of which a message matches no line.
  static let accountedUpload = made {
    let folder = TestFolder()
    let path = folder.path + "/OffCirc.dat"
    try PosixFileSystem().open(path, for: .appending)
      .append(DataFormat.lines(of: [loan]).span)
    var report = JobReport()
    report.messages = [
      JobReport.Message(
        line: 1, text: "Item not found. Barcode: \(loan.item.text)"),
      JobReport.Message(line: nil, text: "Item not found. Barcode: 4711"),
    ]
    return try AccountedUpload(Worklist(of: report, with: path))
  }

  /// The account of a station with two transactions, about which somebody has
  /// decided everything that can be decided.
  static let account = made {
    let folder = TestFolder()
    let station = StationFolder(path: folder.path)
    let desk = try Desk(folder: station, clock: WallClock { time })
    desk.switch(to: .return)
    try desk.record(Barcode("4711"))
    try desk.record(Barcode("4712"))
    _ = try desk.save()
    try desk.close()
    let fix = try Fix([StationFile(path: station.dataFile)])
    let source = fix.source(of: 0)
    let lines = [1, 2].compactMap { fix.name(ofLine: $0, in: 0) }
    let number = try Barcode("4713")
    let acts: [Decision.Act] = [
      .keep(lines), .takeOut(lines), .swap(lines), .item(lines, number),
      .borrower(lines, number), .shift(source, .by(minutes: 1)),
      .order(lines[0], lines[1]),
    ]
    return Account(
      of: fix,
      by: zip(1..., acts).map {
        Decision.Numbered($0, Decision($1, by: "m", at: time))
      }, at: time)
  }
}
