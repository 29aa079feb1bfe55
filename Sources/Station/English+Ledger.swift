import Offload

extension English {
  func sentence(_ error: LedgerError) -> String {
    switch error {
    case .held(let path):
      "The ledger \(path.printable) is in use by another offcirc. Wait until that is done, then do this again."
    case .newer(let path, let version):
      "The ledger \(path.printable) is of version \(version), made by a newer OffCirc. Use that one; the file was not touched."
    case .notALedger(let path):
      "\(path.printable) is not a ledger of OffCirc. Name the right file with --ledger, or move this one away; it was not touched."
    case .tooLarge(let path, let most):
      "\(path.printable) is larger than \(most) MB, which no ledger is. Put a copy of it back, or name the right file with --ledger; it was not touched."
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
        "The ledger \(path) is damaged at line \(lines.lineNumbers): what was handed over then is not recognised. Look at the kits of that time before you upload anything; keep a copy of the file."
      )
    }
    if !lineEnds.isEmpty {
      sentences.append(
        "An editor or a sync tool has changed the line ends of the ledger \(path) at line \(lineEnds.lineNumbers) to CR LF. It can still be read; put a copy of it back, and keep such tools away from it."
      )
    }
    for damage in damage {
      switch damage {
      case .torn(let line):
        sentences.append(
          "The ledger \(path) breaks off in line \(line) (a power cut?): what was handed over last may not be in it. Look whether its kit is there before you upload anything."
        )
      case .zeros(let line):
        sentences.append(
          "The ledger \(path) has only zeros from line \(line) on (a power cut?): what was to be written there is not in it. The next kit keeps them in a file beside it, and goes on after the lines before."
        )
      case .unwritten:
        sentences.append(
          "The ledger \(path) was never written, or was emptied (a power cut?): what was handed over before is not recognised. If there is a copy of it, put that back; the next kit keeps what is there in a file beside it, and begins a new one."
        )
      case .line, .lineEnd: continue
      }
    }
    return sentences.joined(separator: " ")
  }

  func nothingMade(_ doubt: UploadStatus.Doubt, ledger path: String) -> String {
    switch doubt {
    case .damage(let damage):
      "Nothing was made: these lines may be what line \(damage.lineNumbers) of the ledger said was handed over. If no kit of that time has them and they were never uploaded, --again makes a kit."
    case .trace:
      "Nothing was made: \(reason(doubt)) (\(path.printable)). Is it another ledger? Put the right one in its place, or name it with --ledger. If that is gone for good, and these lines were never uploaded, --again makes a kit."
    }
  }
}
