internal import CNcurses
import Glibc

/// The key sequences of common terminals, in addition to those of `TERM`.
///
/// A serial line often has TERM=vt100 while the keyboard is that of an xterm or
/// the Linux console: F10 must work there too.
enum KeySequences {
  private static let all: [(sequence: String, key: Int32)] =
    // Cursor keys in both modes of xterm.
    ["[", "O"].flatMap { start in
      [
        ("\(start)A", KEY_UP), ("\(start)B", KEY_DOWN),
        ("\(start)C", KEY_RIGHT), ("\(start)D", KEY_LEFT),
        ("\(start)H", KEY_HOME), ("\(start)F", KEY_END),
      ]
    } + [
      ("[1~", KEY_HOME), ("[3~", KEY_DC), ("[4~", KEY_END),
      ("[5~", KEY_PPAGE), ("[6~", KEY_NPAGE), ("[7~", KEY_HOME),
      ("[8~", KEY_END), ("[Z", KEY_BTAB), ("OM", KEY_ENTER),
    ]
    // F1 to F4 of xterm, the Linux console, VT220 and rxvt.
    + ["OP", "OQ", "OR", "OS"].numbered
    + ["[[A", "[[B", "[[C", "[[D", "[[E"].numbered
    + ["[11~", "[12~", "[13~", "[14~", "[15~", "[17~", "[18~", "[19~"].numbered
    + ["[20~", "[21~", "[23~", "[24~"].numbered(from: 9)
    // PuTTY as VT100+ and SCO; its F1 there equals the start of a mouse report.
    + ["OT", "OU", "OV", "OW", "OX", "OY", "OZ", "O["].numbered(from: 5)
    + ["[N", "[O", "[P", "[Q", "[R", "[S", "[T", "[U", "[V", "[W", "[X"]
    .numbered(from: 2) + [("[I", KEY_PPAGE), ("[G", KEY_NPAGE)]

  /// The codes for the start and end of a bracketed paste (xterm).
  static let pasteBegin = KEY_MAX + 1
  static let pasteEnd = KEY_MAX + 2

  private static let keys = Dictionary(
    all.map { ($0.sequence, $0.key) }
  ) { first, _ in first }

  /// Returns the key that sends a sequence, given without Esc; nil if unknown.
  static func key(of sequence: String) -> Key? {
    keys[sequence].flatMap { Terminal.key($0) }
  }

  /// Returns true if a curses code is a key's, whatever the key.
  static func isOfAKey(_ code: Int32) -> Bool {
    guard let sequence = keybound(code, 0) else { return false }
    free(sequence)
    return true
  }

  /// Registers the sequences with curses.
  ///
  /// Those of `TERM` take precedence, except single control characters (Ctrl-Z
  /// is Suspend on some terminals).
  static func define() {
    for byte in 1...0x1f as ClosedRange<UInt8> where byte != 0x1b {
      let character = String(Unicode.Scalar(byte))
      if key_defined(character) > 0 { define_key(character, 0) }
    }
    for (sequence, key) in all where key_defined("\u{1b}" + sequence) == 0 {
      define_key("\u{1b}" + sequence, key)
    }
    define_key("\u{1b}[200~", pasteBegin)
    define_key("\u{1b}[201~", pasteEnd)
  }
}

extension [String] {
  fileprivate var numbered: [(String, Int32)] { numbered(from: 1) }

  /// Returns the sequences with consecutive function keys.
  fileprivate func numbered(from first: Int32) -> [(String, Int32)] {
    enumerated().map { ($1, KEY_F0 + first + Int32($0)) }
  }
}
