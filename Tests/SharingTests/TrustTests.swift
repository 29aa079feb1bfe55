import Circulation
import Support
import Testing

@testable import Sharing

/// A desk shares over a network only with the server that is meant.
@Suite(.needsPostgres)
struct TrustTests {
  private let desk = SharedDesk()
  private let host: String
  private let port = Int.random(in: 20_000..<32_000)
  private let database: SharedDatabase
  private let certificates: ServerCertificates

  init() throws {
    // Others may have the usual port at all addresses of this computer.
    let numbers = (1...3).map { _ in "\(Int.random(in: 2...254))" }
    host = "127." + numbers.joined(separator: ".")
    let server = try PostgresServer(at: host, port: port)
    database = try SharedDatabase(on: server)
    certificates = try ServerCertificates(of: server)
  }

  /// The address as a service file has it: nothing is said of trust but who
  /// vouches for the server.
  private func address(
    trusting root: String
  ) throws(ShareError) -> ShareAddress {
    try ShareAddress(
      "host=localhost hostaddr=\(host) port=\(port) dbname=\(database.name) "
        + "user=\(database.name)_desk11 sslrootcert=\(root)")
  }

  private func show(_ certificate: String, of host: String) async throws {
    try await certificates.show(certificate, of: host, as: database.admin)
  }

  private func expectDistrust(trusting root: String) throws {
    do throws(ShareError) {
      _ = try Connection(to: address(trusting: root))
      Issue.record("It is trusted.")
    } catch {
      guard case .untrusted = error else {
        Issue.record("\(error)")
        return
      }
      #expect(!error.isPassing)
    }
  }

  @Test func anExpiredCertificateIsSaidAndNothingIsLost() async throws {
    let root = certificates.root
    // Without any, and with that of another host.
    try expectDistrust(trusting: root)
    try await show(
      certificates.make(for: "other.example", days: 1), of: "other.example")
    try expectDistrust(trusting: root)

    let old = try certificates.make(for: "localhost", days: -1)
    try await show(old, of: "localhost")
    let (open, sharer) = try desk.open(
      sharingWith: address(trusting: root))
    try open.lend("1", to: "9")
    try await wait(at: open) { sharer.warning != nil }
    guard case .error(.untrusted)? = sharer.warning else {
      Issue.record("\(String(describing: sharer.warning))")
      return
    }
    guard case .off? = sharer.standing else {
      Issue.record("\(String(describing: sharer.standing))")
      return
    }
    try open.lend("2", to: "9")
    #expect(open.unsaved.count == 2)

    // Once it is renewed, all that was recorded goes.
    let new = try certificates.make(for: "localhost", days: 1)
    try await show(new, of: "localhost")
    try expectDistrust(trusting: root + ".missing")
    try await wait(at: open) {
      sharer.standing == .upToDate && !sharer.isBusy
    }
    #expect(sharer.warning == nil)
    try open.close()
    try desk.expectAll(in: database)
    let connection = try Connection(to: address(trusting: root))
    let isEncrypted = try connection.run(
      "select ssl from pg_stat_ssl where pid = pg_backend_pid()")
    #expect(isEncrypted.texts() == ["t"])
  }
}

/// The words of libpq about a server tell if a person has to do something.
struct DistrustTests {
  @Test(arguments: [
    "SSL error: certificate verify failed",
    "erreur SSL : certificate verify failed",
    "server certificate for \"a\" does not match host name \"b\"",
    "le certificat serveur pour « a » ne correspond pas au nom d'hôte « b »",
    "root certificate file \"/x\" does not exist",
    "le fichier de certificat racine « /x » n'existe pas.",
    "server does not support SSL, but SSL was required",
    "le serveur ne supporte pas SSL alors que SSL était réclamé",
  ])
  func whatLibpqSaysOfTrustIsTakenForIt(_ reason: String) {
    #expect(ShareError.isDistrust(reason))
  }

  @Test(arguments: [
    "SSL SYSCALL error: EOF detected",
    "SSL error: unexpected eof while reading",
    "connection to server at \"localhost\" failed: Connection refused",
  ])
  func aServerThatIsGoneIsNotTakenForAnother(_ reason: String) {
    #expect(!ShareError.isDistrust(reason))
  }
}
