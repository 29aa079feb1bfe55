/// What stands on the screen of a VT52.
struct VT52 {
  private(set) var rows = [[Character]](
    repeating: [Character](repeating: " ", count: 80), count: 24)
  private var row = 0
  private var column = 0
  /// The bytes of a sequence, or of a character, that is not whole yet.
  private var pending: [UInt8] = []

  /// The screen, row by row.
  var lines: [String] { rows.map { String($0) } }

  /// The screen as one text.
  var text: String { lines.joined(separator: "\n") }

  mutating func take(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { take(byte) }
  }

  private mutating func take(_ byte: UInt8) {
    pending.append(byte)
    switch pending[0] {
    case 0x1b:
      guard pending.count > 1 else { return }
      if pending[1] == UInt8(ascii: "Y"), pending.count < 4 { return }
      obey(pending[1])
    case 0x08: column = max(column - 1, 0)
    case 0x09: column = min((column / 8 + 1) * 8, 79)
    case 0x0a: row = min(row + 1, 23)
    case 0x0d: column = 0
    case 0..<0x20: break
    case 0xc0...:
      let length = pending[0] >= 0xf0 ? 4 : pending[0] >= 0xe0 ? 3 : 2
      if pending.count < length { return }
      put(String(decoding: pending, as: UTF8.self))
    default: put(String(decoding: pending, as: UTF8.self))
    }
    pending = []
  }

  private mutating func put(_ text: String) {
    rows[row][column] = text.first ?? " "
    column = min(column + 1, 79)
  }

  private mutating func obey(_ command: UInt8) {
    switch Character(Unicode.Scalar(command)) {
    case "A": row = max(row - 1, 0)
    case "B": row = min(row + 1, 23)
    case "C": column = min(column + 1, 79)
    case "D": column = max(column - 1, 0)
    case "H": (row, column) = (0, 0)
    case "Y":
      // A larger screen than it has may have been asked for.
      row = min(max(Int(pending[2]) - 32, 0), 23)
      column = min(max(Int(pending[3]) - 32, 0), 79)
    case "J":
      erase(from: column)
      for below in row + 1..<24 {
        rows[below] = [Character](repeating: " ", count: 80)
      }
    case "K": erase(from: column)
    default: break
    }
  }

  private mutating func erase(from column: Int) {
    for index in column..<80 { rows[row][index] = " " }
  }
}
