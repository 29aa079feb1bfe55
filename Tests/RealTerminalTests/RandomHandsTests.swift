import Circulation
import Foundation
import Seeded
import Support
import Testing

/// Two thousand things that hands may do, in any order.
struct RandomHandsTests {
  @Test func whateverHandsDoNothingIsLostAndTheScreenIsTrue() throws {
    var random = SeededGenerator(seed: 20_180_508)
    let folder = TestFolder()
    // Closed, it is opened again; only a crash ends it.
    let screen = try Screen(
      environment: ["TERM": "xterm-256color"],
      shell: """
        stty raw -echo; trap '' INT QUIT TSTP; while \(Program.path); do :; \
        done; echo "ended: $?"; exec cat
        """, in: folder)
    try screen.waitFor("Offline Circulation")
    var size = (columns: 80, rows: 24)
    var hands = Hands()
    for batch in 1...100 {
      var bytes = ""
      for _ in 1...20 { bytes += hands.event(in: size, using: &random) }
      try screen.send(bytes)
      if batch.isMultiple(of: 3) {
        size =
          batch.isMultiple(of: 4)
          ? (
            .random(in: 5...59, using: &random),
            .random(in: 2...15, using: &random)
          )
          : (
            .random(in: 60...150, using: &random),
            .random(in: 16...50, using: &random)
          )
        try screen.resize(columns: size.columns, rows: size.rows)
      }
      if batch.isMultiple(of: 5) {
        if size.columns < 60 {
          size = (80, 24)
          try screen.resize(columns: 80, rows: 24)
        }
        try expectAllIsTrue(on: screen, size, probe: "probe\(batch)")
      }
    }
  }

  @Test func aKeyThatIsHeldDownKeepsNoScanWaiting() throws {
    let station = try Pty(in: TestFolder())
    try station.look(for: "Unsaved: 0 ")
    station.type("9921\r37000034179\r")
    let hangGuard = HangGuard()
    while !station.screen.lines[23].contains("Unsaved: 1 ") {
      try #require(!hangGuard.isOver, "it is kept waiting as long as that")
      station.type("\u{1b}")
      // As often as a keyboard repeats it.
      let next = ContinuousClock.now + .milliseconds(25)
      while ContinuousClock.now < next { station.look(for: 5) }
    }
  }

  /// Comes back to the desk, and compares what it shows with what is on disk.
  private func expectAllIsTrue(
    on screen: Screen, _ size: (columns: Int, rows: Int), probe: String
  ) throws {
    // A scan is recorded behind all that was done before it, so that when the
    // last one is seen, all of that has been taken, the other tries too.
    var tries = 0
    try screen.wait("\(probe) at the desk") {
      let lines = screen.lines
      if lines.contains(where: { $0.contains("Esc") }) {
        try screen.press("Escape")
      } else if let row = lines.firstIndex(where: {
        $0.contains("Choose transaction:")
      }), let column = lines[row].firstIndex(of: ") Return") {
        let place = "\(column + 3);\(row + 1)"
        let click = "\u{1b}[<0;\(place)M\u{1b}[<0;\(place)m"
        tries += 1
        // As far apart as what a hand does.
        for bytes in [click, "\u{15}", "\(probe)-\(tries)\r"] {
          try screen.send(bytes)
          for _ in 0..<6 { HangGuard.pause() }
        }
      }
      for _ in 0..<25 {
        if screen.lines.contains(where: {
          $0.contains("return of \(probe)-\(tries).")
        }) {
          return true
        }
        HangGuard.pause()
      }
      return false
    }
    let files = try DeskFiles(in: screen.folder)
    #expect(files.isWhole, "\(files)")
    #expect(files.lines.contains { $0.hasSuffix("R\(probe)-\(tries)") })
    try screen.wait("the counts of \(files)") {
      let last = screen.lines.last { !$0.isEmpty } ?? ""
      return last.contains("Unsaved: \(files.unsavedCount) ")
        && (last.contains(": \(files.savedCount) ")
          || !last.contains("OffCirc.dat"))
    }
    try screen.wait("a frame of \(size)") {
      let lines = screen.lines.prefix(size.rows)
      return lines.count == size.rows
        && lines.enumerated().allSatisfy { row, line in
          // The frame of returns is another one than that of loans.
          let edges =
            row == 0
            ? ["┌┐", "╔╗"]
            : row == size.rows - 1 ? ["└┘", "╚╝"] : ["││", "║║"]
          return line.count == size.columns
            && edges.contains { $0.first == line.first && $0.last == line.last }
        } && lines[0].dropFirst(2).hasPrefix(" Offline Circulation ")
    }
    let listed = try Program.run(
      ["list", "--unsaved", "--format", "csv", "--files", screen.folder.files])
    #expect(listed.status == 0)
    #expect(
      listed.output.split(whereSeparator: \.isNewline).count == files
        .unsavedCount + 1)
  }
}

