import ArgumentParser
import Catalogue
import Circulation
import Languages
import Offload
import Settings
import Textbooks
import Typesetting

/// Lists copies, or counts them by title.
struct CopiesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.copiesList)

  @OptionGroup var list: CopyListOptions

  func run() throws { try list.write() }
}

/// The options of a list of copies.
struct CopyListOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.wantedTitle, .words))
  var title: String?

  @Option(help: ArgumentHelp(.wantedStatus, .number))
  var status: [Int] = []

  @Flag(help: ArgumentHelp(.onLoan))
  var onLoan = false

  @Flag(help: ArgumentHelp(.allCopies))
  var all = false

  @Flag(help: ArgumentHelp(.byTitle))
  var titles = false

  @Option(help: ArgumentHelp(.format, valueName: "table|csv|json"))
  var format: OutputFormat = .text

  @OptionGroup var options: FineOptions

  /// True if none is given that a list alone has.
  var isPlain: Bool {
    title == nil && status.isEmpty && !onLoan && !all && !titles
      && format == .text
  }

  /// Writes the list to standard output.
  ///
  /// - Throws: `ExitCode`, after reporting the error.
  func write() throws {
    let place = try options.context()
    do {
      guard let catalogue = try place.existingCatalogue() else {
        printError(place.words.noCatalogue(at: place.settings.catalogue.file))
        throw ExitCode.someRefused
      }
      let histories = try options.histories(of: place)
      let days = try catalogue.days()
      var listing = CopyListing(format, byTitle: titles, place)
      try catalogue.forEachItem(by: .title) { item in
        let copy = SchoolCopy(
          item, in: histories, listed: days[item.list])
        if isWanted(copy) { listing.add(copy, isShown: isShown(copy)) }
      }
      try listing.end()
    } catch {
      throw place.failure(error)
    }
  }

  /// Returns true if a wanted copy is in the list, and not only counted below
  /// it: who asks for a state wants it.
  private func isShown(_ copy: SchoolCopy) -> Bool {
    all || !status.isEmpty || copy.isCounted
  }

  private func isWanted(_ copy: SchoolCopy) -> Bool {
    guard copy.item.deleted == nil else { return false }
    if !status.isEmpty, !status.contains(copy.state ?? 0) { return false }
    if onLoan, !copy.isOnLoan { return false }
    guard let title else { return true }
    let words = title.split(whereSeparator: \.isWhitespace)
      .map { String($0).foldedForHeader }
    let own = copy.item.titleWithAuthor.split(whereSeparator: \.isWhitespace)
      .map { String($0).foldedForHeader }
    return words.allSatisfy { word in own.contains { $0.hasPrefix(word) } }
  }
}

/// The rows of a list of copies, as they come: those of a title one after the
/// other.
private struct CopyListing {
  private let byTitle: Bool
  private let words: any Words
  private let scale: StatusScale
  private let isText: Bool
  private var writer: RowWriter
  private var counts = CopyCounts()
  private var title: Item?
  private var ofTitle = CopyCounts()

  init(_ format: OutputFormat, byTitle: Bool, _ place: CommandContext) {
    self.byTitle = byTitle
    words = place.words
    scale = place.settings.textbooks.scale
    isText = format == .text
    writer = RowWriter(
      format, byTitle ? Self.titleColumns : Item.copyColumns)
  }

  private static let titleColumns = [
    "title", "author", "callNumber", "price", "fee", "twoYear", "copies",
    "onLoan", "states", "toDelete", "gone",
  ]

  mutating func add(_ copy: SchoolCopy, isShown: Bool) {
    counts.add(copy)
    guard byTitle else {
      guard isShown else { return }
      let head = writer.count == 0 ? line(words.copiesHeadings) : ""
      let text = isText ? head + line(of: copy) : ""
      writer.add(copy.values, text: text)
      return
    }
    if let title,
      title.title != copy.item.title
        || title.author != copy.item.author
    {
      endTitle()
    }
    title = title ?? copy.item
    ofTitle.add(copy)
  }

  private mutating func endTitle() {
    guard let item = title else { return }
    let counts = ofTitle
    title = nil
    ofTitle = CopyCounts()
    let states = counts.states.sorted { $0.key < $1.key }
    let head = writer.count == 0 ? titleLine(words.copyTitlesHeadings) : ""
    let text =
      isText
      ? head
        + titleLine(
          [
            item.callNumber ?? "", String(counts.copies),
            String(counts.onLoan),
            states.map { "\($0.key): \($0.value)" }.joined(separator: " "),
            item.titleWithAuthor,
          ].map(\.printable)) : ""
    writer.add(
      [
        .init(item.title), .init(item.author), .init(item.callNumber),
        .init(item.price), .init(item.fee), .init(item.isTwoYear),
        .number(counts.copies), .number(counts.onLoan),
        .row(
          OutputRow(
            states.map { String($0.key) }, states.map { .number($0.value) })),
        .number(counts.toDelete), .number(counts.gone),
      ],
      text: text)
  }

  mutating func end() throws(FileError) {
    endTitle()
    let text =
      writer.count == 0
      ? words.noneListed : words.total(counts, on: scale)
    try writer.end(text: text + "\n")
  }

  private func line(of copy: SchoolCopy) -> String {
    let state = copy.state.map { id in
      scale[id].map { "\(id) \(words.label(of: $0))" } ?? String(id)
    }
    return line(
      [
        copy.item.number, state ?? "?",
        copy.item.isGone
          ? words.goneWord : copy.isOnLoan ? words.onLoanWord : "",
        copy.item.callNumber ?? "", copy.item.titleWithAuthor,
      ].map(\.printable))
  }

  private func line(_ columns: [String]) -> String {
    Document.line(columns, widths: [14, 18, 7, 14, 0]) + "\n"
  }

  private func titleLine(_ columns: [String]) -> String {
    Document.line(columns, widths: [14, 6, 7, 22, 0]) + "\n"
  }
}

extension Item {
  /// The names of a copy's values for programs.
  fileprivate static let copyColumns = [
    "number", "title", "author", "callNumber", "state", "stateAtStart",
    "onLoan", "notForLoan", "section", "location", "owner", "support", "year",
    "price", "fee", "twoYear", "parts", "note", "gone",
  ]
}

extension SchoolCopy {
  /// The values for programs.
  fileprivate var values: [OutputRow.Value] {
    [
      .text(item.number), .init(item.title), .init(item.author),
      .init(item.callNumber), .init(state), .init(stateAtStart),
      .flag(isOnLoan), .flag(item.isNotForLoan == true),
      .init(item.section), .init(item.location), .init(item.owner),
      .init(item.support), .init(item.year), .init(item.price),
      .init(item.fee), .init(item.isTwoYear), .init(item.parts),
      .init(item.note), .flag(item.isGone),
    ]
  }
}
