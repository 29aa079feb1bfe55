import Circulation
import Glibc
import Offload
import Station
import Typesetting

/// Standard input, with errors reported.
enum StandardInput {
  /// Reads available bytes, waiting for the first.
  ///
  /// - Returns: the number of bytes; 0 at the end.
  /// - Throws: ``FileError``.
  static func read(into buffer: inout [UInt8]) throws(FileError) -> Int {
    while true {
      let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
      if count >= 0 { return count }
      if errno == EAGAIN { wait(for: STDIN_FILENO, POLLIN) }
      guard errno == EINTR || errno == EAGAIN else {
        throw FileError(
          operation: .read, path: FileError.standardInput, code: errno)
      }
    }
  }
}

/// Opens /dev/null in place of closed standard streams.
///
/// Otherwise the next files opened would get their descriptors, and output
/// would be written into them.
func holdClosedStreams() {
  for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
  where fcntl(stream, F_GETFD) < 0 {
    // Opened in the wrong mode, so that using it fails and is reported.
    _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
  }
}

/// Standard output, with errors reported, for example a full disk.
enum StandardOutput {
  /// Writes the text, without anything that a terminal would obey.
  ///
  /// - Throws: ``FileError``.
  static func write(_ text: String) throws(FileError) {
    let text = text.harmless.wrapped(for: STDOUT_FILENO)
    guard let code = writeAll(STDOUT_FILENO, text) else { return }
    throw FileError(
      operation: .write, path: FileError.standardOutput, code: code)
  }
}

/// A buffer for standard output, written in large pieces.
///
/// An error is kept and thrown at the end, so that the work before it is
/// completed.
struct OutputBuffer {
  private var text = ""
  private var failure: FileError?

  /// True if the buffer should be flushed.
  var isFull: Bool { text.utf8.count >= 1 << 16 }

  /// Appends text to the buffer.
  static func += (buffer: inout OutputBuffer, more: String) {
    buffer.text += more
  }

  /// Writes the buffered text.
  mutating func flush() {
    do throws(FileError) {
      if failure == nil { try StandardOutput.write(text) }
    } catch {
      failure = error
    }
    text = ""
  }

  /// Writes the rest.
  ///
  /// - Throws: ``FileError``, also for earlier pieces.
  mutating func end() throws(FileError) {
    flush()
    if let failure { throw failure }
  }
}

/// Writes a message to standard error; errors are ignored, since nobody could
/// be informed.
func printError(_ sentence: String) {
  writeError("offcirc: \(sentence)\n")
}

/// Writes text to standard error, without anything that a terminal would obey.
func writeError(_ text: String) {
  _ = writeAll(STDERR_FILENO, text.harmless.wrapped(for: STDERR_FILENO))
}

/// Overwrites the current line of the terminal on standard error.
func overwriteLine(_ text: String) {
  _ = writeAll(STDERR_FILENO, "\r" + text.printable)
}

/// Waits until a non-blocking stream is readable or writable.
private func wait(for descriptor: Int32, _ event: Int32) {
  let code = errno
  defer { errno = code }
  var stream = pollfd(fd: descriptor, events: Int16(event), revents: 0)
  // If interrupted, the caller tries again.
  poll(&stream, 1, -1)
}

/// Writes the text; returns the `errno` if that fails, nil otherwise.
private func writeAll(_ descriptor: Int32, _ text: String) -> Int32? {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes {
      Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    if count >= 0 {
      rest = rest.dropFirst(count)
    } else if errno == EAGAIN {
      // A slow reader is no reason to lose output.
      wait(for: descriptor, POLLOUT)
    } else if errno != EINTR {
      return errno
    }
  }
  return nil
}
