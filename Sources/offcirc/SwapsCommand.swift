import ArgumentParser
import Catalogue
import Circulation
import Languages
import Offload
import Textbooks
import Typesetting

/// The copies that somebody else brought, and who had swapped.
struct SwapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.swaps)

  @OptionGroup var options: FineOptions
  @OptionGroup var only: ClassOptions

  @Option(help: ArgumentHelp(.format, valueName: "table|csv|json"))
  var format: OutputFormat = .text

  /// The days for which a swap is listed: a school year.
  private static let days: Int64 = 365

  func run() throws {
    let place = try options.context()
    do {
      _ = try place.hasFolder(named: options.desk.files)
      let catalogue = try place.existingCatalogue()
      let schoolClass = try only.schoolClass(in: catalogue, place)
      let reading = try TextbookReading(place, catalogue)
      let swaps = try SwapList(
        in: reading.history, reading.openLoans(),
        since: WallClock.system.now().later(by: -Self.days * 86_400),
        facts: reading.facts)
      let all = swaps.pairs.map(\.first) + swaps.singles.map(\.brought)
      let borrowers = try ListedBorrowers(
        all.flatMap { [$0.bringer, $0.holder] }, in: catalogue)
      func isWanted(_ brought: SwapList.Brought) -> Bool {
        borrowers.isIn(schoolClass, brought.bringer)
          || borrowers.isIn(schoolClass, brought.holder)
      }
      try list(
        swaps.pairs.filter { isWanted($0.first) },
        swaps.singles.filter { isWanted($0.brought) }.sorted {
          borrowers.classes(of: $0.brought.bringer)
            < borrowers.classes(of: $1.brought.bringer)
        }, borrowers, place.words)
    } catch {
      throw place.failure(error)
    }
  }

  private func list(
    _ pairs: [SwapList.Pair], _ singles: [SwapList.Single],
    _ borrowers: ListedBorrowers, _ words: any Words
  ) throws(FileError) {
    var writer = RowWriter(
      format,
      [
        "kind", "class", "bringer", "brought", "holder", "holderBrought",
        "stillHeld", "title",
      ])
    func add(
      _ kind: String, _ brought: SwapList.Brought, other: String?,
      still: [Barcode]
    ) {
      writer.add([
        .text(kind), .text(borrowers.classes(of: brought.bringer)),
        .text(brought.bringer), .text(brought.item.text),
        .text(brought.holder), .init(other),
        .list(still.map { .text($0.text) }), .init(brought.title),
      ])
    }
    for pair in pairs {
      add("pair", pair.first, other: pair.second.item.text, still: [])
    }
    for single in singles {
      add("single", single.brought, other: nil, still: single.stillHeld)
    }
    try writer.end(text: text(pairs, singles, borrowers, words))
  }

  private func text(
    _ pairs: [SwapList.Pair], _ singles: [SwapList.Single],
    _ borrowers: ListedBorrowers, _ words: any Words
  ) -> String {
    guard !pairs.isEmpty || !singles.isEmpty else {
      return words.noSwaps + "\n"
    }
    func name(_ number: String) -> String {
      (borrowers.name(of: number) ?? number).printable
    }
    var lines: [String] = []
    if !pairs.isEmpty {
      lines.append(words.swapped)
      lines += Document.table(
        words.swapPairHeadings,
        pairs.map {
          [
            borrowers.classes(of: $0.first.bringer).printable,
            name($0.first.bringer), $0.first.item.text,
            name($0.first.holder), $0.second.item.text,
            $0.first.title?.printable ?? "?",
          ]
        })
    }
    if !singles.isEmpty {
      if !lines.isEmpty { lines.append("") }
      lines.append(words.broughtForOthers)
      lines += Document.table(
        words.swapSingleHeadings,
        singles.map {
          [
            borrowers.classes(of: $0.brought.bringer).printable,
            name($0.brought.bringer), $0.brought.item.text,
            name($0.brought.holder),
            $0.stillHeld.map(\.text).joined(separator: " "),
            $0.brought.title?.printable ?? "?",
          ]
        })
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
