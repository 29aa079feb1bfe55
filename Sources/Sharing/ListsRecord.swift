/// The note beside the lists of a computer: the version that it took or
/// published last, and the files of that version.
///
/// It is text; the files of a version that is about to take their place have a
/// sign:
///
///     offcirc-lists 12
///     <SHA-256> 000001-items-2026-11-20.csv
///     +<SHA-256> 000002-borrowers-2026-11-27.csv
package struct ListsRecord: Hashable, Sendable {
  /// The number of the version; 0 if none was taken.
  package var version = 0
  /// The files of that version.
  package var files: Set<ListFile> = []
  /// The files of a newer version, some of which may be here already.
  package var coming: Set<ListFile> = []

  /// Creates a note.
  package init(version: Int = 0, files: [ListFile] = []) {
    self.version = version
    self.files = Set(files)
  }

  // MARK: As text

  private static let form = "offcirc-lists "
  private static let sign = "+"

  /// The note as text.
  package var text: String {
    let lines =
      files.map { $0.digest + " " + $0.name }.sorted()
      + coming.map { Self.sign + $0.digest + " " + $0.name }.sorted()
    return ([Self.form + String(version)] + lines).map { $0 + "\n" }.joined()
  }

  /// Reads a note; nil if the text is none, or not whole.
  package init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, first.hasPrefix(Self.form),
      let version = Int(first.dropFirst(Self.form.count)), lines.last == ""
    else { return nil }
    self.init(version: version)
    for line in lines.dropFirst().dropLast() {
      let isComing = line.hasPrefix(Self.sign)
      let parts = line.dropFirst(isComing ? Self.sign.count : 0)
        .split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].count == 64 else { return nil }
      let file = ListFile(name: String(parts[1]), digest: String(parts[0]))
      if isComing { coming.insert(file) } else { files.insert(file) }
    }
  }

  // MARK: A newer version

  /// Forgets the files that a computer does not have any more, under any
  /// content: it does not count as its own change then.
  package mutating func forgetFiles(missingIn here: [ListFile]) {
    let names = Set(here.map(\.name))
    files = files.filter { names.contains($0.name) }
  }

  /// Returns what a computer has once it has taken a newer version.
  ///
  /// A list that was changed or removed here stays so, unless the newer one has
  /// something else there too.
  ///
  /// - Parameters:
  ///   - here: the files that the computer has.
  ///   - newest: the files of the newer version.
  /// - Returns: the files of the library, and those that only this computer
  ///   has and that follow after them.
  package func merge(
    _ here: [ListFile], with newest: [ListFile]
  ) -> (library: [ListFile], own: [ListFile]) {
    let library = newest.compactMap { file in
      guard !here.contains(file), files.contains(file) else { return file }
      return here.first { $0.name == file.name }
    }
    let names = Set(files.union(coming).map(\.name))
    let own = here.filter { !names.contains($0.name) && !newest.contains($0) }
    return (library, own)
  }
}
