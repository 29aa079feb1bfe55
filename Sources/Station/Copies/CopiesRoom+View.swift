import Catalogue
import Circulation
import Terminal
import Textbooks
import Typesetting

extension CopiesRoom {
  func draw(_ look: Look, on surface: inout Surface) {
    LineRoomView(content(look), look).draw(on: &surface)
  }

  func content(_ look: Look) -> RoomContent {
    let words = look.words
    let fields = [
      FormView.Row(
        label: words.label(words.copiesField), field: filter, hasFocus: true)
    ]
    let warnings = look.warnings.map(\.text)
    if let shelf {
      return RoomContent(
        title: (shelf.title.title ?? "–").printable,
        text: warnings + [counts(shelf, words)], fields: fields,
        columns: Self.copyColumns(words, hasSeen: hasSeen(shelf)),
        rows: rows(of: shelf, words), footer: words.copiesFooter)
    }
    return RoomContent(
      title: words.copiesTitle,
      text: warnings + [
        holdings.titles.isEmpty
          ? words.noCopiesListed
          : words.holdings(
            found.count, shown: shownCount, copies: holdings.copyCount,
            toDelete: holdings.toDeleteCount)
      ], fields: fields, columns: Self.titleColumns(words),
      rows: titleRows, footer: words.copiesFooter)
  }

  // MARK: The titles

  private static func titleColumns(
    _ words: any StationWords
  ) -> [TableColumn] {
    let heads = words.holdingsHeadings
    return [
      TableColumn(heading: heads[0], minimumWidth: 16),
      TableColumn(heading: heads[1], minimumWidth: 8, isOptional: true),
      TableColumn(heading: heads[2], minimumWidth: 8),
    ]
      + heads[3...].map { TableColumn(heading: $0, isOnRight: true) }
  }

  private var titleRows: [RoomContent.Row] {
    found.prefix(shownCount).enumerated().map { number, index in
      let held = holdings.titles[index]
      return .cells(
        [
          (held.title.title ?? "–").printable,
          (held.title.author ?? "").printable,
          (held.title.callNumber ?? "").printable, String(held.copyCount),
          String(held.inCount), String(held.outCount),
          held.toDeleteCount > 0 ? String(held.toDeleteCount) : "–",
        ], isChosen: number == chosen)
    }
  }

  // MARK: The copies of a title

  private func hasSeen(_ shelf: Shelf) -> Bool {
    shelf.copies.contains { seen.contains($0.item.number) }
  }

  private func counts(_ shelf: Shelf, _ words: any StationWords) -> String {
    let held = holdings.titles.first { $0.title.id == shelf.title.id }
    return words.copyCounts(
      held?.copyCount ?? 0, in: held?.inCount ?? 0, out: held?.outCount ?? 0,
      toDelete: held?.toDeleteCount ?? 0,
      seen: shelf.copies.count { seen.contains($0.item.number) })
  }

  private static func copyColumns(
    _ words: any StationWords, hasSeen: Bool
  ) -> [TableColumn] {
    let heads = words.copyHeadings
    return [
      TableColumn(heading: heads[0], minimumWidth: 10),
      TableColumn(heading: heads[1], minimumWidth: 8),
      TableColumn(heading: heads[2], minimumWidth: 8, isOptional: true),
      TableColumn(heading: heads[3], minimumWidth: 9),
      TableColumn(heading: heads[4]),
    ] + (hasSeen ? [TableColumn(heading: heads[5])] : [])
  }

  private func rows(
    of shelf: Shelf, _ words: any StationWords
  ) -> [RoomContent.Row] {
    let hasSeen = hasSeen(shelf)
    return shelf.shown.enumerated().map { index, copy in
      let standing = copy.standing
      let status = standing.state.flatMap { textbooks.scale[$0] }
      let holder = standing.holder
      let cells = [
        copy.item.number.printable, status.map(words.numbered) ?? "–",
        (copy.item.location ?? copy.item.section ?? "").printable,
        holder.map { ($0.name ?? words.name(of: .onLoan)).printable } ?? "–",
        holder?.since.map(words.day) ?? "",
      ]
      let isSeen = seen.contains(copy.item.number)
      return .cells(
        cells + (hasSeen ? [isSeen ? words.seenMark : ""] : []),
        isChosen: index == shelf.chosen)
    }
  }
}