extension String {
  /// The number of characters before a text.
  fileprivate func firstIndex(of text: String) -> Int? {
    range(of: text).map { distance(from: startIndex, to: $0.lowerBound) }
  }
}

/// What is on disk, counted in two ways.
private struct DeskFiles: CustomStringConvertible {
  let unsavedCount: Int
  let savedCount: Int
  let recordedCount: Int
  let deletedCount: Int
  /// What is in either file, as lines of `OffCirc.dat`.
  private(set) var lines: [String] = []
  private let hasDamage: Bool

  init(in folder: TestFolder) throws {
    let journal = try folder.read("OffCirc.journal")
    let events = journal.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    recordedCount = events.count {
      $0.count > 2 && ["loan", "return"].contains($0[2])
    }
    let replay = try #require(
      try JournalReader.replay(path: folder.files + "/OffCirc.journal"))
    deletedCount = replay.changes.count { $0.kind == .deletion }
    unsavedCount = replay.unsaved.count
    hasDamage = !replay.damage.isEmpty || replay.openSave != nil
    let saved = (try? folder.read("OffCirc.dat")) ?? ""
    lines = saved.components(separatedBy: "\r\n").filter { !$0.isEmpty }
    savedCount = lines.count
    lines += replay.unsaved.map {
      String(
        decoding: DataFormat.lines(of: [$0.transaction]).dropLast(2),
        as: UTF8.self)
    }
  }

  /// Whether each transaction is somewhere, and nowhere twice.
  var isWhole: Bool {
    !hasDamage && recordedCount - deletedCount == unsavedCount + savedCount
  }

  var description: String {
    """
    \(recordedCount) recorded, \(deletedCount) deleted, \(unsavedCount) \
    unsaved, \(savedCount) saved
    """
  }
}

/// What hands do, as the bytes that a terminal makes of it.
private struct Hands {
  private var count = 0

  private static let keys =
    ["\u{1b}OP", "\u{1b}OQ", "\u{1b}OR", "\u{1b}OS"]
    + ["15", "17", "18", "19", "20", "21", "23", "24"].map { "\u{1b}[\($0)~" }
    + ["A", "B", "C", "D", "H", "F", "Z"].map { "\u{1b}[\($0)" }
    + ["1", "2", "3", "4", "5", "6"].map { "\u{1b}[\($0)~" }
    + ["\r", "\n", "\t", "\u{7f}", "\u{8}", " ", "\u{1b}"]

  mutating func event(
    in size: (columns: Int, rows: Int),
    using random: inout SeededGenerator
  ) -> String {
    func number(_ range: ClosedRange<Int>) -> Int {
      .random(in: range, using: &random)
    }
    func one(of characters: String) -> String {
      characters.randomElement(using: &random).map(String.init) ?? ""
    }
    let place = "\(number(1...size.columns));\(number(1...size.rows))"
    switch number(0...99) {
    case 0...29:
      count += 1
      return "\(370_000 + count)" + one(of: "\r\r\r\n\t")
    case 30...34: return one(of: "aZ9 é€字'\u{7f}~")
    case 35...64: return Self.keys.randomElement(using: &random) ?? ""
    case 65...69:
      let code = UInt8(number(1...31))
      return String(Character(Unicode.Scalar(code)))
    case 70...74: return "\u{1b}" + one(of: "eclrsdhnpuafzELRSD0?")
    case 75...86: return "\u{1b}[<0;\(place)M\u{1b}[<0;\(place)m"
    case 87...90: return "\u{1b}[<\(number(64...65));\(place)M"
    case 91...93:
      return "\u{1b}[200~\(number(1...999))\n\(number(1...999))\u{1b}[201~"
    case 94...96:
      return "\u{1b}[\(number(0...99));\(number(0...9))" + one(of: "~AmRtyzqu")
    case 97: return "\u{1b}]0;title\u{7}"
    case 98: return one(of: "\u{1b}\u{9b}") + one(of: "[O]P_^")
    default:
      let numbers = (1...number(2...60)).map { "\($0)\n" }
      return numbers.joined()
    }
  }
}
