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

  private struct State {
    var isBusy = false
    var looked: Looked?
    var standing: Standing?
    var isSeen = true
  }

  /// What the ledger and the file were when they were looked at.
  private struct Looked: Hashable {
    let ledger: FileStamp?
    let dataFile: FileStamp?
  }

  /// Looks beside the caller, or has looked when a call returns.
  package init(
    _ ledger: Ledger, of folder: StationFolder, isBeside: Bool = true,
    fileSystem: any FileSystem = PosixFileSystem()
  ) {
    self.ledger = ledger
    self.folder = folder
    self.fileSystem = fileSystem
    queue = isBeside ? DispatchQueue(label: "offcirc.ledger") : nil
  }

  /// How much was handed over when it was last looked at; nil if there is no
  /// file, or the ledger can't be read now.
  package var standing: Standing? {
    state.withLock { state in
      state.isSeen = true
      return state.standing
    }
  }

  /// Whether it is looking just now.
  package var isBusy: Bool {
    state.withLock { $0.isBusy }
  }

  /// Whether something has changed since ``standing`` was asked for.
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
    let last = state.withLock { ($0.looked, $0.standing) }
    var looked: Looked?
    var standing: Standing?
    // A ledger that can't be read says nothing; the commands tell why.
    do {
      let dataFile = try fileSystem.stamp(folder.dataFile)
      looked = Looked(ledger: try ledger.stamp(), dataFile: dataFile)
      if looked == last.0 {
        standing = last.1
      } else if dataFile != nil {
        standing = try ledger.entries().standing(
          of: folder.dataFile, fileSystem: fileSystem)
      }
    } catch {
      looked = nil
    }
    state.withLock { [looked, standing] state in
      state.looked = looked
      if standing != state.standing { state.isSeen = false }
      state.standing = standing
      state.isBusy = false
    }
  }
}
