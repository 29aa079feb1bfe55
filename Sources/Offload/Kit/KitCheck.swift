import Circulation
import Glibc

/// The state of a kit that the ledger lists.
package struct KitCheck: Hashable, Sendable {
  /// The state of a kit's folder.
  package enum State: Hashable, Sendable {
    /// Complete and unchanged.
    case whole
    /// Still under its hidden name: nobody can have used it.
    case unfinished
    /// Removed, moved, on an absent drive, or replaced by another kit.
    case missing
    /// These files are changed, missing or extra.
    case changed([String])
    /// Unreadable.
    case unreadable(FileError)
    /// Made on another computer, and not to be seen from here.
    case elsewhere
  }

  /// The path of the kit.
  package let folder: String
  /// The state found there.
  package let state: State

  /// True if it is not known to be complete, where it should be here.
  package var isBroken: Bool { state != .whole && state != .elsewhere }

  /// Inspects the kit of entries in the ledger.
  ///
  /// - Parameters:
  ///   - folder: the path in the ledger.
  ///   - place: the path where the kit is now; nil if unchanged.
  ///   - entries: the entries of its files.
  ///   - disk: the file system to read from.
  package init(
    of folder: String, in place: String? = nil, for entries: [Ledger.Entry],
    disk: any FolderOperations = PosixFileSystem()
  ) {
    self.folder = place ?? folder
    let uploads = entries.map(\.upload)
    let isAway = place == nil && entries.first?.isElsewhere == true
    do throws(FileError) {
      let state = try Self.state(of: place ?? folder, uploads, disk)
      let begun =
        state == .missing && place == nil
        ? try disk.entry(at: folder.temporarySibling) : nil
      self.state =
        begun?.kind == .folder
        ? .unfinished : isAway && state == .missing ? .elsewhere : state
    } catch {
      state = isAway ? .elsewhere : .unreadable(error)
    }
  }

  init(folder: String, state: State) {
    self.folder = folder
    self.state = state
  }

  /// Inspects every kit that entries of the ledger name.
  package static func all(
    of entries: [Ledger.Entry], disk: any FolderOperations = PosixFileSystem()
  ) -> [KitCheck] {
    var kits: [(folder: String, entries: [Ledger.Entry])] = []
    for entry in entries {
      guard case .kit(let folder) = entry.way else { continue }
      // Two computers may have kits of one name.
      let index = kits.firstIndex {
        $0.folder == folder && $0.entries[0].isElsewhere == entry.isElsewhere
      }
      if let index {
        kits[index].entries.append(entry)
      } else {
        kits.append((folder, [entry]))
      }
    }
    return kits.map { KitCheck(of: $0.folder, for: $0.entries, disk: disk) }
  }

  private static func state(
    of folder: String, _ uploads: [Ledger.Entry.Upload],
    _ disk: any FolderOperations
  ) throws(FileError) -> State {
    // A path given by a person may be a link.
    guard try disk.version(folder.appending(path: ".")) != nil else {
      return .missing
    }
    guard try disk.isPlainFile(DigestList.name, in: folder) else {
      var hasAny =
        try disk.entry(at: folder.appending(path: DigestList.name)) != nil
      for upload in uploads where DigestList.canHave(upload.name) {
        let entry = try disk.entry(at: folder.appending(path: upload.name))
        hasAny = hasAny || entry != nil
      }
      return hasAny ? .changed([DigestList.name]) : .missing
    }
    let list: DigestList
    do throws(FileError) {
      list = try DigestList(ofFolder: folder, fileSystem: disk)
    } catch {
      guard error.code == EFBIG else { throw error }
      return .changed([DigestList.name])
    }
    var changed = list.isChanged ? [DigestList.name] : []
    for entry in list.digests
    where try digest(of: entry.name, in: folder, disk) != entry.digest {
      changed.append(entry.name)
    }
    // Another kit may be in its place now.
    let others = uploads.filter { list[$0.name] != $0.sha256 }
    if changed.isEmpty, !others.isEmpty, others.count == uploads.count {
      return .missing
    }
    for upload in others
    where DigestList.canHave(upload.name) && !changed.contains(upload.name) {
      changed.append(upload.name)
    }
    return changed.isEmpty && others.isEmpty ? .whole : .changed(changed)
  }

  private static func digest(
    of name: String, in folder: String, _ disk: any FolderOperations
  ) throws(FileError) -> String? {
    guard try disk.isPlainFile(name, in: folder) else { return nil }
    return try SHA256.of(disk.open(folder.appending(path: name), for: .reading))
  }
}

extension KitCheck {
  /// Returns true if a folder is an unchanged kit with a file of this digest.
  ///
  /// - Throws: ``FileError``.
  package static func holds(
    _ sha256: String, in folder: String,
    disk: any FolderOperations = PosixFileSystem()
  ) throws(FileError) -> Bool {
    let list = try DigestList(ofFolder: folder, fileSystem: disk)
    guard
      let entry = list.digests.first(where: { $0.digest == sha256 }),
      entry.name.hasSuffix(".dat"), Kit.has(entry.name)
    else { return false }
    let upload = Ledger.Entry.Upload(
      name: entry.name, sha256: sha256, lineCount: 0, byteCount: 0)
    return try state(of: folder, [upload], disk) == .whole
  }
}
