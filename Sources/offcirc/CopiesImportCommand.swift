import ArgumentParser
import Catalogue
import Languages
import Settings
import Textbooks

/// Imports a list of copies.
struct CopiesImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.copiesImport)

  @Argument(help: ArgumentHelp(.copiesFile, .file), completion: .file())
  var files: [String]

  @Flag(help: ArgumentHelp(.force))
  var force = false

  @OptionGroup var list: ListImportOptions
  @OptionGroup var options: CatalogueOptions

  func validate() throws {
    if files.contains("") { throw ValidationError(.emptyName) }
  }

  /// The most flaws that are shown.
  private static let shownFlaws = 10

  func run() throws {
    let place = try options.context()
    var flaws = LineFlaws(place)
    try list.add(files, .items, to: place, isPreview: true, isTold: false) {
      flaws.add($0, $1, $2)
    }
    let found = try flaws.found(in: place.fromCatalogue { $0 })
    for (item, flaw, path, line) in found.prefix(Self.shownFlaws) {
      printError(
        place.words.line(
          line, of: path,
          place.words.clause(flaw, item.text(of: flaw.field) ?? "")))
    }
    if found.count > Self.shownFlaws {
      printError(place.words.moreRows(found.count - Self.shownFlaws))
    }
    if !found.isEmpty, !force, !list.preview {
      throw place.refusal(place.words.heldBack(found.count))
    }
    let report = try place.changingLists(if: !list.preview) {
      let report = try list.add(files, .items, to: place)
      if !list.preview { try giveState(to: flaws.numbers, place) }
      return report
    }
    if report.rejectedCount > 0 || list.preview && !found.isEmpty {
      throw ExitCode.someRefused
    }
  }

  /// Gives the copies of the list that have no state the one for that.
  private func giveState(
    to numbers: [String], _ place: CommandContext
  ) throws {
    guard
      let status = place.settings.textbooks.scale[CopyStatus.undetermined]
    else { return }
    do {
      let catalogue = try place.openCatalogue()
      var values: [ListField: String] = [:]
      values.add(status, place.words)
      values[.initialStatus] = String(status.id)
      var own = OwnList()
      for number in numbers {
        guard let item = try catalogue.item(number), item.number == number,
          item.status == nil
        else { continue }
        own.add(number, values)
      }
      guard !own.isEmpty else { return }
      try place.keep(own, as: "copies import")
      try StandardOutput.write(
        place.words.gotState(status, own.count) + "\n")
    } catch {
      throw place.failure(error)
    }
  }
}

/// The copies of a list that is looked at before it is imported.
private struct LineFlaws {
  private let scale: StatusScale
  private var rows: [(item: Item, path: String, line: Int)] = []

  init(_ place: CommandContext) { scale = place.settings.textbooks.scale }

  /// The numbers of the copies.
  var numbers: [String] { rows.map(\.item.number) }

  mutating func add(_ item: Item, _ path: String, _ line: Int) {
    rows.append((item, path, line))
  }

  /// Returns what is wrong, by line; a length is wrong beside those that the
  /// catalogue has.
  func found(
    in catalogue: Catalogue?
  ) throws -> [(Item, CopyFlaw, path: String, line: Int)] {
    var lengths: [Int: Int] = [:]
    let numbers = Set(numbers)
    try catalogue?.forEachItem {
      guard !$0.isGone, !numbers.contains($0.number) else { return }
      lengths[$0.number.count, default: 0] += 1
    }
    for number in numbers { lengths[number.count, default: 0] += 1 }
    let rules = CopyRules(on: scale, lengths: lengths)
    return rows.flatMap { row in
      rules.flaws(of: row.item).map { (row.item, $0, row.path, row.line) }
    }
  }
}
