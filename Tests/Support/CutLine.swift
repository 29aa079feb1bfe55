import Foundation
import Synchronization

/// A way to a server, which a test can cut or stop.
package final class CutLine: Sendable {
  /// The ways in which a line carries.
  package enum State: Hashable, Sendable {
    /// All arrives.
    case whole
    /// What is sent to the server arrives, and its answers end after so many
    /// bytes: then the line is cut.
    case cut(after: Int)
    /// Nothing arrives, and nobody is told.
    case blackHole
  }

  /// The folder of the socket.
  package let folder: String
  private let listener: Int32
  private let state: Mutex<State>

  /// Opens a line to the server whose socket is in a folder.
  package init(to server: PostgresServer, _ state: State = .whole) throws {
    let name = ".s.PGSQL.5432"
    let upstream = server.folder + "/" + name
    folder = server.folder + "/\(UInt16.random(in: .min ... .max))"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let listener = try Self.socket(folder + "/" + name, bind)
    self.listener = listener
    self.state = Mutex(state)
    guard listen(listener, 8) == 0 else { throw POSIXError(.EIO) }
    Thread.detachNewThread { [weak self] in
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0 else { break }
        guard let server = try? Self.socket(upstream, connect) else {
          close(client)
          continue
        }
        Thread.detachNewThread { [weak self] in
          while self?.carry(client, server) == true {}
          close(server)
          close(client)
        }
      }
      close(listener)
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Lets the line carry in another way from now on.
  package func become(_ state: State) {
    self.state.withLock { $0 = state }
  }

  /// Carries what there is; returns false if the line ends.
  private func carry(_ client: Int32, _ server: Int32) -> Bool {
    guard state.withLock({ $0 != .blackHole }) else {
      usleep(5_000)
      return true
    }
    var places = [client, server].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    // Now and then, it looks at its state.
    guard poll(&places, 2, 20) >= 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    if places[0].revents != 0 {
      let count = read(client, &bytes, bytes.count)
      guard count > 0, Self.pass(bytes, count, to: server) else { return false }
    }
    if places[1].revents != 0 {
      let count = passable(of: read(server, &bytes, bytes.count))
      guard count > 0, Self.pass(bytes, count, to: client) else { return false }
    }
    return true
  }

  /// Returns how many of so many bytes of an answer go through.
  private func passable(of count: Int) -> Int {
    state.withLock { state in
      guard case .cut(let left) = state else { return count }
      let passed = min(count, left)
      state = .cut(after: left - passed)
      return passed
    }
  }

  private static func pass(
    _ bytes: [UInt8], _ count: Int, to socket: Int32
  ) -> Bool {
    // One that is closed would end the test run.
    send(socket, bytes, count, Int32(MSG_NOSIGNAL)) == count
  }

  private static func socket(
    _ path: String,
    _ use: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) throws -> Int32 {
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let socket = Foundation.socket(AF_UNIX, type, 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) {
      $0.copyBytes(from: path.utf8)
    }
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        use(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard socket >= 0, result == 0 else {
      if socket >= 0 { close(socket) }
      throw POSIXError(.ECONNREFUSED)
    }
    return socket
  }
}
