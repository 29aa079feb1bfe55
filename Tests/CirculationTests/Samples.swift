import Simulated
import Testing

@testable import Circulation

/// Tuesday 8 May 2018, 13:48:07, in Paris.
let tuesday = LocalTime(secondsSince1970: 1_525_780_087, utcOffset: 7_200)

extension WallClock {
  /// A clock that stands still.
  static let standing = WallClock { tuesday }
}

extension Transaction {
  static func loan(_ item: String, _ borrower: String) throws -> Transaction {
    .loan(of: try Barcode(item), to: try Barcode(borrower), at: tuesday)
  }

  static func `return`(_ item: String) throws -> Transaction {
    .return(of: try Barcode(item), at: tuesday)
  }

  /// The transaction's line in `OffCirc.dat`, without its line end.
  var line: String {
    String(decoding: DataFormat.lines(of: [self]).dropLast(2), as: UTF8.self)
  }
}

extension Desk {
  /// Opens the desk of a simulated file system, after the end of whoever had it.
  convenience init(
    _ fileSystem: SimulatedFileSystem, clock: WallClock = .standing,
    copyingTo copyFolder: String? = nil
  ) throws {
    fileSystem.releaseLocks()
    try self.init(
      folder: .simulated, clock: clock, fileSystem: fileSystem,
      copyingTo: copyFolder, mirrorsInBackground: false)
  }

  /// Opens the desk beside others that may have it open, as a process on a
  /// machine does.
  convenience init(
    beside fileSystem: SimulatedFileSystem, on machine: String
  ) throws {
    try self.init(
      folder: .simulated, clock: .standing, fileSystem: fileSystem,
      as: StationProcess(id: 1, host: machine, boot: machine, start: "1"))
  }

  /// Records a loan, durably.
  func lend(_ item: String, to borrower: String) throws {
    self.switch(to: .loan)
    identify(try Barcode(borrower))
    try record(Barcode(item))
    try commit()
  }

  /// Records a return, durably.
  func takeBack(_ item: String) throws {
    self.switch(to: .return)
    try record(Barcode(item))
    try commit()
  }

  /// The items in the list.
  var unsavedItems: [String] { unsaved.map(\.transaction.item.text) }
}

extension SimulatedFileSystem {
  /// `OffCirc.dat`, as text.
  var dataFile: String? {
    get {
      self[StationFolder.simulated.dataFile].map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    set {
      self[StationFolder.simulated.dataFile] = newValue.map { Array($0.utf8) }
    }
  }

  /// `OffCirc.journal`, as bytes, without the room for the lines to come.
  var journal: [UInt8] {
    get {
      let bytes = self[StationFolder.simulated.journal] ?? []
      let end = bytes.lastIndex { $0 != .space }.map { $0 + 1 } ?? 0
      return Array(bytes.prefix(end))
    }
    set { self[StationFolder.simulated.journal] = newValue }
  }

  func openJournal() throws -> (journal: Journal, replay: JournalReplay) {
    releaseLocks()
    let opened = try Journal.open(
      in: .simulated, at: tuesday, fileSystem: self)
    return (opened.journal, opened.replay)
  }

  /// A new folder's journal in which these were recorded.
  static func with(
    _ transactions: [Transaction]
  ) throws -> SimulatedFileSystem {
    let fileSystem = SimulatedFileSystem()
    let journal = try fileSystem.openJournal().journal
    for transaction in transactions { try journal.record(transaction) }
    return fileSystem
  }
}

extension Journal {
  @discardableResult
  func record(_ transaction: Transaction) throws -> Int {
    try append([(.recorded(transaction), transaction.recorded)]).lowerBound
  }
}

extension [UInt8] {
  /// The lines, without their LF.
  var lines: [ArraySlice<UInt8>] {
    split(separator: .lineFeed, omittingEmptySubsequences: false)
  }
}
