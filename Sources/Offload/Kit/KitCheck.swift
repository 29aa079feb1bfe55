import Circulation
import Glibc

/// What became of a kit that the ledger names.
package struct KitCheck: Hashable, Sendable {
  /// How it is found.
  package enum State: Hashable, Sendable {
    /// As it was made.
    case whole
    /// It was begun, and has not got its name: nobody can have seen it.
    case unfinished
    /// There is nothing, or another kit: it was removed, moved, or its drive is
    /// not there.
    case missing
    /// These files of it, by name, are not as they were made, or not its own.
    case changed([String])
    /// It can't be read.
    case unreadable(FileFailure)
  }

  /// Where it was made.
  package let folder: String
  /// What is found there.
  package let state: State

  /// Looks at the kit of entries of the ledger.
  ///
  /// - Parameters:
  ///   - folder: where it was made, as the ledger has it.
  ///   - place: where it is by now.
  ///   - entries: those of its files.
  ///   - disk: what it is read with.
  package init(
    of folder: String, in place: String? = nil, for entries: [Ledger.Entry],
    disk: any FolderSystem = PosixFileSystem()
  ) {
    self.folder = place ?? folder
    let uploads = entries.map(\.upload)
    do throws(FileFailure) {
      let state = try Self.state(of: place ?? folder, uploads, disk)
      let begun =
        state == .missing && place == nil
        ? try disk.entry(at: folder.hiddenBeside) : nil
      self.state = begun?.kind == .folder ? .unfinished : state
    } catch {
      state = .unreadable(error)
    }
  }

  init(folder: String, state: State) {
    self.folder = folder
    self.state = state
  }

  /// Looks at every kit that entries of the ledger name.
  package static func all(
    of entries: [Ledger.Entry], disk: any FolderSystem = PosixFileSystem()
  ) -> [KitCheck] {
    var folders: [String] = []
    for entry in entries {
      guard case .kit(let folder) = entry.way, !folders.contains(folder) else {
        continue
      }
      folders.append(folder)
    }
    return folders.map { folder in
      KitCheck(
        of: folder, for: entries.filter { $0.way == .kit(folder: folder) },
        disk: disk)
    }
  }

  private static func state(
    of folder: String, _ uploads: [Ledger.Entry.Upload],
    _ disk: any FolderSystem
  ) throws(FileFailure) -> State {
    // A name is written as a person wrote it, and may be that of a link.
    guard try disk.stamp(folder + "/.") != nil else { return .missing }
    guard try disk.isPlainFile(DigestList.name, in: folder) else {
      var hasAny = try disk.entry(at: folder + "/" + DigestList.name) != nil
      for upload in uploads where DigestList.canHave(upload.name) {
        let entry = try disk.entry(at: folder + "/" + upload.name)
        hasAny = hasAny || entry != nil
      }
      return hasAny ? .changed([DigestList.name]) : .missing
    }
    let list: DigestList
    do throws(FileFailure) {
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
    // Another kit may have been made in its place by now.
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
    of name: String, in folder: String, _ disk: any FolderSystem
  ) throws(FileFailure) -> String? {
    guard try disk.isPlainFile(name, in: folder) else { return nil }
    return try SHA256.of(disk.open(folder + "/" + name, for: .reading))
  }
}

extension KitCheck {
  /// Whether a folder is a kit as it was made, with a file of this digest.
  ///
  /// - Throws: ``FileFailure``.
  package static func holds(
    _ sha256: String, in folder: String
  ) throws(FileFailure) -> Bool {
    let list = try DigestList(ofFolder: folder)
    guard
      let entry = list.digests.first(where: { $0.digest == sha256 }),
      entry.name.hasSuffix(".dat"), Kit.has(entry.name)
    else { return false }
    let upload = Ledger.Entry.Upload(
      name: entry.name, sha256: sha256, lineCount: 0, byteCount: 0)
    return try state(of: folder, [upload], PosixFileSystem()) == .whole
  }
}
