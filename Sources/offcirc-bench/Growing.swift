import Circulation
import Foundation

/// The processor time a line and the peak memory of each command, with files of
/// doubling length: a command whose time grows faster than its lines shows a
/// ratio well above 1.
enum Growing {
  static let defaultLineCount = 800_000
  private static let leastLineCount = 50_000

  static func measure(
    in temporary: TemporaryFolder, upTo lineCount: Int
  ) throws {
    let sizes = Array(
      sequence(first: leastLineCount) {
        2 * $0 <= lineCount ? 2 * $0 : nil
      })
    print("\nMicroseconds a line, and the peak memory in MB, with the lines:")
    let heads = sizes.map { "\($0)".padded(to: 14) }.joined()
    print("    " + "".padded(to: 20) + heads + "last to first")
    var rows: [(name: String, children: [Child])] = []
    for size in sizes {
      let commands = try GrowingCommands(in: temporary, lineCount: size)
      defer { commands.remove() }
      for (index, command) in commands.all.enumerated() {
        if rows.count == index { rows.append((command.name, [])) }
        rows[index].children.append(try command.run())
      }
    }
    for (name, children) in rows {
      let times = zip(children, sizes).map {
        $0.processorSeconds * 1_000_000 / Double($1)
      }
      let cells = zip(times, children).map {
        ($0.formatted(decimals: 2) + " "
          + $1.megabytes.formatted(decimals: 0)).padded(to: 14)
      }
      print(
        "    " + name.padded(to: 20) + cells.joined()
          + ((times.last ?? 0) / times[0]).formatted(decimals: 2))
    }
  }
}

/// The commands on files of one length, in an order in which each finds what it
/// needs.
private struct GrowingCommands {
  /// A command, and the exit statuses that show that it did its work.
  struct Command {
    let name: String
    let script: String
    let arguments: [String]
    let statuses: ClosedRange<Int32>

    func run() throws -> Child {
      let child = try Child("/bin/sh", ["-c", script, "sh"] + arguments)
      guard statuses ~= child.status else { throw CommandError(name: name) }
      return child
    }
  }

  let all: [Command]
  private let folder: String

  init(in temporary: TemporaryFolder, lineCount: Int) throws {
    folder = try temporary.newFolder()
    let (one, other) = (folder + "/1.dat", folder + "/2.dat")
    try SampleFile.write(one, lineCount: lineCount, seed: 1)
    try SampleFile.write(other, lineCount: lineCount, seed: 2)
    try Self.writeInput(folder + "/input", lineCount: lineCount)
    try SampleReport.write(folder + "/numbered", of: one, hasNumbers: true)
    try SampleReport.write(folder + "/plain", of: one, hasNumbers: false)
    let folder = folder
    func command(
      _ name: String, _ words: String, _ statuses: ClosedRange<Int32> = 0...0
    ) -> Command {
      Command(
        name: name, script: "cd \"$2\" && exec \"$1\" \(words)",
        arguments: [Child.offcirc, folder], statuses: statuses)
    }
    all = [
      command("record", "record --files desk <input"),
      command("status, unsaved", "status --files desk", 0...1),
      command("save", "save --files desk"),
      command("status, saved", "status --files desk", 0...1),
      command("recover", "recover desk --files new"),
      command("list, csv", "list 1.dat --format csv"),
      command("list, table", "list 1.dat"),
      command("list, json", "list 1.dat --format json"),
      command("check", "check 1.dat", 0...1),
      command("check, csv", "check 1.dat --format csv", 0...1),
      command("merge", "merge 1.dat 2.dat --output merged.dat", 0...1),
      command("kit", "kit 1.dat --output kit --ledger ledger"),
      command("reconcile, lines", "reconcile numbered 1.dat", 0...1),
      command("reconcile, numbers", "reconcile plain 1.dat", 0...1),
    ]
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Writes the input of `record`: two loans, then a return.
  private static func writeInput(_ path: String, lineCount: Int) throws {
    var text = ""
    for transaction in SampleDay(count: lineCount) {
      text += transaction.operation.rawValue + " \(transaction.item.text)"
      if let borrower = transaction.borrower { text += " \(borrower.text)" }
      text += "\n"
    }
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    padding(toLength: width, withPad: " ", startingAt: 0)
  }
}
