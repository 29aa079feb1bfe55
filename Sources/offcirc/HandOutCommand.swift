import ArgumentParser
import Catalogue
import Circulation
import Glibc
import Languages
import Offload
import Settings
import Station
import Textbooks
import Typesetting

/// Opens the hand-out of a class's books, or lists what is still to be given.
struct HandOutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.handout)

  @Argument(help: ArgumentHelp(.handOutClass, .name))
  var schoolClass: String

  @Option(help: ArgumentHelp(.format, valueName: "table|csv|json"))
  var format: OutputFormat?

  @OptionGroup var options: DeskOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var copy: CopyOptions
  @OptionGroup var window: StationOptions

  /// True if somebody sits before it and wants no list.
  private var hasWindow: Bool {
    format == nil && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  }

  func run() throws {
    let flags = window.flags(with: copy)
    if hasWindow {
      return try StationCommand.open(by: options.sources(flags), clock) {
        try $0.lists(of: schoolClass)
      }
    }
    let place = try options.context(flags)
    do {
      let lists = try place.lists(of: schoolClass)
      let handOut = lists.handOut(
        try history(place), at: try clock.clock().now())
      try HandOutPlan(lists, handOut, place.words).write(format ?? .text)
      if handOut.openCount > 0 { throw ExitCode.someRefused }
    } catch {
      throw place.failure(error)
    }
  }

  private func history(_ place: CommandContext) throws -> LendingHistory {
    guard try place.hasFolder(named: options.files) else {
      return LendingHistory(of: [])
    }
    let (history, damaged) = try LendingHistory.read(
      of: place.folder, fileSystem: CommandContext.disk)
    for path in damaged { printError(place.words.planMayLack(path)) }
    return history
  }
}

extension CommandContext {
  /// Reads a class from the catalogue.
  ///
  /// - Throws: `ExitCode` of 1, after reporting it, if there is no such class.
  fileprivate func lists(of name: String) throws -> ClassLists {
    do {
      return try ClassLists(of: name, in: openCatalogue())
    } catch let error as HandOutError {
      printError(words.sentence(error))
      throw ExitCode.someRefused
    }
  }
}

/// The list of what a class is still to get, and of what it has.
private struct HandOutPlan {
  private let lists: ClassLists
  private let handOut: HandOut
  private let words: any Words

  init(_ lists: ClassLists, _ handOut: HandOut, _ words: any Words) {
    self.lists = lists
    self.handOut = handOut
    self.words = words
  }

  /// Writes the open titles of each pupil for a person, and the stage of every
  /// title for a program.
  func write(_ format: OutputFormat) throws(FileError) {
    var writer = RowWriter(
      format, ["borrower", "name", "title", "state", "absent"])
    for (index, pupil) in handOut.pupils.enumerated() {
      for title in pupil.titles.sorted() {
        writer.add([
          .text(pupil.number.text), .text(pupil.name),
          .text(handOut.titles[title]),
          .text(handOut.stage(of: index, title).word),
          .text(handOut.absent.contains(index) ? "yes" : "no"),
        ])
      }
    }
    if !lists.missing.isEmpty { printError(words.withoutCopy(lists.missing)) }
    try writer.end(text: table)
  }

  private var table: String {
    let rows = handOut.pupils.enumerated().compactMap { index, pupil in
      let open = handOut.titles.indices.filter {
        handOut.isOpen(HandOut.Turn(pupil: index, title: $0))
      }
      guard !open.isEmpty else { return [String]?.none }
      let mark =
        handOut.absent.contains(index) ? " (\(words.absentMark))" : ""
      return [
        pupil.number.text, pupil.name.printable + mark,
        open.map { handOut.titles[$0].printable.shortened(to: 30) }
          .joined(separator: ", "),
      ]
    }
    let group = lists.group
    guard !rows.isEmpty else { return words.allGiven(group) + "\n" }
    let all = [words.planHeadings] + rows
    let widths = (0..<2).map { column in
      all.map { $0[column].count }.max() ?? 0
    }
    let counts = words.given(
      handOut.givenCount, of: handOut.givenCount + handOut.openCount)
    return (all.map { Document.line($0, widths: widths + [0]) } + [counts])
      .map { $0 + "\n" }.joined()
  }
}

extension HandOut.Stage {
  /// The word for programs.
  fileprivate var word: String {
    switch self {
    case .notTaken: "none"
    case .open: "open"
    case .given: "given"
    case .held: "held"
    case .kept: "kept"
    case .refused: "refused"
    }
  }
}
