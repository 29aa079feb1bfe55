import Circulation
import Glibc

// What can be known of a kit that has not got its name yet.

extension KitAssembly {
  /// Whether its files are those whose digests are written down beside them.
  func isWhole(_ names: [String]) throws(FileFailure) -> Bool {
    guard names.contains(DigestList.name) else { return false }
    let others = names.filter { $0 != DigestList.name }
    do throws(FileFailure) {
      let list = try DigestList(ofFolder: newFolder, fileSystem: disk)
      let present = try digests(of: others)
      return !list.isChanged && list.bytes == present.bytes
    } catch {
      guard error.code == EFBIG else { throw error }
      return false
    }
  }

  /// Whether all that can't be read of the ledger is its last line, which was
  /// cut short, and is the entry of the kit that was begun here: then nobody
  /// can have seen what the line says.
  func isTorn(
    in reading: Ledger.Reading, desks: [String?]
  ) throws -> Bool {
    let hiding = reading.damage.filter(\.hidesEntries)
    guard
      hiding.count == 1, case .torn = hiding[0],
      let names = try names(in: newFolder), try isWhole(names)
    else { return false }
    for name in names where name.hasSuffix(".dat") {
      let tally = try FileTally(of: newFolder + "/" + name, fileSystem: disk)
      for desk in desks {
        let entry = Ledger.Entry(
          at: time, .kit(folder: folder), desk: desk, name: name, tally,
          sources: [])
        if try LedgerFormat.isBeginning(reading.tornText, of: entry) {
          return true
        }
      }
    }
    return false
  }
}
