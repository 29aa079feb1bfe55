import Circulation
import Foundation
import Sharing

/// The journal alone.
struct JournalWriter: DurableWriter {
  let name = "Journal                        "
  private let journal: Journal

  init(in folder: TemporaryFolder) throws {
    journal = try Journal.open(
      in: StationFolder(path: try folder.newFolder()),
      at: WallClock.system.now()
    ).journal
  }

  func prepare(_ bursts: [ArraySlice<Transaction>]) {}

  func write(_ bursts: [ArraySlice<Transaction>]) throws {
    for burst in bursts { try journal.record(burst) }
  }
}

/// The desk: the journal, the verification of the lock, the list, and a copy of
/// the journal that it does not wait for.
struct DeskWriter: DurableWriter {
  let name: String
  private let desk: Desk

  init(
    in folder: TemporaryFolder, isCopying: Bool = false,
    sharingWith address: ShareAddress? = nil
  ) throws {
    name =
      address != nil
      ? "Desk, sharing what it records  "
      : isCopying
        ? "Desk, with a copy on that disk " : "Desk, with its checks          "
    desk = try Desk(
      folder: StationFolder(path: try folder.newFolder()),
      copyingTo: isCopying ? try folder.newFolder() : nil)
    if let address {
      desk.add(
        Sharer(
          to: address.text, of: desk.station, desk: "Desk", clock: desk.clock))
    }
  }

  func prepare(_ bursts: [ArraySlice<Transaction>]) {}

  func write(_ bursts: [ArraySlice<Transaction>]) throws {
    for burst in bursts {
      for transaction in burst {
        desk.switch(to: transaction.operation)
        if let borrower = transaction.borrower { desk.identify(borrower) }
        try desk.record(transaction.item)
      }
      try desk.commit()
    }
  }
}

/// The journal, forced to a new file for each write: its file is removed, as if
/// the disk failed.
struct RenewedJournal: DurableWriter {
  let name = "Journal, a fresh file each time"
  private let folder: TemporaryFolder

  init(in folder: TemporaryFolder) throws {
    self.folder = folder
  }

  func prepare(_ bursts: [ArraySlice<Transaction>]) {}

  func write(_ bursts: [ArraySlice<Transaction>]) throws {
    let files = StationFolder(path: try folder.newFolder())
    let journal = try Journal.open(
      in: files, at: WallClock.system.now()
    ).journal
    for burst in bursts {
      try FileManager.default.removeItem(atPath: files.journal)
      try journal.record(burst)
    }
  }
}
