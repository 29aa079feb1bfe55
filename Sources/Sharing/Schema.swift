/// The tables, rights and settings of a shared database.
///
/// They grow by numbered steps, which only add. Each step says which step a
/// program has to know to go on writing, so that older desks go on as long as
/// they can.
package struct Schema: Hashable, Sendable {
  /// The name of the database.
  package let database: String
  /// The steps that were made by ``prepare(on:)``.
  package let steps: [Int]

  /// The role that the login roles of desks are members of.
  package var deskRole: String { role("desk") }
  /// The role that the login roles of referents are members of.
  package var referentRole: String { role("referent") }

  /// The SQL for login roles, with names to be chosen.
  package var loginRoles: [String] {
    [
      "create role desk1 login in role \(deskRole.quotedForSQL);",
      "create role referent1 login in role \(referentRole.quotedForSQL);",
      "\\password desk1",
    ]
  }

  /// The line of pg_hba.conf that lets them in.
  package var admission: String {
    let roles = [deskRole, referentRole].map { "+" + $0.quotedForSQL }
    return
      "hostssl \(database.quotedForSQL) \(roles.joined(separator: ",")) all scram-sha-256"
  }

  /// Returns the name of a group role: rights in one library's database are
  /// none in another's.
  private func role(_ kind: String) -> String {
    // A name has 63 bytes at most, and the rest would be cut off.
    String(decoding: database.utf8.prefix(48), as: UTF8.self) + "_" + kind
  }

  /// Verifies that this program and the database fit together.
  ///
  /// - Throws: ``ShareError``.
  package static func check(on connection: Connection) throws(ShareError) {
    let found: Answer
    do throws(ShareError) {
      found = try connection.run(
        "select max(step), max(oldest) from offcirc.step")
    } catch {
      // No schema, no table; or a role that may use neither.
      guard case .refused(_, let state) = error,
        ["3F000", "42P01"].contains(state)
      else { throw error }
      throw .notPrepared
    }
    let numbers = found.texts().map { $0.flatMap(Int.init) ?? 0 }
    guard numbers[1] <= SchemaStep.all.count else {
      throw .newerSchema(step: numbers[0], known: SchemaStep.all.count)
    }
    guard numbers[0] >= SchemaStep.all.count else {
      throw .olderSchema(step: numbers[0], needed: SchemaStep.all.count)
    }
  }

  /// Makes the steps that the database lacks; it may be called again at any
  /// time.
  ///
  /// The role of the connection needs the right to create roles, and the
  /// database has to be its own.
  ///
  /// - Throws: ``ShareError``; the steps before it are made then.
  package static func prepare(
    on connection: Connection
  ) throws(ShareError) -> Schema {
    let about = try connection.run(
      """
      select current_database(), current_setting('server_version'), \
      current_setting('server_version_num')::int / 10000, \
      current_setting('server_encoding')
      """
    ).texts().map { $0 ?? "" }
    guard Int(about[2]) ?? 0 >= neededVersion else {
      throw .serverTooOld(version: about[1], needed: neededVersion)
    }
    guard about[3] == "UTF8" else { throw .encoding(about[3]) }
    let schema = Schema(database: about[0], steps: [])
    let (desk, referent) = (
      schema.deskRole.quotedForSQL, schema.referentRole.quotedForSQL
    )
    var made: [Int] = []
    for (number, step) in zip(1..., SchemaStep.all) {
      let isMade = try connection.transaction { () throws(ShareError) in
        // Two administrators at once: the second finds the steps made.
        try connection.run("select pg_advisory_xact_lock(1651466610)")
        let table = try connection.run("select to_regclass('offcirc.step')")
        if table.texts().first.flatMap(\.self) != nil {
          let last = try connection.run("select max(step) from offcirc.step")
          if last.number ?? 0 >= number { return false }
        }
        for role in [schema.deskRole, schema.referentRole] {
          let known = try connection.run(
            "select from pg_roles where rolname = $1", [.text(role)])
          if known.rows.isEmpty {
            try connection.run("create role " + role.quotedForSQL)
          }
        }
        for statement in step.statements(
          database: schema.database.quotedForSQL, desk: desk,
          referent: referent)
        {
          try connection.run(statement)
        }
        try connection.run(
          "insert into offcirc.step (step, oldest) values ($1, $2)",
          [.text("\(number)"), .text("\(step.oldest)")])
        return true
      }
      if isMade { made.append(number) }
    }
    return Schema(database: schema.database, steps: made)
  }

  /// The major version from which on a server notices a client that is gone.
  private static let neededVersion = 14
}

extension String {
  /// The name as a quoted identifier of SQL.
  package var quotedForSQL: String {
    "\"" + replacing("\"", with: "\"\"") + "\""
  }
}
