import Circulation
import Foundation

/// Reading `OffCirc.dat`, compared with `mawk` checking its columns.
enum Reading {
  private static let lineCount = 1_000_000
  private static let roundCount = 7

  /// The fastest check in `mawk`, one regular expression: twelve digits, L or
  /// R, and an item, which makes at least 14 columns.
  private static let program =
    "!/^" + String(repeating: "[0-9]", count: 12) + "[LR][^ ]/ { bad++ } "
    + "END { print bad + 0 }"

  static func measure(in temporary: TemporaryFolder) throws {
    let path = temporary.path + "/OffCirc.dat"
    try write(path)
    let size = try Double(
      FileHandle(forReadingAtPath: path)?.seekToEnd() ?? 0)
    let mawk = ["/usr/bin/mawk", "/bin/mawk"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    var ours: [Double] = []
    var theirs: [Double] = []
    var unreadable = (ours: 0, theirs: "")
    for _ in 0..<roundCount {
      unreadable.ours = 0
      ours.append(
        try seconds {
          try DataFile.forEachLine(of: path) { _, line in
            if case .failure = line { unreadable.ours += 1 }
          }
        })
      guard let mawk else { continue }
      theirs.append(
        try seconds {
          unreadable.theirs = try Command(mawk, program, path).output()
        })
    }
    print(
      """

      Reading \(Double(lineCount).formatted(decimals: 0)) lines of OffCirc.dat, \
      \((size / 1e6).formatted(decimals: 0)) MB (medians of \(roundCount) rounds):
          DataFile  \(ours.median.formatted(decimals: 3)) s, \
      \(unreadable.ours) lines can't be read
      """)
    guard mawk != nil else { return print("    mawk is not installed") }
    let ratio = zip(theirs, ours).map { $0 / $1 }.median
    print(
      """
          mawk      \(theirs.median.formatted(decimals: 3)) s, \
      \(unreadable.theirs) lines fail its check; \
      it takes \(ratio.formatted(decimals: 2)) times as long
      """)
  }

  /// Writes the lines; one in 100,000 lacks a valid operation.
  private static func write(_ path: String) throws {
    var bytes: [UInt8] = []
    for (index, transaction) in SampleDay(count: lineCount).enumerated() {
      let start = bytes.count
      DataFormat.append(transaction, to: &bytes)
      if index % 100_000 == 99_999 { bytes[start + 12] = UInt8(ascii: "?") }
    }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }
}
