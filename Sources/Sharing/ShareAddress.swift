import CPostgres
import Circulation
import Glibc

/// The address of a shared database, as PostgreSQL's own programs take it: a
/// service, a connection string or a URI.
package struct ShareAddress: Hashable, Sendable {
  /// The address as it was given.
  package let text: String

  /// Takes an address, and sets what counts where neither it nor its service
  /// nor the environment says otherwise.
  ///
  /// Call it before threads start: it sets variables of the environment, the
  /// only defaults that a service file overrides.
  ///
  /// - Throws: ``ShareError``, for an address that has a password.
  package init(_ text: String) throws(ShareError) {
    self.text = text
    for (name, value) in [
      ("PGSSLMODE", "verify-full"), ("PGCONNECT_TIMEOUT", "3"),
      ("PGGSSENCMODE", "disable"), ("PGTARGETSESSIONATTRS", "read-write"),
    ] { setenv(name, value, 0) }
    let options = try options()
    for name in ["password", "sslpassword"] where options[name] != nil {
      throw .passwordInAddress
    }
    try checkPasswordFile(options["passfile"])
  }

  /// Returns the options that the address itself sets.
  private func options() throws(ShareError) -> [String: String] {
    // What has no equals sign and is no URI is the name of a database.
    guard text.contains("=") || text.contains("://") else { return [:] }
    let library = try PostgresLibrary.shared.get()
    var message: UnsafePointer<CChar>?
    guard let list = library.parseAddress(text, &message) else {
      defer { library.free(message) }
      throw .address(reason: message.sentence)
    }
    defer { library.freeOptions(list) }
    var options: [String: String] = [:]
    var place = list
    while let keyword = place.pointee.keyword {
      if let value = place.pointee.value {
        options[String(cString: keyword)] = String(cString: value)
      }
      place += 1
    }
    return options
  }

  /// Looks at the file of passwords, of which libpq would complain in the
  /// middle of the window, and which it would not use.
  private func checkPasswordFile(_ named: String?) throws(ShareError) {
    let home = getenv("HOME").map { String(cString: $0) } ?? ""
    let path =
      named ?? getenv("PGPASSFILE").map { String(cString: $0) }
      ?? home.appending(path: ".pgpass")
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_mode & (S_IRWXG | S_IRWXO) != 0
    else { return }
    throw .passwordFileOpen(path: path)
  }
}

extension UnsafePointer<CChar>? {
  /// The text on one line, without the blanks around it.
  var sentence: String {
    let text = map { String(cString: $0) } ?? ""
    return text.split(whereSeparator: { $0.isWhitespace })
      .joined(separator: " ")
  }
}
