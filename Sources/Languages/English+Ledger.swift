import Offload
import Station
import Typesetting

extension English {
  func sentence(_ error: LedgerError) -> String {
    switch error {
    case .held(let path):
      "Another offcirc is using the ledger \(path.printable). Wait until it ends, then try again."
    case .newer(let path, let version):
      "The ledger \(path.printable) was written by a newer OffCirc (version \(version)). Use that version. Nothing was changed."
    case .notALedger(let path):
      "\(path.printable) is not an OffCirc ledger. Give the right file with --ledger, or move this one. Nothing was changed."
    case .tooLarge(let path, let maximum):
      "\(path.printable) is too large for a ledger (more than \(maximum) MB). Restore a backup, or give the right file with --ledger. Nothing was changed."
    case .heldElsewhere:
      "Another computer is making a kit. Wait until it ends, then try again."
    case .notAdmitted:
      "Nothing made: the role of this computer may not list kits in the shared ledger. Use the role of a referent."
    case .undecided:
      "The connection was lost while the shared ledger was written. Run the same command again: it finishes what was begun, or starts over."
    case .onlyInCommon(let error):
      "\(sentence(error)) The shared ledger has the lines already. Run the same command again to finish."
    }
  }

  func damaged(
    _ damage: [Ledger.Reading.Damage], inLedger path: String
  ) -> String {
    let path = path.printable
    let lines = damage.filter(\.isLine)
    let lineEnds = damage.filter(\.isLineEnd)
    var sentences: [String] = []
    if !lines.isEmpty {
      sentences.append(
        "The ledger \(path) is damaged (\(self.lines(lines.firstNumbers, of: lines.count))). Kits from that time are not recognised. Check them before you upload anything. Keep a copy of the file."
      )
    }
    if !lineEnds.isEmpty {
      sentences.append(
        "An editor or a sync tool changed line ends of the ledger \(path) to CR LF (\(self.lines(lineEnds.firstNumbers, of: lineEnds.count))). It is still readable. Restore a backup, and keep such tools away from it."
      )
    }
    for damage in damage {
      switch damage {
      case .torn(let line):
        sentences.append(
          "The ledger \(path) breaks off in line \(line), probably after a power cut. The latest kit may be missing from it. Look for that kit before you upload anything."
        )
      case .zeros(let line):
        sentences.append(
          "The ledger \(path) contains only zero bytes from line \(line) on, probably after a power cut. Entries may be missing. The next kit saves the zero bytes in a file beside it, and continues after the last good line."
        )
      case .unwritten:
        sentences.append(
          "The ledger \(path) is empty, probably after a power cut. Earlier kits are not recognised. If you have a backup, restore it. Otherwise, the next kit starts a new ledger and keeps this file beside it."
        )
      case .line, .lineEnd: continue
      }
    }
    return sentences.joined(separator: " ")
  }

  /// The numbers of the first of so many lines, or of all.
  func lines(_ numbers: [Int], of count: Int? = nil) -> String {
    let count = count ?? numbers.count
    var list = numbers.map(String.init)
    if count > numbers.count {
      list.append("\(count - numbers.count) more")
    }
    return counting.form(of: count, "line ", "lines ")
      + counting.list(list, .and)
  }

  func notShared(_ count: Int, ofLedger path: String) -> String {
    "The shared ledger lacks \(counting(count, "entry", "entries")) of \(path.printable), which this role may not add. Run offcirc status here once with the role of a referent."
  }

  func withoutSharedLedger(_ path: String) -> String {
    "What other computers have listed since is not known: only \(path.printable) is read."
  }

  func nothingMade(_ warning: UploadStatus.Warning, ledger path: String)
    -> String
  {
    switch warning {
    case .damage(let damage):
      "No kit made: the ledger is damaged (\(lines(damage.firstNumbers, of: damage.count))), and these lines may be in a kit. If no kit from that time has them and they were never uploaded, add --again."
    case .trace:
      "No kit made: \(reason(warning)) (\(path.printable)). Is this the wrong ledger? Put the right one in its place, or give it with --ledger. If it is lost and these lines were never uploaded, add --again."
    }
  }

  func nothingConverted(
    _ warning: UploadStatus.Warning?, ledger path: String
  ) -> String {
    switch warning {
    case .damage(let damage)?:
      "Nothing written: the ledger is damaged (\(lines(damage.firstNumbers, of: damage.count))), and it may list these lines. If they were never uploaded, add --again."
    case .trace(let trace)?:
      "Nothing written: \(reason(.trace(trace))) (\(path.printable)). Is this the wrong ledger? Give the right one with --ledger. If it is lost and these lines were never uploaded, add --again."
    case nil:
      "Nothing written: the library would record these loans and returns twice. If they were never uploaded, add --again."
    }
  }
}
