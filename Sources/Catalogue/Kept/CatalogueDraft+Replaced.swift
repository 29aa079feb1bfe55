import Circulation

// Kept lists of which the new one has all, or all but a few records: otherwise
// the folder would grow for ever.
extension CatalogueDraft {
  /// A list that the new one replaces.
  struct Replaced {
    let list: KeptList
    /// The places of the records that the new list does not have, in order.
    let rest: [Int]
  }

  /// Finds the lists that the new one replaces, and leaves them out of the
  /// catalogue's lists.
  ///
  /// - Throws: ``CatalogueError``.
  func findReplaced(by new: ImportedList) throws(CatalogueError) {
    for list in kept {
      let replacement = Replacement(
        of: list.list, by: new, with: layouts, among: kept.map(\.list))
      guard replacement.isPossible, let first = list.layout,
        replacement.covers(first)
      else { continue }
      guard let rest = try rest(of: list, replacement, without: new.id) else {
        continue
      }
      replaced.append(Replaced(list: list, rest: rest))
      try CatalogueError.ofDatabase { () throws(DatabaseError) in
        try begun.leave(rest.count, ofList: list.list.id)
      }
    }
  }

  /// Returns the places of the records that a list does not have; nil if the
  /// other list has to stay as it is.
  private func rest(
    of list: KeptList, _ replacement: Replacement, without new: Int
  ) throws(CatalogueError) -> [Int]? {
    var rest: [Int] = []
    var isCovered = true
    var count = 0
    let all = try list.read(reducedTo: .classes) { layout in
      isCovered = isCovered && replacement.covers(layout)
    } take: { record throws(CatalogueError) in
      defer { count += 1 }
      guard isCovered else { return }
      let last = try CatalogueError.ofDatabase { () throws(DatabaseError) in
        try begun.list(of: record)
      }
      if last != new { rest.append(count) }
    } progress: { _ in
    }
    guard isCovered, rest.count < all else { return nil }
    // Only a complete list tells that the rest is gone.
    return rest.isEmpty || request.isComplete ? rest : nil
  }

  /// Removes what the new list replaces, now that the catalogue has it.
  func removeReplaced() {
    for replaced in replaced {
      // The next import finds what could not be removed.
      do throws(CatalogueError) {
        if replaced.rest.isEmpty {
          try CatalogueError.ofFile { () throws(FileError) in
            try lists.remove([replaced.list.name])
          }
        } else {
          try keep(replaced.rest, of: replaced.list)
        }
      } catch {
        continue
      }
    }
  }

  /// Keeps only the records at some places of a list.
  private func keep(
    _ places: [Int], of list: KeptList
  ) throws(CatalogueError) {
    var places = places[...]
    var place = 0
    let head = list.list.rest(rowCount: places.count)
    try list.rewrite(as: head, on: disk) { record in
      defer { place += 1 }
      guard places.first == place else { return nil }
      places.removeFirst()
      return record
    }
  }
}

extension ImportedList {
  /// Returns the list with those of its records that a newer one lacks: it is
  /// no longer complete.
  fileprivate func rest(rowCount: Int) -> ImportedList {
    ImportedList(
      id: id, kind: kind, files: files, digest: digest, rowCount: rowCount,
      exported: exported, imported: imported, level: level, isComplete: false)
  }
}
