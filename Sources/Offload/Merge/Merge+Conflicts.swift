import Circulation

extension Merge {
  /// Searches the merged lines for conflicts without writing them.
  ///
  /// - Throws: ``FileError``, with `EBUSY` if a file changed during it.
  func conflicts(
    keeping maximumKept: Int = .max, progress: Progress = { _, _ in }
  ) throws(FileError) -> ConflictFinder {
    var finder = ConflictFinder(keeping: maximumKept)
    let fingerprints = Fingerprints()
    var bytes: [UInt8] = []
    var items: [ItemLine] = []
    func take() {
      finder.take(items.span, in: bytes.span)
      items.removeAll(keepingCapacity: true)
      bytes.removeAll(keepingCapacity: true)
    }
    try lines.forEachPiece(progress: progress) {
      (line, place) throws(FileError) in
      guard !place.isContinued, line.count > 0 else { return }
      let start = bytes.count
      for index in line.indices { bytes.append(line[index]) }
      let buffered = BufferedLine(place, start..<bytes.count)
      if let item = ItemLine(buffered, in: bytes.span, fingerprints) {
        items.append(item)
      }
      // Lines of other files may be long, and have no item.
      if items.count == ConflictFinder.batchSize || bytes.count > 1 << 20 {
        take()
      }
    }
    take()
    return finder
  }
}
