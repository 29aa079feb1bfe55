import Circulation

/// The ledger that several computers share: the lines of all their ledgers, in
/// the same form.
///
/// Each computer keeps its own ledger, and a copy of the lines of the others. A
/// common ledger that has lost some gets them again from any of these.
package protocol CommonLedger: AnyObject {
  /// A line without its LF, with its SHA-256 in hexadecimal digits.
  typealias Line = (digest: String, bytes: [UInt8])

  /// Returns the digests of all its lines, in order.
  func digests() throws -> [String]
  /// Returns the lines that have these digests.
  func lines(_ digests: [String]) throws -> [[UInt8]]
  /// Adds lines that it lacks, but none that this computer may not add.
  ///
  /// - Returns: the number of lines that it may not add.
  func add(_ lines: [Line]) throws -> Int

  /// Keeps all others from adding lines until ``commit()`` or ``release()``.
  func hold() throws
  /// Ends a hold; what was added is kept.
  ///
  /// - Returns: false if the connection was lost: it may be kept, or not.
  func commit() throws -> Bool
  /// Ends a hold that was not committed, if there is one; what was added is
  /// forgotten. Closes the connection.
  func release()
}

extension Ledger {
  /// The path of the copy of the other computers' lines, a ledger too.
  var copy: String { path + ".shared" }
  /// The path of the lines that are being added to the common ledger.
  private var begun: String { path + ".begun" }

  /// Sends the common ledger the lines that it lacks, and fetches those of the
  /// other computers; does nothing if there is none.
  ///
  /// - Returns: the number of own lines that this computer may not add.
  /// - Throws: ``LedgerError``; ``FileError``; errors of the common ledger.
  @discardableResult
  package func exchange() throws -> Int {
    guard let common else { return 0 }
    defer { common.release() }
    return try level(with: common)
  }

  /// Does the same on a connection that stays open.
  ///
  /// The file need not be locked: an entry counts once its line is whole.
  func level(with common: any CommonLedger) throws -> Int {
    // In this order: what a kit adds now is in the file once it is not begun.
    let there = try common.digests()
    let begun = try soundLines(of: begun)
    let own = try soundLines(of: path)
    let others = try soundLines(of: copy)
    let known = Set(there)
    func add(_ lines: [CommonLedger.Line]) throws -> Int {
      let missing = lines.filter { !known.contains($0.digest) }
      return missing.isEmpty ? 0 : try common.add(missing)
    }
    let refusedCount = try add(own)
    // What others had listed, and the database has lost since.
    _ = try add(others)
    let here = Set((begun + own + others).map(\.digest))
    let new = there.filter { !here.contains($0) }
    if !new.isEmpty {
      try write(others.map(\.bytes) + common.lines(new), to: copy)
    }
    return refusedCount
  }

  // MARK: Adding

  /// Notes the lines that are about to be added: if the answer is lost, they
  /// are known as those of this computer.
  func begin(_ lines: [CommonLedger.Line]) throws(FileError) {
    try write(lines.map(\.bytes), to: begun)
  }

  /// Forgets the lines that were about to be added.
  func end() {
    // What stays is compared with the ledgers, and does no harm.
    try? fileSystem.remove(begun)
  }

  /// Appends the lines of an interrupted run to the file, if the common ledger
  /// has them; both must be locked.
  ///
  /// - Returns: the entries that were appended.
  func settle(with common: any CommonLedger) throws -> [Entry] {
    let lines = try soundLines(of: begun)
    guard !lines.isEmpty else { return [] }
    let there = try Set(common.digests())
    let own = try Set(soundLines(of: path).map(\.digest))
    let added = lines.filter {
      there.contains($0.digest) && !own.contains($0.digest)
    }
    if !added.isEmpty {
      try append(added.flatMap { $0.bytes + [0x0a] }, after: ownEntries())
    }
    end()
    return added.compactMap { LedgerFormat.entry(in: $0.bytes[...]) }
  }

  private func write(
    _ lines: [[UInt8]], to path: String
  ) throws(FileError) {
    if isDefault { try fileSystem.makeFolders(path.folder) }
    var bytes = LedgerFormat.header
    for line in lines { bytes += line + [0x0a] }
    _ = try fileSystem.replace(path) { file throws(FileError) in
      try file.write(bytes.span, at: 0)
    }
    try fileSystem.synchronizeFolder(path.folder)
  }

  /// Returns the entries of the other computers, as far as they are known here.
  func otherEntries() throws(FileError) -> [Entry] {
    // What is damaged in the copy comes again with the next exchange.
    try soundLines(of: copy).compactMap { line in
      var entry = LedgerFormat.entry(in: line.bytes[...])
      entry?.isElsewhere = true
      return entry
    }
  }

  /// Returns the lines with a right checksum.
  private func soundLines(
    of path: String
  ) throws(FileError) -> [CommonLedger.Line] {
    guard try fileSystem.version(path) != nil else { return [] }
    let file = try fileSystem.open(path, for: .reading)
    var lines: [CommonLedger.Line] = []
    var failure: FileError?
    try LineReader.forEachLine(in: file) { position, _ in
      guard failure == nil, position.isTerminated else { return }
      do throws(FileError) {
        // The reader passes on only the beginning of a long line.
        var line = try file.bytes(position.offset..<position.end - 1)
        if line.last == 0x0d { line.removeLast() }
        guard CheckedLine.object(in: line[...]) != nil else { return }
        var sha = SHA256()
        sha.add(line.span)
        lines.append((sha.hexadecimal, line))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return lines
  }
}
