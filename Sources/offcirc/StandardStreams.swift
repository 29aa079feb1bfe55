import Circulation
import Glibc
import Offload

/// Standard input, whose failures are told.
enum StandardInput {
  /// Reads what is there, and waits if there is nothing yet.
  ///
  /// - Returns: the number of bytes; 0 at the end.
  static func read(into buffer: inout [UInt8]) throws(FileFailure) -> Int {
    while true {
      let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
      if count >= 0 { return count }
      if errno == EAGAIN { wait(for: STDIN_FILENO, POLLIN) }
      guard errno == EINTR || errno == EAGAIN else {
        throw FileFailure(act: .read, path: "standard input", code: errno)
      }
    }
  }
}

/// Puts something in the place of standard streams that are closed.
///
/// Else the first files that are opened would take their numbers, and what is
/// written to standard output would go into them.
func holdClosedStreams() {
  for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
  where fcntl(stream, F_GETFD) < 0 {
    // Open the wrong way round, so that using it fails and is told.
    _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
  }
}

/// Standard output, whose failures are told: a full disk behind `>` too.
enum StandardOutput {
  /// Writes all of the text, but nothing that a terminal would obey.
  static func write(_ text: String) throws(FileFailure) {
    let text = text.harmless.wrapped(for: STDOUT_FILENO)
    guard let code = writeAll(STDOUT_FILENO, text) else { return }
    throw FileFailure(act: .write, path: "standard output", code: code)
  }
}

/// Text on its way to standard output, written in large pieces.
///
/// A failure is kept, and told at the end: what comes before it has to go on.
struct OutputBuffer {
  private var text = ""
  private var failure: FileFailure?

  /// Whether it is time to write.
  var isFull: Bool { text.utf8.count >= 1 << 16 }

  /// Adds text, and writes nothing yet.
  static func += (buffer: inout OutputBuffer, more: String) {
    buffer.text += more
  }

  /// Writes what was added so far.
  mutating func flush() {
    do throws(FileFailure) {
      if failure == nil { try StandardOutput.write(text) }
    } catch {
      failure = error
    }
    text = ""
  }

  /// Writes what is left.
  ///
  /// - Throws: ``FileFailure``, of earlier pieces too.
  mutating func end() throws(FileFailure) {
    flush()
    if let failure { throw failure }
  }
}

/// Writes a sentence to standard error; if that fails, there is nobody to tell.
func complain(_ sentence: String) {
  writeError("offcirc: \(sentence)\n")
}

/// Writes text to standard error, but nothing that a terminal would obey.
func writeError(_ text: String) {
  _ = writeAll(STDERR_FILENO, text.harmless.wrapped(for: STDERR_FILENO))
}

/// Writes over the present line of the terminal on standard error.
func overwriteLine(_ text: String) {
  _ = writeAll(STDERR_FILENO, "\r" + text.printable)
}

/// Returns when a stream that does not block has room, or something to read.
private func wait(for descriptor: Int32, _ event: Int32) {
  let code = errno
  defer { errno = code }
  var stream = pollfd(fd: descriptor, events: Int16(event), revents: 0)
  // Interrupted, it is called again.
  poll(&stream, 1, -1)
}

/// The `errno` if not all of the text could be written.
private func writeAll(_ descriptor: Int32, _ text: String) -> Int32? {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes {
      Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    if count >= 0 {
      rest = rest.dropFirst(count)
    } else if errno == EAGAIN {
      // Somebody reads it slowly: that is no reason to lose any of it.
      wait(for: descriptor, POLLOUT)
    } else if errno != EINTR {
      return errno
    }
  }
  return nil
}
