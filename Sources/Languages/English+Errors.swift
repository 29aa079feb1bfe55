import Circulation
import Glibc
import Offload
import Station
import Terminal
import Typesetting

extension English {
  func sentence(_ refusal: BarcodeError) -> String {
    let value = refusal.value.quotable
    switch refusal.reason {
    case .empty: return "Refused: the number is empty."
    case .tooLong(let columns):
      return
        "Refused: \(value) has \(columns) characters. The maximum is \(Barcode.maximumLength)."
    case .character(let character, _):
      return
        "Refused: \(value) contains \"\(String(character).quotable)\" (\(character.codes)). Use unaccented letters, digits and plain symbols only."
    case .exercise:
      return
        "Refused: \(value) is on the exercise sheet. Only offcirc drill takes it."
    case .outerSpace:
      return "Refused: \(value) begins or ends with a space."
    }
  }

  func sentence(_ error: FileError) -> String {
    if let sentence = isAnothers(error) { return sentence }
    if error.isOfLocks { return cannotLock(error.path) }
    let path = error.path.printable
    let what =
      switch error.operation {
      case .createFolder: "Cannot create folder \(path)"
      case .open: "Cannot open \(path)"
      case .read: "Cannot read \(path)"
      case .write: "Cannot write \(path)"
      case .synchronize: "Cannot write \(path) to disk"
      case .truncate: "Cannot shorten \(path)"
      case .replace: "Cannot replace \(path)"
      case .remove: "Cannot remove \(path)"
      case .lock: "Cannot lock \(path)"
      case .recognize: "\(path) has changed since this station wrote it"
      case .noteSave: "Cannot update \(path)"
      }
    return "\(what): \(reason(error))."
  }

  private func reason(_ error: FileError) -> String {
    switch error.code {
    case ENOSPC: "the disk is full. Free some space"
    case EDQUOT: "your disk quota is used up. Free some space"
    case EIO: "disk error (input/output error). Use another disk"
    case EACCES: "permission denied. Ask for access"
    case EROFS: "the disk is read-only. Use another disk"
    case ENOENT: "no such file or folder"
    case ENOTDIR: "part of the path is not a folder"
    case EISDIR where error.operation == .read: "it is a folder. Give a file"
    case EISDIR: "it is a folder. Move it away"
    case EINVAL where [.read, .write].contains(error.operation):
      "it is not a regular file. Give another one"
    case EINVAL where error.operation == .open:
      "it is not a regular file. Move it away"
    case EBUSY where error.operation == .read:
      "it changed while it was read. Wait until nobody is using it, then try again"
    case EEXIST where error.operation == .replace:
      "it is an input file, or a file of a station. Give another one"
    case EFBIG where error.operation == .read:
      "it is too large to be such a file. Replace it with the right one"
    case EFBIG: "it would exceed the maximum file size"
    case ELOOP where error.operation == .read:
      "it is a broken link. Give a file"
    case ELOOP: "it is a symbolic link. Move it away"
    case EPERM: "it belongs to another user. Move it away"
    case ENODEV: "its disk is not connected. Reconnect it"
    case ESTALE:
      "it was moved or replaced while the program was running. Start again"
    case EILSEQ: "the name is not UTF-8. Rename it"
    case ENAMETOOLONG: "the name is too long"
    case ENOMEM: "out of memory"
    default: rareReason(error)
    }
  }

