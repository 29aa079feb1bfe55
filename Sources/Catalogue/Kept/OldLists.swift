import Circulation
import Dispatch
import Synchronization

/// The lists of borrowers that are older than the settings say: they are erased
/// in the background, since the catalogue is made again without them.
package final class OldLists: Sendable {
  /// The number of days that lists of borrowers are kept.
  package let days: Int
  private let day: String
  private let queue: DispatchQueue?
  private let state = Mutex(State())
  // Accessed only by the one task that runs.
  private nonisolated(unsafe) let lists: Rebuilding

  private struct State {
    var hasBegun = false
    var isBusy = false
    var hasErased = false
    var outcome: Result<[ImportedList], CatalogueError>?
  }

  /// Creates the old lists of a catalogue; nothing is read yet.
  ///
  /// - Parameters:
  ///   - path: the path of the catalogue.
  ///   - days: the number of days that lists are kept.
  ///   - day: the first day, `YYYY-MM-DD`, of which lists are kept.
  ///   - inBackground: true to erase them in the background.
  ///   - disk: the file system that has the catalogue.
  package init(
    of path: String, keptFor days: Int, before day: String,
    inBackground: Bool = true,
    on disk: any FolderOperations = PosixFileSystem()
  ) {
    self.days = days
    self.day = day
    lists = Rebuilding(of: path, on: disk)
    queue = inBackground ? DispatchQueue(label: "offcirc.catalogue") : nil
  }

  /// True if there is no catalogue because all its lists were too old.
  var explainAbsence: Bool {
    let (isBusy, hasErased) = state.withLock { ($0.isBusy, $0.hasErased) }
    return isBusy || hasErased && !lists.hasLists
  }

  /// True while they are being erased, or if nobody knows yet how that ended.
  package var isPending: Bool {
    state.withLock { $0.isBusy || $0.outcome != nil }
  }

  /// Begins to erase them, if there are any; only the first call does something.
  func begin() {
    let isFirst = state.withLock { state in
      defer { state.hasBegun = true }
      return !state.hasBegun
    }
    guard isFirst, lists.hasBorrowers(before: day) else { return }
    state.withLock { $0.isBusy = true }
    guard let queue else { return erase() }
    queue.async { self.erase() }
  }

  private func erase() {
    let outcome = Result { () throws(CatalogueError) in
      try lists.erase(.borrowers(before: day))
    }
    state.withLock { state in
      state.outcome = outcome
      state.hasErased = true
      state.isBusy = false
    }
  }

  /// Takes what was erased, or why it was not; nil if there is no news.
  package func takeOutcome() -> Result<[ImportedList], CatalogueError>? {
    state.withLock { state in
      defer { state.outcome = nil }
      return state.outcome
    }
  }
}
