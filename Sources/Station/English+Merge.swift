import Circulation
import Offload

extension English {
  func progress(percent: Int, ofMegabytes megabytes: Int) -> String {
    "\(percent)% of \(megabytes) MB read"
  }

  func merged(lineCount: Int, fileCount: Int, into path: String) -> String {
    let lines = lineCount == 1 ? "1 line" : "\(lineCount) lines"
    let files = fileCount == 1 ? "1 file" : "\(fileCount) files"
    return "Merged: \(lines) of \(files) in \(path.printable)."
  }

  func sentence(_ shared: SharedLines) -> String {
    "\(shared.first.path.printable) and \(shared.second.path.printable) have the same \(shared.count) lines: given twice? They are in the merged file twice."
  }

  func sentence(_ lines: UnreadableLines, of path: String) -> String {
    "\(path.printable): \(unreadable(lines)). offcirc check says what is wrong."
  }

  /// How many lines can't be read, and which.
  func unreadable(_ lines: UnreadableLines) -> String {
    let numbers = lines.firstNumbers.map(String.init).joined(separator: ", ")
    let more = lines.count > lines.firstNumbers.count ? ", …" : ""
    return lines.count == 1
      ? "1 line can't be read (line \(numbers))"
      : "\(lines.count) lines can't be read (lines \(numbers)\(more))"
  }

  func leftOut(_ overlap: Overlap) -> String {
    let lines =
      overlap.lineCount == 1
      ? "its only line" : "its \(overlap.lineCount) lines"
    return
      "\(overlap.file.path.printable) is left out: \(overlap.whole.path.printable) begins with \(lines)."
  }

  func sentence(_ conflict: Conflict, of files: [StationFile]) -> String {
    func place(_ line: Conflict.Line) -> String {
      "line \(line.number) of \(files[line.file].path.printable)"
    }
    func act(_ line: Conflict.Line) -> String {
      line.operation == .loan ? "lent" : "returned"
    }
    let (first, second) = (conflict.first, conflict.second)
    let item = conflict.item.printable
    return switch conflict.kind {
    case .sameMinute:
      "Item \(item): \(act(first)) in \(place(first)), \(act(second)) in \(place(second)), in the same minute. Which was first is not known; if it was the second, name its file first."
    case .lentTwice:
      "Item \(item): lent in \(place(first)), and to another borrower in \(place(second)), without a return between. Find out who has it."
    case .returnedTwice:
      "Item \(item): returned in \(place(first)), and again in \(place(second)), without a loan between. Harmless if no loan is missing."
    }
  }

  func moreConflicts(_ count: Int) -> String {
    let conflicts = count == 1 ? "1 more conflict" : "\(count) more conflicts"
    return
      "And \(conflicts) between the files. offcirc check with the same files lists what is wrong with each line."
  }
}
