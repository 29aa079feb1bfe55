import Circulation
import Glibc

/// A printer beside a desk.
package enum Printer: Hashable, Sendable {
  /// A device that takes bytes, such as `/dev/usb/lp0`.
  case device(path: String)
  /// A printer of CUPS.
  case queue(name: String)

  /// The beginning of the name of a printer of CUPS.
  private static let mark = "cups:"

  /// Parses the path of a device, or `cups:NAME`; nil for another text.
  package init?(_ text: String) {
    if text.hasPrefix(Self.mark) {
      let name = String(text.dropFirst(Self.mark.count))
      // A name of CUPS has neither of these; nor is it an option.
      guard
        !name.isEmpty, !name.hasPrefix("-"),
        !name.contains(where: { "/# ".contains($0) })
      else { return nil }
      self = .queue(name: name)
    } else {
      guard text.isAbsolutePath else { return nil }
      self = .device(path: text)
    }
  }

  /// The printer as settings have it.
  package var text: String {
    switch self {
    case .device(let path): path
    case .queue(let name): Self.mark + name
    }
  }

  /// True if it prints pages of A4, too.
  package var takesPages: Bool {
    if case .queue = self { true } else { false }
  }

  /// Prints a file: one of a receipt printer, or pages if its name ends in
  /// `.pdf`; returns when the printer or CUPS has taken all of it.
  ///
  /// - Throws: ``PrinterError``.
  package func print(
    file path: String, on disk: any FolderOperations = PosixFileSystem()
  ) throws(PrinterError) {
    switch self {
    case .device(let device):
      let bytes: [UInt8]
      do throws(FileError) {
        let file = try disk.open(path, for: .reading)
        bytes = try file.bytes(0..<file.length())
      } catch {
        throw .file(error)
      }
      try PrinterDevice(device, on: disk).write(bytes)
    case .queue(let name):
      let raw = path.hasSuffix(".pdf") ? [] : ["-o", "raw"]
      let status = Self.run(["lp", "-d", name] + raw + ["--", path])
      guard let status else { throw .withoutCUPS }
      guard status == 0 else { throw .refused(queue: name) }
    }
  }

  /// Makes sure that the printer is there; nothing is printed.
  ///
  /// - Throws: ``PrinterError``.
  package func find(
    on disk: any FolderOperations = PosixFileSystem()
  ) throws(PrinterError) {
    switch self {
    case .device(let path):
      close(try PrinterDevice(path, on: disk).open())
    case .queue(let name):
      let status = Self.run(["lpstat", "-p", name])
      guard let status else { throw .withoutCUPS }
      guard status == 0 else { throw .refused(queue: name) }
    }
  }

  /// Runs a program that says nothing.
  ///
  /// - Returns: its exit status, 128 if a signal ended it; nil if it could not
  ///   be started.
  private static func run(_ arguments: [String]) -> Int32? {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&files, stream, "/dev/null", O_RDWR, 0)
    }
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    guard
      posix_spawnp(&process, arguments[0], &files, nil, words, environ) == 0
    else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return 128 }
    }
    return status & 0x7f == 0 ? status >> 8 & 0xff : 128
  }
}

/// An error: a printer did not print.
package enum PrinterError: Error, Hashable, Sendable {
  /// A device can't be opened or written to.
  case device(FileError)
  /// A path is not that of a device.
  case notADevice(path: String)
  /// A device takes nothing: paper or power may be out.
  case silent(path: String)
  /// The program `lp` of CUPS is not installed.
  case withoutCUPS
  /// CUPS has refused.
  case refused(queue: String)
  /// Another program is printing slips of the same folder.
  case busy
  /// Too many slips wait in a folder.
  case full(folder: String)
  /// A slip can't be drawn.
  case drawing(DrawingError)
  /// A slip can't be kept in its folder, or read there.
  case file(FileError)
}

/// A device that takes bytes.
private struct PrinterDevice {
  private let path: String

  /// Creates the device at a path.
  ///
  /// - Throws: ``PrinterError/notADevice(path:)``, since a file is not one;
  ///   ``PrinterError/device(_:)``.
  init(
    _ path: String, on disk: any FolderOperations
  ) throws(PrinterError) {
    let kind: FolderEntry.Kind?
    do throws(FileError) { kind = try disk.target(of: path) } catch {
      throw .device(error)
    }
    guard kind == .other || kind == nil else {
      throw .notADevice(path: path)
    }
    self.path = path
  }

  /// The time for which it may take nothing, in milliseconds.
  private static let patience: Int32 = 10_000

  /// Opens the device; the caller closes it.
  func open() throws(PrinterError) -> Int32 {
    let descriptor = Glibc.open(
      path, O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw failure(.open) }
    return descriptor
  }

  /// Writes bytes; a printer without paper holds nobody up for ever.
  func write(_ bytes: [UInt8]) throws(PrinterError) {
    let descriptor = try open()
    defer { close(descriptor) }
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, min($0.count, 4_096))
      }
      if count > 0 {
        start += count
      } else if count == 0 || errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        let ready = poll(&wait, 1, Self.patience)
        guard ready != 0 else { throw .silent(path: path) }
        guard ready > 0 || errno == EINTR else { throw failure(.write) }
      } else if errno != EINTR {
        throw failure(.write)
      }
    }
  }

  private func failure(_ operation: FileError.Operation) -> PrinterError {
    .device(FileError(operation: operation, path: path, code: errno))
  }
}
