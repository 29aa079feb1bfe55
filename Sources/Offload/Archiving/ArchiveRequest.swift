import Circulation

/// A request to archive the `OffCirc.dat` of a station, with what a person says
/// about it, and the rules by which it is granted.
package struct ArchiveRequest: Hashable, Sendable {
  /// The station's folder.
  package let folder: StationFolder
  /// True if the person says that the file was uploaded.
  package var isUploaded = false
  /// The folder where the kit is now; nil if it is where it was made.
  package var kit: String?
  /// True if the person says that the clock is right.
  package var trustsClock = false
  /// True if the person accepts that the journal has losses.
  package var acceptsLosses = false

  /// Creates a request of which nothing is said.
  package init(_ folder: StationFolder) {
    self.folder = folder
  }

  // MARK: Clock and journal

  /// Verifies that the clock is plausible: the entry would keep its date for
  /// ever, and `purge` goes by it.
  ///
  /// - Parameters:
  ///   - clock: the clock.
  ///   - newest: the time of the latest transaction.
  /// - Returns: the warning that the person overrides; nil if there is none.
  /// - Throws: ``ArchiveError/clock(_:now:)``.
  package func verify(
    _ clock: WallClock, newest: LocalTime?
  ) throws(ArchiveError) -> ClockWarning? {
    guard let warning = ClockWarning(clock, latest: newest) else { return nil }
    guard trustsClock else { throw .clock(warning, now: clock.now()) }
    return warning
  }

  /// Verifies that the journal may give way to a new one.
  ///
  /// - Throws: ``ArchiveError/damagedJournal(path:)``.
  package func verify(_ health: JournalHealth) throws(ArchiveError) {
    // A missing journal is not replaced by a new one.
    guard health.isWhole || acceptsLosses || health.void == .missing else {
      throw .damagedJournal(path: health.path)
    }
  }

  // MARK: File

  /// Returns true if there is a file to archive.
  ///
  /// - Throws: ``FileError``.
  package func hasFile(
    on disk: any FolderOperations = PosixFileSystem()
  ) throws(FileError) -> Bool {
    try disk.version(folder.dataFile) != nil
  }

  /// Decides if the file was uploaded.
  ///
  /// - Parameters:
  ///   - reading: the entries of the ledger.
  ///   - ledger: the path of the ledger.
  ///   - disk: the file system to read from.
  /// - Returns: the evidence.
  /// - Throws: ``ArchiveError`` if there is none; ``FileError``.
  package func evidence(
    in reading: Ledger.Reading, ledger: String,
    disk: any FolderOperations = PosixFileSystem()
  ) throws -> UploadEvidence {
    let path = folder.dataFile
    let uploadStatus = try reading.uploadStatus(
      of: path, fileSystem: disk, disk: disk)
    let ground = try ground(
      for: uploadStatus, isKnown: reading.knows(fileAt: path, fileSystem: disk),
      ledger: ledger
    ) { kit in
      let file = try disk.open(path, for: .reading)
      return try KitCheck.holds(SHA256.of(file), in: kit, disk: disk)
    }
    return UploadEvidence(
      ground: ground, entries: uploadStatus.entries, latest: uploadStatus.latest
    )
  }

  /// Decides on which ground the file counts as uploaded.
  ///
  /// - Parameters:
  ///   - uploadStatus: the lines of the file that the ledger lists.
  ///   - isKnown: true if the ledger lists this very file.
  ///   - ledger: the path of the ledger.
  ///   - holdsFile: returns true if a folder is a kit with this very file.
  /// - Returns: the ground.
  /// - Throws: ``ArchiveError`` if there is none; errors of `holdsFile`.
  func ground(
    for uploadStatus: UploadStatus, isKnown: Bool, ledger: String,
    holdsFile: (String) throws -> Bool
  ) throws -> UploadEvidence.Ground {
    guard uploadStatus.lineCount > 0, !(uploadStatus.isHandedOver && isKnown)
    else {
      return .ledger
    }
    if uploadStatus.warning != nil, let kit, try holdsFile(kit) {
      return .kit(kit)
    }
    guard isUploaded else { throw refusal(of: uploadStatus, ledger: ledger) }
    return .statement
  }

  private func refusal(
    of uploadStatus: UploadStatus, ledger: String
  ) -> ArchiveError {
    let path = folder.dataFile
    if uploadStatus.isHandedOver { return .handedOverElsewhere(path: path) }
    if let warning = uploadStatus.warning {
      return .unknown(
        count: uploadStatus.newCount, path: path, warning, ledger: ledger)
    }
    return .notHandedOver(
      count: uploadStatus.newCount, firstLine: uploadStatus.firstNewLine ?? 1,
      path: path)
  }

  // MARK: Kits

  /// Returns the kits of the file, with their state.
  ///
  /// - Throws: ``ArchiveError/kit(_:)`` if one is not as it was made, unless
  ///   the person says that the file was uploaded;
  ///   ``ArchiveError/notTheKit(path:)``; ``FileError``.
  package func kits(
    for evidence: UploadEvidence,
    disk: any FolderOperations = PosixFileSystem()
  ) throws -> [KitCheck] {
    var kits = KitCheck.all(of: evidence.entries, disk: disk)
    if case .kit(let folder) = evidence.ground {
      kits.append(KitCheck(of: folder, for: [], disk: disk))
    } else if let kit, try hasFile(on: disk) {
      let here = kits.firstIndex { made in
        let entries = evidence.entries
          .filter { $0.way == .kit(folder: made.folder) }
        return KitCheck(
          of: made.folder, in: kit, for: entries, disk: disk
        ).state == .whole
      }
      guard let here else { throw ArchiveError.notTheKit(path: kit) }
      kits[here] = KitCheck(of: kit, for: [], disk: disk)
    }
    try verify(kits)
    return kits
  }

  /// Verifies that the kits are as they were made, or not needed.
  ///
  /// - Throws: ``ArchiveError/kit(_:)``.
  func verify(_ kits: [KitCheck]) throws(ArchiveError) {
    guard !isUploaded, let broken = kits.first(where: \.isBroken)
    else { return }
    throw .kit(broken)
  }
}
