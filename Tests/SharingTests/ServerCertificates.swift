import Foundation
import Sharing
import Support

/// The certificates of a server, made by an authority of the test's own.
struct ServerCertificates {
  private let server: PostgresServer
  private var folder: String { server.folder }
  /// The path of the authority's own certificate.
  var root: String { folder + "/root.crt" }

  /// Makes the authority.
  init(of server: PostgresServer) throws {
    self.server = server
    try openssl("req", "-x509", "-subj", "/CN=Tests", "-out", root, key: "root")
  }

  /// Makes a certificate for a host, which ends after so many days.
  ///
  /// - Returns: its path.
  func make(for host: String, days: Int) throws -> String {
    let path = folder + "/\(host)\(days)"
    try openssl("req", "-subj", "/CN=\(host)", "-out", path + ".csr", key: host)
    try openssl(
      "x509", "-req", "-in", path + ".csr", "-out", path + ".crt",
      "-days", "\(days)", "-CA", root, "-CAkey", folder + "/root.key",
      "-CAcreateserial")
    return path + ".crt"
  }

  /// Lets the server show a certificate from now on.
  func show(
    _ path: String, of host: String, as admin: () throws -> Connection
  ) async throws {
    let connection = try admin()
    for setting in [
      "ssl_cert_file = '\(path)'", "ssl_key_file = '\(folder)/\(host).key'",
      "ssl = on",
    ] { try connection.run("alter system set " + setting) }
    try connection.run("select pg_reload_conf()")
    // A new connection has it once the server has read its settings again.
    try await wait {
      try admin().run("show ssl_cert_file").texts() == [path]
        && admin().run("show ssl").texts() == ["on"]
    }
  }

  /// Runs openssl; with the name of a new key, that is made.
  private func openssl(_ arguments: String..., key name: String? = nil) throws {
    var arguments = arguments
    if let name {
      arguments += [
        "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-keyout", "\(folder)/\(name).key",
      ]
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw POSIXError(.EIO) }
    if let name {
      // The server has to be its owner.
      let path = "\(folder)/\(name).key"
      var status = stat()
      guard stat(folder, &status) == 0, chmod(path, 0o600) == 0,
        chown(path, status.st_uid, status.st_gid) == 0
      else { throw POSIXError(.EPERM) }
    }
  }
}
