internal import CNcurses
import Glibc

/// What the keys of common terminals send, beside what `TERM` says of them.
///
/// A serial line often has TERM=vt100 while the keyboard at its other end is
/// that of an xterm or of the Linux console: F10 is to be F10 all the same.
enum KeySequences {
  private static let all: [(sequence: String, key: Int32)] =
    // Arrows and the like, as xterm sends them in both of its modes.
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
    // F1 to F4 of xterm, of the Linux console, of the VT220 and of rxvt.
    + ["OP", "OQ", "OR", "OS"].numbered
    + ["[[A", "[[B", "[[C", "[[D", "[[E"].numbered
    + ["[11~", "[12~", "[13~", "[14~", "[15~", "[17~", "[18~", "[19~"].numbered
    + ["[20~", "[21~", "[23~", "[24~"].numbered(from: 9)
    // PuTTY as a VT100+, and as SCO; its F1 there is what the mouse begins with.
    + ["OT", "OU", "OV", "OW", "OX", "OY", "OZ", "O["].numbered(from: 5)
    + ["[N", "[O", "[P", "[Q", "[R", "[S", "[T", "[U", "[V", "[W", "[X"]
    .numbered(from: 2) + [("[I", KEY_PPAGE), ("[G", KEY_NPAGE)]

  /// What a terminal sends before and after a text that is pasted, once it was
  /// asked to (xterm's bracketed paste).
  static let pasteBegin = KEY_MAX + 1
  static let pasteEnd = KEY_MAX + 2

  private static let keys = Dictionary(
    all.map { ($0.sequence, $0.key) }
  ) { first, _ in first }

  /// The key that sends a sequence, given without Esc; nil if none is known.
  static func key(of sequence: String) -> Key? {
    keys[sequence].flatMap { Terminal.key($0) }
  }

  /// Whether a code of curses is that of a key, whatever it means.
  static func isOfAKey(_ code: Int32) -> Bool {
    guard let sequence = keybound(code, 0) else { return false }
    free(sequence)
    return true
  }

  /// Makes them known; what `TERM` says of a sequence goes before, but not of
  /// what is a control character by itself (Ctrl-Z, Suspend on some).
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

  /// The sequences of the function keys from this one on.
  fileprivate func numbered(from first: Int32) -> [(String, Int32)] {
    enumerated().map { ($1, KEY_F0 + first + Int32($0)) }
  }
}
