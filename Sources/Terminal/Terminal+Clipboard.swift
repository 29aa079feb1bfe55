internal import CNcurses
import FoundationEssentials
import Glibc

// The clipboard of the computer that shows the terminal, by OSC 52.
extension Terminal {
  /// True if the terminal's description says that it takes a text for the
  /// clipboard, by `Ms`; its settings, or tmux, may drop the text nevertheless.
  package var hasClipboard: Bool {
    // A name that is not in the description gives -1.
    guard
      let store = tigetstr("Ms"), Int(bitPattern: store) != -1
    else { return false }
    return String(cString: store).hasPrefix(Self.clipboardStart.prefix(5))
  }

  /// Sends a text to the clipboard; nothing is seen on the screen.
  package func copy(_ text: String) {
    let sequence = Self.sequence(copying: text)
    _ = sequence.withUnsafeBytes {
      write(STDOUT_FILENO, $0.baseAddress, $0.count)
    }
  }

  /// ESC, `]52;`, and `c;` for the clipboard.
  private nonisolated static let clipboardStart = "\u{1b}]52;c;"

  /// Returns the bytes that put a text into the clipboard.
  nonisolated static func sequence(copying text: String) -> [UInt8] {
    // Base64 holds nothing that a terminal obeys.
    var bytes = Array(clipboardStart.utf8)
    bytes += Data(text.utf8).base64EncodedData()
    bytes.append(0x07)
    return bytes
  }
}
