import Circulation
import Glibc

// Inspection of an unfinished kit.

extension KitAssembly {
  /// Returns true if the files match the kit's digest list.
  ///
  /// - Throws: ``FileError``.
  func isWhole(_ names: [String]) throws(FileError) -> Bool {
    guard names.contains(DigestList.name) else { return false }
    let others = names.filter { $0 != DigestList.name }
    do throws(FileError) {
      let list = try DigestList(ofFolder: newFolder, fileSystem: disk)
      let present = try digests(of: others)
      return !list.isChanged && list.bytes == present.bytes
    } catch {
      guard error.code == EFBIG else { throw error }
      return false
    }
  }

  /// Returns true if the only unreadable line of the ledger is a truncated last
  /// line, and the entry of this unfinished kit: then nobody can have used that
  /// kit.
  ///
  /// - Throws: ``KitError``; ``FileError``.
  func isTorn(
    in reading: Ledger.Reading, desks: [String?]
  ) throws -> Bool {
    let hiding = reading.damage.filter(\.hidesEntries)
    guard
      hiding.count == 1, case .torn = hiding[0],
      let names = try names(in: newFolder), try isWhole(names)
    else { return false }
    for name in names where name.hasSuffix(".dat") {
      let content = try FileContent(
        of: newFolder.appending(path: name), fileSystem: disk)
      for desk in desks {
        let entry = Ledger.Entry(
          at: time, .kit(folder: folder), desk: desk, name: name, content,
          sources: [])
        if try LedgerFormat.isBeginning(reading.tornText, of: entry) {
          return true
        }
      }
    }
    return false
  }
}