  func sentence(_ error: CirculationError) -> String {
    switch error {
    case .folderHeld(let path, let holder):
      let by = holder.map {
        " (process \($0.process)\($0.host.map { " on \($0.printable)" } ?? ""), since \(start(of: $0)))"
      }
      return
        "Another station is using \(path.printable)\(by ?? ""). Close it, or give another folder with --files."
    case .newerJournal(let path, let version):
      return
        "\(path.printable) was written by a newer OffCirc (version \(version)). Use that version. Nothing was changed."
    case .newerEvent(let path, let line, let event):
      return
        "Line \(line) of \(path.printable) is an event that only a newer OffCirc knows: \(event.printable.shortened(to: 40)). Use that version. Nothing was changed."
    case .notAJournal(let path):
      return
        "\(path.printable) is not an OffCirc journal. Move it away. Nothing was changed."
    case .exercise(let path):
      return
        "\(path.printable) is the journal of an exercise. Nothing in it happened: delete it."
    case .borrowersErased(let path):
      return
        "The borrowers of \(path.printable) were erased, for data protection. It serves only the history of copies. Nothing was changed."
    case .noJournal(let path):
      return
        "There is no OffCirc journal in \(path.printable). Give the folder of a station, or of its copy."
    case .severalJournals(let paths):
      return
        "Found \(paths.count) journals. Give the file instead of the folder."
    case .inTheWay(let path):
      return
        "\(path.printable) already exists. Move it away, or recover into another folder with --files."
    case .noBorrower: return "A loan needs a borrower."
    case .itemIsBorrower(let number):
      return
        "Refused: \(number.text) is the borrower's number. Scan the item."
    case .returnHasNoBorrower(let item):
      return
        "Refused: the return of \(item.text) has no borrower. Scan an item."
    case .numbersUsedUp(let path, let last):
      return
        "\(path.printable) has reached its last number (\(last)). Keep it, and make a new one with offcirc recover --files."
    case .clockBeyondFiles:
      return
        "NOT recorded: the clock shows a year or time zone that cannot be stored. Set the date and time zone of the computer."
    case .notInList:
      return
        "It is already in OffCirc.dat: an interrupted save was just finished."
    case .notReturned(let item):
      return
        "Refused: \(item.text) was not returned here, or was lent again. Record its return first."
    case .notAStatus(let text):
      return
        "Refused: \"\(text.quotable)\" is not a state. Give its number, from 1 on."
    case .notAnAmount(let cents):
      return "Refused: \(cents) cents are not an amount. Give 0 or more."
    case .reasonTooLong(let bytes, let maximum):
      return
        "Refused: the reason has \(bytes) bytes. The maximum is \(maximum). Shorten it."
    }
  }

  func sentence(_ error: TerminalError) -> String {
    switch error {
    case .notATerminal(let stream):
      """
      The station needs a terminal, but standard \
      \(stream == .input ? "input" : "output") is not a terminal. In scripts, \
      use offcirc record, offcirc save and offcirc list.
      """
    case .unknownKind(let kind):
      """
      Unknown terminal type "\(kind.printable)". Set TERM to the right one, for \
      example TERM=xterm or TERM=vt100.
      """
    }
  }

  func sentence(_ error: DataFormat.LineError) -> String {
    switch error {
    case .empty: "the line is empty."
    case .tooShort(let columns):
      "the line ends at column \(columns), before the item at column 14."
    case .time: "columns 1 to 12 are not a date and time (YYYYMMDDHHMM)."
    case .operation: "column 13 is neither L nor R."
    case .item(let issue): "the item \(clause(issue, column: 14))."
    case .noBorrower: "the loan has no borrower."
    case .borrower(let issue): "the borrower \(clause(issue, column: 94))."
    case .afterReturn: "the return has text after column 93."
    }
  }

  private func clause(_ issue: DataFormat.NumberIssue, column: Int) -> String {
    switch issue {
    case .late(let start):
      "should start at column \(column), but it starts at column \(start)"
    case .character(let place):
      "has an invalid character at column \(place). Only unaccented letters, digits and plain symbols are allowed"
    case .tooLong(let columns):
      "is \(columns) columns wide. The maximum is \(Barcode.maximumLength)"
    }
  }

  func sentence(_ name: UnusableName) -> String {
    switch name {
    case .argument(let name):
      "the argument \(name.printable) is not UTF-8. Rename the file or folder, and use the new name."
    case .variable(let variable, let name):
      "$\(variable) is not UTF-8: \(name.printable). Set it to a name that is."
    case .home(let name):
      "the name of your home folder is not UTF-8: \(name.printable). Set $HOME to a folder whose name is."
    case .currentFolder(let name):
      "the name of the current folder is not UTF-8: \(name.printable). Go to another folder, and give absolute paths."
    }
  }
}
