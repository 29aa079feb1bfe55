import Sharing

/// A database of one test's own, on the server of all tests or on another, with
/// two desks and a referent.
package struct SharedDatabase {
  /// The name of the database.
  package let name: String
  /// Its tables, as they were prepared.
  package let schema: Schema
  /// The server that it was made on.
  package let server: PostgresServer

  /// Creates a database.
  package init(on own: PostgresServer? = nil) throws {
    server = try own ?? PostgresServer.shared.get()
    name = "library_\(UInt32.random(in: .min ... .max))"
    let admin = try Connection(
      to: ShareAddress(server.address("postgres", as: "admin")))
    try admin.run("create database " + name)
    schema = try Schema.prepare(
      on: Connection(to: ShareAddress(server.address(name, as: "admin"))))
    for (role, group) in [
      ("desk1", schema.deskRole), ("desk2", schema.deskRole),
      ("referent", schema.referentRole),
    ] {
      try admin.run("create role \(name)_\(role)1 login in role \(group)")
    }
  }

  /// Returns the address for `desk1`, `desk2` or `referent`.
  package func address(of role: String) throws -> ShareAddress {
    try ShareAddress(server.address(name, as: "\(name)_\(role)1"))
  }

  /// Returns the address for a role over a line.
  package func address(of role: String, over line: CutLine) throws
    -> ShareAddress
  {
    try address(of: role, in: line.folder)
  }

  /// Returns the address for a role through a pooler.
  package func address(
    of role: String, through pooler: Pooler
  ) throws -> ShareAddress {
    try address(of: role, in: pooler.folder)
  }

  private func address(
    of role: String, in folder: String
  ) throws -> ShareAddress {
    try ShareAddress("host=\(folder) dbname=\(name) user=\(name)_\(role)1")
  }

  /// Connects as one of them.
  package func connection(of role: String) throws -> Connection {
    try Connection(to: address(of: role))
  }

  /// Connects as the owner.
  package func admin() throws -> Connection {
    try Connection(to: ShareAddress(server.address(name, as: "admin")))
  }
}
