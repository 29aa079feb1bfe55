import Catalogue
import Circulation
import Languages
import Offload
import Settings
import Textbooks

extension CommandContext {
  /// Keeps a list that a command has made, and puts it into the catalogue.
  ///
  /// - Parameters:
  ///   - list: the list.
  ///   - name: the name under which it is kept: that of the command.
  ///   - day: the day that it tells of, `YYYY-MM-DD`; nil for today.
  ///   - clock: the clock.
  /// - Throws: ``CatalogueError``; ``FileError``.
  func keep(
    _ list: OwnList, as name: String, of day: String? = nil,
    _ clock: WallClock = .system
  ) throws {
    guard !list.isEmpty else { return }
    let now = clock.now().iso8601
    var sha = SHA256()
    // The same change later is another list.
    sha.add(Array((now + list.text).utf8).span)
    let path = settings.catalogue.file
    try eraseOldLists(clock)
    try Self.disk.makeFolders(path.folder)
    var request = ListImport.Request(
      sources: [.init(path: name, digest: sha.hexadecimal)],
      rules: RecordRules(
        notForLoan: settings.catalogue.notForLoan,
        level: settings.catalogue.level, on: String(now.prefix(10))),
      exported: day ?? String(now.prefix(10)), imported: now)
    request.kind = .items
    request.own = list
    var rejected = RejectedRows(words, shown: true)
    _ = try ListImport(into: path, on: Self.disk).run(request) {
      rejected.add($0)
    } progress: { _, _ in
    }
    rejected.tell()
  }

  /// Reports the flaws of copies that a command would make.
  ///
  /// - Parameters:
  ///   - items: the copies.
  ///   - fields: the fields that are looked at.
  ///   - rules: the rules.
  ///   - isForced: true if advice is only reported.
  /// - Throws: exit status 1, if there are flaws and it is not forced.
  func check(
    _ items: [Item], only fields: Set<ListField>, by rules: CopyRules,
    isForced: Bool
  ) throws {
    var told: Set<String> = []
    var count = 0
    for item in items {
      for flaw in rules.flaws(of: item) where fields.contains(flaw.field) {
        let clause = words.clause(flaw, item.text(of: flaw.field) ?? "")
        guard told.insert(clause).inserted else { continue }
        count += 1
        if count <= Self.shownFlaws { printError(clause.capitalizedFirst) }
      }
    }
    if count > 0, !isForced { throw refusal(words.heldBack(count)) }
  }

  /// The most flaws that are shown.
  private static let shownFlaws = 10
}

extension String {
  /// The text with its first letter as a capital, as a sentence of its own.
  var capitalizedFirst: String {
    prefix(1).uppercased() + dropFirst()
  }
}
