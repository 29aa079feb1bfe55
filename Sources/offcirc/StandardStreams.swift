import Circulation
import Glibc

/// Standard output, whose failures are told: a full disk behind `>` too.
enum StandardOutput {
  /// Writes all of the text.
  static func write(_ text: String) throws(FileFailure) {
    guard let code = writeAll(STDOUT_FILENO, text) else { return }
    throw FileFailure(act: .write, path: "standard output", code: code)
  }
}

/// Writes a sentence to standard error; if that fails, there is nobody to tell.
func complain(_ sentence: String) {
  _ = writeAll(STDERR_FILENO, "offcirc: \(sentence)\n")
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
    } else if errno != EINTR {
      return errno
    }
  }
  return nil
}
