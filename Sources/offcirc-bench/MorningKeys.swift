import Foundation

/// The keys of the room of the morning with the files of a large library: the
/// time from a key to what it has painted.
enum MorningKeys {
  private static let lineCount = 200_000
  private static let findingCount = 5_000
  private static let strokeCount = 200

  /// Keys that are measured in turn, after others.
  private struct Stroke {
    let name: String
    var before: [String] = []
    let keys: [String]
  }

  private static let up = "\u{1b}OA"
  private static let down = "\u{1b}OB"
  private static let pageUp = "\u{1b}[5~"
  private static let pageDown = "\u{1b}[6~"
  private static let enter = "\r"
  private static let escape = "\u{1b}"
  private static let undo = "\u{1a}"
  /// F2.
  private static let onward = "\u{1b}OQ"
  /// F4.
  private static let keep = "\u{1b}OS"
  /// F5.
  private static let correct = "\u{1b}[15~"
  /// F8.
  private static let takeOut = "\u{1b}[19~"
  /// F12.
  private static let moveTimes = "\u{1b}[24~"

  private static let strokes = [
    Stroke(name: "unfold, fold  ", before: [onward], keys: [enter]),
    Stroke(name: "a page        ", before: [enter], keys: [pageDown, pageUp]),
    Stroke(name: "open a finding", before: [down], keys: [enter, escape]),
    Stroke(name: "a line        ", before: [enter], keys: [down, up]),
    Stroke(name: "take out, undo", keys: [takeOut, undo]),
    Stroke(name: "keep, undo    ", keys: [keep, undo]),
    Stroke(name: "similar items ", before: [down], keys: [correct, escape]),
  ]

  static func measure(in folder: TemporaryFolder) throws {
    let program = try ScreenProgram(
      [Child.offcirc, "morning"] + write(in: folder)
        + ["--output", folder.newFolder() + "/morning"])
    defer { program.end() }
    try program.waitForPaint(of: "F10: close")
    print(
      """

      From a key of the room of the morning to what it has painted, \
      \(lineCount) lines, \(findingCount) findings:
      """)
    for stroke in strokes {
      for key in stroke.before { _ = try program.milliseconds(after: key) }
      var times: [Double] = []
      for number in 0..<strokeCount {
        let key = stroke.keys[number % stroke.keys.count]
        let time = try program.milliseconds(after: key)
        // More bytes of a key may follow Esc: it is waited for.
        if key != escape { times.append(time) }
      }
      show(stroke.name, times)
    }
    let times = try (0..<20).map { number in
      _ = try program.milliseconds(after: moveTimes)
      _ = try program.milliseconds(
        after: number % 2 == 0 ? "+00:01" : "-00:01")
      return try program.milliseconds(after: enter)
    }
    show("move all times", times)
  }

  private static func show(_ name: String, _ times: [Double]) {
    let last = times.percentile(0.99)
    print(
      "    \(name)", times.median.formatted(decimals: 1, width: 6),
      "ms, 99 in 100 within", last.formatted(decimals: 1, width: 6), "ms")
  }

  /// Writes the files of three desks: loans, and lines that are doubtful: half
  /// of these are none, half are there twice.
  private static func write(in folder: TemporaryFolder) throws -> [String] {
    let folder = try folder.newFolder()
    let step = lineCount / findingCount
    return try (0..<3).map { desk in
      var text = ""
      for number in stride(from: desk, to: lineCount, by: 3) {
        let minute = number * 600 / lineCount
        let item = "\(37_000_000_000 + number)"
          .padding(toLength: 80, withPad: " ", startingAt: 0)
        let line =
          String(format: "20180530%02d%02dL", 8 + minute / 60, minute % 60)
          + item + "\(9_921_000_000_000 + number / 6)\r\n"
        text += line
        guard number % step == 0 else { continue }
        text += number / step % 2 == 0 ? "?\r\n" : line
      }
      let path = folder + "/desk\(desk).dat"
      try text.write(toFile: path, atomically: false, encoding: .utf8)
      return path
    }
  }
}
