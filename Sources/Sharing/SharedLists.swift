import Circulation

/// A file with a list, by its name and its content.
package struct ListFile: Hashable, Sendable {
  /// The name of the file.
  package let name: String
  /// The SHA-256 of its bytes, in hexadecimal digits.
  package let digest: String

  /// Creates a file.
  package init(name: String, digest: String) {
    self.name = name
    self.digest = digest
  }
}

/// The lists of a library as a shared database has them: one version of all of
/// them, the newest.
package struct SharedLists: Hashable, Sendable {
  /// The number of the version; 0 if nothing was published yet.
  package var version = 0
  /// The role that published it.
  package var role = ""
  /// The time when it was published; nil if nothing was.
  package var published: LocalTime?
  /// The files, by name.
  package var files: [ListFile] = []

  /// Returns the newest version.
  ///
  /// - Throws: ``ShareError``.
  package static func newest(
    on connection: Connection
  ) throws(ShareError) -> SharedLists {
    let answer = try connection.run(
      """
      select v.version, v.role, extract(epoch from v.published)::bigint, \
      l.name, l.digest from (select version, role, published \
      from offcirc.lists order by version desc limit 1) v \
      left join offcirc.list l on true order by l.name
      """)
    var lists = SharedLists()
    for row in answer.rows.indices {
      let texts = answer.texts(row)
      lists.version = texts[0].flatMap(Int.init) ?? 0
      lists.role = texts[1] ?? ""
      lists.published = texts[2].flatMap(Int.init)
        .map { WallClock.localTime(secondsSince1970: $0) }
      guard let name = texts[3], let digest = texts[4] else { continue }
      lists.files.append(ListFile(name: name, digest: digest))
    }
    return lists
  }

  /// Returns the number of the newest version; 0 if nothing was published yet.
  ///
  /// - Throws: ``ShareError``.
  package static func newestVersion(
    on connection: Connection
  ) throws(ShareError) -> Int {
    try connection.run("select max(version) from offcirc.lists").number ?? 0
  }

  /// Copies a file into an empty one.
  ///
  /// The caller has to compare it with the digest: the file in the database
  /// may have been replaced by a newer version in between.
  ///
  /// - Throws: ``ShareError``.
  package static func copy(
    _ file: ListFile, to copy: any OpenFile, on connection: Connection
  ) throws(ShareError) {
    var part = 0
    while true {
      let answer = try connection.run(
        """
        select encode(content, 'hex') from offcirc.list_part \
        where digest = $1 and part = $2
        """, [.text(file.digest), .text("\(part)")], within: patience)
      guard let digits = answer.rows.first?[0] else { return }
      guard let bytes = [UInt8](hexadecimal: digits) else {
        throw .listCut(file.name)
      }
      try reading { () throws(FileError) in try copy.append(bytes.span) }
      part += 1
    }
  }

  /// The seconds for which a large part is waited for.
  static let patience = 60
}

/// A change of a library's lists: nobody else changes them until it is
/// published, or given up with the last reference.
package final class ListsChange {
  /// The version before the change.
  package let before: SharedLists
  /// The connection, for what is read in the meantime.
  package let connection: Connection
  private var isOpen = true

  /// Begins a change, after those of others.
  ///
  /// - Throws: ``ShareError``; ``ShareError/mayNotPublish(role:)`` for a role
  ///   that is not a referent's.
  package init(on connection: Connection) throws(ShareError) {
    self.connection = connection
    try Schema.check(on: connection)
    let about = try connection.run(
      "select current_user, has_table_privilege('offcirc.list', 'delete')"
    ).texts().map { $0 ?? "" }
    guard about[1] == "t" else { throw .mayNotPublish(role: about[0]) }
    try connection.run("begin")
    for limit in [
      "statement_timeout = '60s'", "synchronous_commit = on",
      // A list of millions of rows takes its time; a computer that was switched
      // off does not keep the others for ever.
      "idle_in_transaction_session_timeout = '10min'", "lock_timeout = '30s'",
    ] { try connection.run("set local " + limit) }
    do throws(ShareError) {
      try connection.run(
        "lock table offcirc.list in exclusive mode",
        within: SharedLists.patience)
    } catch {
      guard case .refused(_, "55P03") = error else { throw error }
      throw .listsBusy
    }
    before = try SharedLists.newest(on: connection)
  }

  deinit {
    if isOpen { _ = try? connection.run("rollback") }
  }

  /// Publishes files as the new version, which has no others.
  ///
  /// The database keeps nothing of what only older versions have.
  ///
  /// - Parameters:
  ///   - files: all files.
  ///   - version: the newest version that the computer has seen: a database
  ///     that was restored may have lost it.
  ///   - open: opens a file that the database lacks.
  /// - Returns: the number of the version; that from before, if it has the same
  ///   files.
  /// - Throws: ``ShareError``; if it ``ShareError/isPassing``, the outcome is
  ///   not known.
  package func publish(
    _ files: [ListFile], after version: Int,
    opening open: (ListFile) throws(FileError) -> any OpenFile
  ) throws(ShareError) -> Int {
    guard Set(files) != Set(before.files) || version > before.version else {
      return before.version
    }
    var known = Set(before.files.map(\.digest))
    for file in files where known.insert(file.digest).inserted {
      try send(file, open)
    }
    try connection.run("delete from offcirc.list")
    try connection.run(
      """
      insert into offcirc.list (name, digest) \
      select * from unnest($1::text[], $2::text[])
      """,
      [
        .texts(files.map { Array($0.name.utf8) }),
        .texts(files.map { Array($0.digest.utf8) }),
      ])
    try connection.run(
      """
      delete from offcirc.list_part where digest not in \
      (select digest from offcirc.list)
      """, within: SharedLists.patience)
    let new = max(before.version, version) + 1
    try connection.run(
      "insert into offcirc.lists (version) values ($1)", [.text("\(new)")])
    try connection.run("commit", within: SharedLists.patience)
    isOpen = false
    return new
  }

  private func send(
    _ file: ListFile, _ open: (ListFile) throws(FileError) -> any OpenFile
  ) throws(ShareError) {
    let source = try reading { () throws(FileError) in try open(file) }
    var part = 0
    while true {
      let offset = part * Self.partLength
      let bytes = try reading { () throws(FileError) in
        try source.bytes(offset..<offset + Self.partLength)
      }
      guard !bytes.isEmpty else { return }
      try connection.run(
        """
        insert into offcirc.list_part (digest, part, content) \
        values ($1, $2, $3)
        """,
        [.text(file.digest), .text("\(part)"), .bytes(bytes)],
        within: SharedLists.patience)
      part += 1
    }
  }

  /// The bytes that are sent at once.
  private static let partLength = 1 << 20
}

extension [UInt8] {
  /// Reads hexadecimal digits; nil if the text has anything else.
  fileprivate init?(hexadecimal text: [UInt8]) {
    guard text.count.isMultiple(of: 2) else { return nil }
    self = []
    reserveCapacity(text.count / 2)
    for place in stride(from: 0, to: text.count, by: 2) {
      guard let high = Self.value(ofDigit: text[place]),
        let low = Self.value(ofDigit: text[place + 1])
      else { return nil }
      append(high << 4 | low)
    }
  }

  private static func value(ofDigit digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
