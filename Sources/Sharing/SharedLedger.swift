/// The ledger of all computers, in a shared database.
///
/// A connection is opened when it is needed.
package final class SharedLedger {
  private let address: Result<ShareAddress, ShareError>
  private var connection: Connection?
  private var isHeld = false

  /// Takes an address; nothing is opened yet.
  package init(at address: String) {
    // Before other threads start.
    self.address = Result { () throws(ShareError) in
      try ShareAddress(address)
    }
  }

  private func open() throws(ShareError) -> Connection {
    if let connection { return connection }
    let connection = try Connection(to: address.get())
    try Schema.check(on: connection)
    self.connection = connection
    return connection
  }

  /// Returns the digests of all lines, in order.
  ///
  /// - Throws: ``ShareError``.
  package func digests() throws(ShareError) -> [String] {
    let answer = try open().run(
      "select digest from offcirc.ledger order by number")
    return answer.rows.indices.compactMap {
      answer.texts($0).first.flatMap(\.self)
    }
  }

  /// Returns the lines that have these digests, in order.
  ///
  /// - Throws: ``ShareError``.
  package func lines(_ digests: [String]) throws(ShareError) -> [[UInt8]] {
    try open().run(
      "select line from offcirc.ledger where digest = any ($1) order by number",
      [.texts(digests.map { Array($0.utf8) })], within: Self.patience
    ).rows.compactMap(\.[0])
  }

  /// Adds the lines that the role may add and the database lacks.
  ///
  /// - Returns: the number of lines that the role may not add.
  /// - Throws: ``ShareError``; nothing is added then, unless it is passing.
  package func add(
    _ lines: [(digest: String, bytes: [UInt8])]
  ) throws(ShareError) -> Int {
    let connection = try open()
    if isHeld { return try Self.insert(lines, on: connection) }
    return try connection.transaction { () throws(ShareError) in
      try Self.begin(on: connection)
      return try Self.insert(lines, on: connection)
    }
  }

  private static func insert(
    _ lines: [(digest: String, bytes: [UInt8])], on connection: Connection
  ) throws(ShareError) -> Int {
    let values = [
      SQLValue.texts(lines.map { Array($0.digest.utf8) }),
      .texts(lines.map(\.bytes)),
    ]
    let answer = try connection.run(
      """
      with given as (select digest, line, offcirc.may_list(line) as may \
      from unnest($1::text[], $2::text[]) as part (digest, line)), \
      added as (insert into offcirc.ledger (digest, line) \
      select digest, line from given where may on conflict do nothing) \
      select count(*) from given where not may
      """, values, within: patience)
    return answer.number ?? 0
  }

  // MARK: Alone

  /// Keeps all others from adding lines.
  ///
  /// - Throws: ``ShareError``.
  package func lock() throws(ShareError) {
    let connection = try open()
    try connection.run("begin")
    isHeld = true
    try Self.begin(on: connection)
    // A kit of millions of lines takes its time; a computer that was
    // switched off while it made one does not keep the others for ever.
    try connection.run(
      "set local idle_in_transaction_session_timeout = '10min'")
    try connection.run("set local lock_timeout = '30s'")
    try connection.run(
      "lock table offcirc.ledger in exclusive mode", within: Self.patience)
  }

  /// Ends a hold, and keeps what was added.
  ///
  /// - Returns: false if it is not known if it is kept.
  /// - Throws: ``ShareError``; nothing is kept then.
  package func commit() throws(ShareError) -> Bool {
    guard isHeld, let connection else { return true }
    do throws(ShareError) {
      try connection.run("commit", within: Self.patience)
      isHeld = false
      return true
    } catch {
      guard error.isPassing else { throw error }
      return false
    }
  }

  /// Closes the connection; what was added in a hold that was not committed is
  /// forgotten.
  package func release() {
    if isHeld, let connection { _ = try? connection.run("rollback") }
    isHeld = false
    connection = nil
  }

  /// The seconds for which a long statement is waited for.
  private static let patience = 60

  /// Sets what holds in a transaction that writes: the database has limits for
  /// desks.
  private static func begin(on connection: Connection) throws(ShareError) {
    try connection.run("set local statement_timeout = '\(patience)s'")
    // Also where an administrator has turned it off for the desks.
    try connection.run("set local synchronous_commit = on")
  }
}
