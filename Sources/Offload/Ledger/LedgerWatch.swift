import Circulation
import Dispatch
import Synchronization

/// Knows how much of a station's `OffCirc.dat` was handed over, without keeping
/// the station waiting for a ledger on a drive that does not answer.
package final class LedgerWatch: Sendable {
  private let folder: StationFolder
  private let queue: DispatchQueue?
  private let state = Mutex(State())
  // Only the one task that makes it busy touches them.
  private nonisolated(unsafe) let ledger: Ledger
  private nonisolated(unsafe) let fileSystem: any FileSystem
  private nonisolated(unsafe) let disk: any FolderSystem

  private struct State {
    var isBusy = false
    var looked: Looked?
    var handOver = HandOver()
    var isSeen = true
  }

  /// What the ledger and the file were when they were looked at.
  private struct Looked: Hashable {
    let ledger: FileStamp?
    let dataFile: FileStamp?
    let kits: [FileStamp?]
  }

  /// Looks beside the caller, or has looked when a call returns.
  ///
  /// - Parameters:
  ///   - ledger: what was handed over.
  ///   - folder: the station's.
  ///   - isBeside: whether it looks beside the caller.
  ///   - fileSystem: what the station's files are read with.
  ///   - disk: what the kits are read with.
  package init(
    _ ledger: Ledger, of folder: StationFolder, isBeside: Bool = true,
    fileSystem: any FileSystem = PosixFileSystem(),
    disk: any FolderSystem = PosixFileSystem()
  ) {
    self.disk = disk
    self.ledger = ledger
    self.folder = folder
    self.fileSystem = fileSystem
    queue = isBeside ? DispatchQueue(label: "offcirc.ledger") : nil
  }

  /// What was known of the hand-over when it was last looked at.
  package var handOver: HandOver {
    state.withLock { state in
      state.isSeen = true
      return state.handOver
    }
  }

  /// Whether it is looking just now.
  package var isBusy: Bool {
    state.withLock { $0.isBusy }
  }

  /// Whether something has changed since ``handOver`` was asked for.
  package var hasNews: Bool {
    state.withLock { !$0.isSeen }
  }

  /// Looks whether that has changed.
  package func look() {
    let isBusy = state.withLock { state in
      defer { state.isBusy = true }
      return state.isBusy
    }
    if isBusy { return }
    guard let queue else { return work() }
    queue.async { self.work() }
  }

  private func work() {
    let last = state.withLock { ($0.looked, $0.handOver) }
    var handOver = last.1
    // Where something can't be looked at, all of it is read again.
    let now = try? look(at: handOver)
    if now == nil || now != last.0 {
      do {
        handOver = try HandOver(
          of: folder, by: ledger, fileSystem: fileSystem, disk: disk)
      } catch {
        // A data file that can't be read is told by the station itself.
        handOver = HandOver()
      }
    }
    // The kits are those of what was found now.
    let looked = try? look(at: handOver)
    state.withLock { [looked, handOver] state in
      state.looked = looked
      if handOver != state.handOver { state.isSeen = false }
      state.handOver = handOver
      state.isBusy = false
    }
  }

  private func look(at handOver: HandOver) throws(FileFailure) -> Looked {
    var kits: [FileStamp?] = []
    for kit in handOver.kits {
      kits.append(try disk.stamp(kit.folder + "/."))
      kits.append(try disk.stamp(kit.folder.hiddenBeside + "/."))
      for name in try disk.names(in: kit.folder) {
        kits.append(try disk.stamp(kit.folder + "/" + name))
      }
    }
    return Looked(
      ledger: try ledger.stamp(),
      dataFile: try fileSystem.stamp(folder.dataFile), kits: kits)
  }
}
