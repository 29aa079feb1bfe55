import Foundation
import Support

/// A way to the server on which its answers end after so many bytes; what is
/// sent to it arrives.
final class CutLine {
  /// The folder of the socket.
  let folder: String
  private let listener: Int32

  init(to server: PostgresServer, after byteCount: Int) throws {
    let name = ".s.PGSQL.5432"
    let upstream = server.folder + "/" + name
    folder = server.folder + "/\(UInt16.random(in: .min ... .max))"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let listener = try Self.socket(folder + "/" + name, bind)
    self.listener = listener
    guard listen(listener, 8) == 0 else { throw POSIXError(.EIO) }
    Thread.detachNewThread {
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0 else { break }
        if let server = try? Self.socket(upstream, connect) {
          Self.carry(client, server, byteCount)
          close(server)
        }
        close(client)
      }
      close(listener)
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    try? FileManager.default.removeItem(atPath: folder)
  }

  private static func carry(_ client: Int32, _ server: Int32, _ limit: Int) {
    var left = limit
    var places = [client, server].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while poll(&places, 2, -1) >= 0 {
      if places[0].revents != 0 {
        let count = read(client, &bytes, bytes.count)
        guard count > 0, pass(bytes, count, to: server) else { return }
      }
      if places[1].revents != 0 {
        let count = min(read(server, &bytes, bytes.count), left)
        guard count > 0 else { return }
        left -= count
        guard pass(bytes, count, to: client) else { return }
      }
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
    guard socket >= 0, result == 0 else { throw POSIXError(.ECONNREFUSED) }
    return socket
  }
}
