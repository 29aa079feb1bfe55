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
    }
  }

  func damaged(
    _ damage: [Ledger.Reading.Damage], inLedger path: String
  ) -> String {
    if case .torn(let line)? = damage.first, damage.count == 1 {
      return
        "The ledger \(path.printable) breaks off in line \(line) (a power cut?): what was handed over last may not be in it. Look whether its kit is there before you upload anything."
    }
    return
      "The ledger \(path.printable) is damaged at line \(damage.lineNumbers): what was handed over then is not recognised. Look at the kits of that time before you upload anything; keep a copy of the file."
  }
}
