import Circulation
import Glibc

/// A station's journal as a shared database has it.
package struct SharedJournal {
  /// The station's id.
  package let station: String
  /// The journal, byte for byte, from the last archiving on.
  package private(set) var bytes: [UInt8] = []
  /// The number of its events.
  package private(set) var count = 0

  /// Reads a station's journal.
  ///
  /// - Throws: ``ShareError/unknownStation(_:)`` if there is no line of it, or
  ///   none that the role may read; another ``ShareError``.
  package init(
    of station: String, on connection: Connection
  ) throws(ShareError) {
    self.station = station
    let archived = try connection.run(
      """
      select greatest((select max(sequence) from offcirc.event \
      where station = $1 and kind = 'archived'), \
      (select purged + 1 from offcirc.station where station = $1))
      """, [.text(station)])
    var next = archived.number ?? 0
    while true {
      let answer = try connection.run(
        """
        select sequence, header, line from offcirc.event \
        where station = $1 and sequence >= $2 order by sequence limit 5000
        """, [.text(station), .text("\(next)")])
      guard let last = answer.rows.last else { break }
      for row in answer.rows {
        bytes += row[1] ?? []
        bytes += row[2] ?? []
        bytes.append(UInt8(ascii: "\n"))
      }
      count += answer.rows.count
      let number = last[0].map { String(decoding: $0, as: UTF8.self) }
      next = (number.flatMap(Int.init) ?? next) + 1
    }
    guard count > 0 else { throw .unknownStation(station) }
  }
}

/// The lines that are old enough to be erased from a shared database.
package struct OldShares {
  private let days: Int

  /// Takes an age in days.
  package init(olderThan days: Int) { self.days = days }

  private static let age = "arrived < now() - make_interval(days => $1::int)"
  /// States of copies name nobody, and stay.
  private static let isErased = age + " and kind <> 'condition'"

  /// Returns the number of lines that are old enough.
  ///
  /// - Throws: ``ShareError``.
  package func count(on connection: Connection) throws(ShareError) -> Int {
    try connection.run(
      "select count(*) from offcirc.event where " + Self.isErased,
      [.text("\(days)")]
    ).number ?? 0
  }

  /// Erases them; no station sends them again.
  ///
  /// - Returns: the number of lines erased.
  /// - Throws: ``ShareError``; nothing is erased then, unless it is passing.
  package func erase(on connection: Connection) throws(ShareError) -> Int {
    try connection.transaction { () throws(ShareError) in
      try connection.run("set local statement_timeout = 0")
      return try connection.run(
        """
        with gone as (delete from offcirc.event where \(Self.isErased) \
        returning station), \
        newest as (select station, max(sequence) as sequence \
        from offcirc.event where \(Self.age) group by station), \
        noted as (update offcirc.station s \
        set purged = greatest(s.purged, newest.sequence) from newest \
        where s.station = newest.station) \
        select count(*) from gone
        """, [.text("\(days)")], within: 600
      ).number ?? 0
    }
  }
}

extension SharedJournal {
  /// Writes the journal into a folder, under the name that a copy of it has.
  ///
  /// - Returns: its path.
  /// - Throws: ``FileError``, with `EEXIST` if a file is there that is not the
  ///   beginning of this journal.
  @discardableResult
  package func write(
    into folder: String, fileSystem: any FileSystem = PosixFileSystem()
  ) throws(FileError) -> String {
    try write(
      to: folder.appending(path: "OffCirc-\(station).journal"),
      fileSystem: fileSystem)
  }

  /// Writes the journal under a name.
  ///
  /// - Returns: its path.
  /// - Throws: ``FileError``, with `EEXIST` if a file is there that is not the
  ///   beginning of this journal.
  @discardableResult
  package func write(
    to path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) throws(FileError) -> String {
    if try fileSystem.version(path) != nil {
      let there = try fileSystem.open(path, for: .reading)
      let old = try there.bytes(0..<there.length())
      guard bytes.starts(with: old) else {
        throw FileError(operation: .replace, path: path, code: EEXIST)
      }
    }
    _ = try fileSystem.replace(path) { file throws(FileError) in
      try file.write(bytes.span, at: 0)
    }
    try fileSystem.synchronizeFolder(path.folder)
    return path
  }
}
