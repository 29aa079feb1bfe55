import Catalogue
import Circulation
import Glibc

/// The rehearsal of an upload: what the library system will answer to each line
/// of files, as far as the catalogue and the lines before tell.
///
/// The files are taken in the order in which they are given, each as an upload
/// of its own.
package struct Rehearsal {
  /// The counts of a rehearsal.
  package struct Summary: Hashable, Sendable {
    /// The number of lines that are not blank.
    package internal(set) var lineCount = 0
    /// The number of returns of which no list says if the item was on loan.
    package internal(set) var openReturnCount = 0
    /// The messages with which the system stops before it takes a line, by the
    /// index of the file.
    package internal(set) var firstAnswers: [Int: String] = [:]
    /// The number of times that each effect is foretold.
    package private(set) var counts: [LineEffect: Int] = [:]

    /// Creates counts of nothing.
    package init() {}

    mutating func count(_ line: RehearsedLine) {
      counts[line.effect, default: 0] += 1
    }

    /// Returns the number of effects of a grade.
    package func count(of grade: LineEffect.Grade) -> Int {
      counts.filter { $0.key.grade == grade }.values.reduce(0, +)
    }
  }

  private let paths: [String]
  /// The names of the files, for a person.
  package let files: [String]
  /// The library system.
  package let system: LibrarySystem
  /// The lists on which it rests.
  package let basis: ListBasis
  private let catalogue: Catalogue
  private let pastDue: PastDue?
  private let rules: any SystemRules
  private let fileSystem: any FileSystem

  /// Prepares a rehearsal.
  ///
  /// - Parameters:
  ///   - paths: the paths of the files.
  ///   - names: the names of the files for a person; nil for the paths.
  ///   - system: the library system.
  ///   - rules: its rules, if the files are not uploaded as they are.
  ///   - catalogue: the lists of items, borrowers and loans.
  ///   - due: the rules by which due dates are estimated.
  ///   - day: the day of the upload; nil if due dates do not matter.
  ///   - fileSystem: the file system to read the files from.
  /// - Throws: ``CatalogueError``.
  package init(
    of paths: [String], named names: [String]? = nil, in system: LibrarySystem,
    rules: (any SystemRules)? = nil, by catalogue: Catalogue,
    due: DueRules = DueRules(),
    on day: LocalTime? = nil, fileSystem: any FileSystem = PosixFileSystem()
  ) throws(CatalogueError) {
    self.paths = paths
    files = names ?? paths
    self.system = system
    self.rules = rules ?? system.rules
    self.catalogue = catalogue
    pastDue = day.flatMap { PastDue(due, on: $0) }
    self.fileSystem = fileSystem
    basis = ListBasis(try catalogue.lists())
  }

  /// The bytes of a usual line, half of them loans.
  private static let usualLineLength = 64
  /// The lines after which the progress is shown.
  private static let progressStep = 1 << 14

  /// Walks through the files.
  ///
  /// - Parameters:
  ///   - progress: called with bytes done and bytes in total.
  ///   - tell: called with each line that does not go as meant, in order; a
  ///     line may have several effects.
  /// - Returns: the counts.
  /// - Throws: ``CatalogueError``; ``FileError``, with `EBUSY` if a file
  ///   changed.
  package func run(
    progress: Merge.Progress = { _, _ in },
    tell: (RehearsedLine) throws(CatalogueError) -> Void
  ) throws -> Summary {
    let inputs = try paths.map {
      try InputFile(StationFile(path: $0), fileSystem: fileSystem)
    }
    let all = inputs.reduce(0) { $0 + $1.version.length }
    var walk = try RehearsalWalk(
      catalogue, basis, system, rules, pastDue,
      lineCount: all / Self.usualLineLength)
    var done = 0
    for (index, input) in inputs.enumerated() {
      var cursor = LineCursor(input.content)
      while try cursor.advance() {
        // No transaction is as long as a piece.
        guard !cursor.isContinued else { continue }
        let line = Span<UInt8>(_unsafeBytes: cursor.bytes)
        try walk.take(
          line.extracting(0..<line.endBeforeLineEnd), number: cursor.number,
          of: index, tell: tell)
        if cursor.number.isMultiple(of: Self.progressStep) {
          progress(done + cursor.offset, all)
        }
      }
      try input.confirm()
      walk.end(index)
      done += input.version.length
    }
    return walk.summary
  }
}
