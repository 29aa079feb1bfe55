import Circulation
import Dispatch
import Synchronization

/// A cached upload status of a station's `OffCirc.dat`, refreshed in the
/// background: a ledger on an unresponsive drive never blocks the station.
package final class LedgerWatch: Sendable {
  private let folder: StationFolder
  private let queue: DispatchQueue?
  private let state = Mutex(State())
  // Accessed only by the one task that runs at a time.
  private nonisolated(unsafe) let ledger: Ledger
  private nonisolated(unsafe) let fileSystem: any FileSystem
  private nonisolated(unsafe) let disk: any FolderOperations

  private struct State {
    var isBusy = false
    var looked: Looked?
    var handOver = HandOver()
    var isSeen = true
    /// The time of the next exchange with other computers.
    var nextExchange = ContinuousClock.now
  }

  /// The ledger, the data file and the kits as of the last read.
  private struct Looked: Hashable {
    let ledger: FileVersion?
    let copy: FileVersion?
    let dataFile: FileVersion?
    let kits: [FileVersion?]
  }

  /// Creates a watch that works in the background, or synchronously in each
  /// call.
  ///
  /// - Parameters:
  ///   - ledger: the ledger.
  ///   - folder: the station's folder.
  ///   - inBackground: true to work in the background.
  ///   - fileSystem: the file system of the station's files.
  ///   - disk: the file system of the kits.
  package init(
    _ ledger: Ledger, of folder: StationFolder, inBackground: Bool = true,
    fileSystem: any FileSystem = PosixFileSystem(),
    disk: any FolderOperations = PosixFileSystem()
  ) {
    self.disk = disk
    self.ledger = ledger
    self.folder = folder
    self.fileSystem = fileSystem
    queue = inBackground ? DispatchQueue(label: "offcirc.ledger") : nil
  }

  /// The status as of the last read.
  package var handOver: HandOver {
    state.withLock { state in
      state.isSeen = true
      return state.handOver
    }
  }

  /// True while the status is being refreshed.
  package var isBusy: Bool {
    state.withLock { $0.isBusy }
  }

  /// True if the status has changed since ``handOver`` was last read.
  package var hasNews: Bool {
    state.withLock { !$0.isSeen }
  }

  /// Refreshes the status if a file has changed.
  package func look() {
    let isBusy = state.withLock { state in
      defer { state.isBusy = true }
      return state.isBusy
    }
    if isBusy { return }
    guard let queue else { return work() }
    queue.async { self.work() }
  }

  /// Gets what other computers have listed, once a minute; the frame shows if
  /// they are out of reach.
  private func exchange() {
    let isDue = state.withLock { state in
      guard state.nextExchange <= .now else { return false }
      state.nextExchange = .now + .seconds(60)
      return true
    }
    if isDue { _ = try? ledger.exchange() }
  }

  private func work() {
    exchange()
    let last = state.withLock { ($0.looked, $0.handOver) }
    var handOver = last.1
    // If a file can't be inspected, everything is read again.
    let now = try? look(at: handOver)
    if now == nil || now != last.0 {
      do {
        handOver = try HandOver(
          of: folder, by: ledger, fileSystem: fileSystem, disk: disk)
      } catch {
        // The station itself reports an unreadable data file.
        handOver = HandOver()
      }
    }
    // The kits may be others than before.
    let looked = try? look(at: handOver)
    state.withLock { [looked, handOver] state in
      state.looked = looked
      if handOver != state.handOver { state.isSeen = false }
      state.handOver = handOver
      state.isBusy = false
    }
  }

  private func look(at handOver: HandOver) throws(FileError) -> Looked {
    var kits: [FileVersion?] = []
    for kit in handOver.kits {
      kits.append(try disk.version(kit.folder.appending(path: ".")))
      kits.append(
        try disk.version(kit.folder.temporarySibling.appending(path: ".")))
      for name in try disk.names(in: kit.folder) {
        kits.append(try disk.version(kit.folder.appending(path: name)))
      }
    }
    return Looked(
      ledger: try ledger.version(), copy: try ledger.copyVersion(),
      dataFile: try fileSystem.version(folder.dataFile), kits: kits)
  }
}
