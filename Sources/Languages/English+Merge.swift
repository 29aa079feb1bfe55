import Circulation
import Offload
import Station
import Typesetting

extension English {
  /// The paragraphs of `--help` about the merge of files.
  var discussionOfMerge: String {
    """
    Lines are sorted by minute. In a minute, the seconds decide, if the \
    journals of the stations lie beside the files. Otherwise the order is \
    that of the files given. The lines of a file keep their order. If one file is the beginning of \
    another from the same station, it is left out. No other line is left out \
    or changed.

    Contradictions, lines in common and lines that are not transactions are \
    reported. The exit status is 1 then, but the file is written. An existing \
    output file is replaced only if it is empty or contains transactions. An \
    input file or a station's own file is never replaced.

    \(mergeOfOfflineFiles)
    """
  }

  func found(_ folder: CollectedFiles.Folder) -> String {
    let files = folder.files.map(\.printable)
    return
      "\(folder.path.printable): \(counting(files.count, "file")) found: \(counting.list(files, .and, maximum: 20))."
  }

  func progress(percent: Int, ofMegabytes megabytes: Int) -> String {
    "\(percent)% of \(megabytes) MB read"
  }

  func merged(lineCount: Int, fileCount: Int, into path: String) -> String {
    "Merged \(counting(lineCount, "line")) of \(counting(fileCount, "file")) into \(path.printable)."
  }

  func sentence(_ shared: SharedLines) -> String {
    "\(shared.first.path.printable) and \(shared.second.path.printable) have \(counting(shared.count, "line")) in common. Was the same file given twice? The merged file has them twice."
  }

  func sentence(_ lines: UnreadableLines, of path: String) -> String {
    "\(path.printable): \(unreadable(lines)). For details: offcirc check."
  }

  /// The number of lines that can't be read, and the first of them.
  func unreadable(_ lines: UnreadableLines) -> String {
    "\(counting(lines.count, "line is", "lines are")) unreadable (\(self.lines(lines.firstNumbers, of: lines.count)))"
  }

  func leftOut(_ overlap: Overlap) -> String {
    "Left out \(overlap.file.path.printable): \(overlap.whole.path.printable) begins with the same \(counting(overlap.lineCount, "line"))."
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
      "Item \(item): \(act(first)) in \(place(first)), \(act(second)) in \(place(second)), in the same minute. The order is unknown. To reverse it, give the other file first."
    case .decided:
      "Item \(item): \(act(first)) in \(place(first)), \(act(second)) in \(place(second)) \(counting(conflict.secondsBetween ?? 0, "second")) later. The journals of both stations decide the order. Nothing to do."
    case .lentTwice:
      "Item \(item): lent in \(place(first)), then to another borrower in \(place(second)), with no return in between. Find out who has it."
    case .returnedTwice:
      "Item \(item): returned in \(place(first)), and again in \(place(second)), with no loan in between. Nothing to do if no loan is missing."
    }
  }

  func moreConflicts(_ count: Int) -> String {
    "\(counting(count, "more conflict")) between the files. For all of them, run offcirc merge --format csv."
  }
}

extension English {
  /// The sentences of `--help` about a folder in the place of files.
  var folderOfFiles: String {
    "In place of files, give a folder: all files like OffCirc.dat in it are taken. Archives, kits and hidden files are left out."
  }
}
