import Circulation
import Offload
import Terminal
import Typesetting

/// The pages of a stage whose boxes are ticked, row by row.
struct TickedPages {
  /// A row, with the index of its page.
  struct Row {
    let page: Int
    let row: TickPage.Row
  }

  let pages: [TickPage]
  let rows: [Row]
  /// The indices of the rows that can be chosen: all but headings.
  let choosable: [Int]
  /// The index of the chosen one among these.
  var chosen = 0

  init(_ pages: [TickPage] = []) {
    let rows = pages.enumerated().flatMap { index, page in
      page.rows.map { Row(page: index, row: $0) }
    }
    self.pages = pages
    self.rows = rows
    choosable = rows.indices.filter { index in
      if case .heading = rows[index].row { false } else { true }
    }
  }

  /// The chosen row, by its index; nil if there is none.
  var chosenRow: Int? {
    choosable.indices ~= chosen ? choosable[chosen] : nil
  }

  /// The box of the chosen row, and the name of its page; nil if it has none.
  var chosenBox: (box: Int, page: String)? {
    guard let chosenRow, case .box(let number, _) = rows[chosenRow].row
    else { return nil }
    return (number, pages[rows[chosenRow].page].name)
  }

  /// The note in the chosen row; nil if it has none.
  var chosenNote: String? {
    guard let chosenRow, case .box(let number, _) = rows[chosenRow].row
    else { return nil }
    return pages[rows[chosenRow].page].notes[number]
  }
}

// The pages of the morning: what is ticked on them is on disk before it is
// seen.
extension MorningRoom {
  /// Ticks the chosen box, or takes its tick back.
  mutating func tick(_ shared: inout Shared) {
    guard let (box, page) = ticked.chosenBox else {
      return shared.refuse(shared.words.noBox)
    }
    let isTicked = morning.isTicked(box, on: page)
    record(
      morning.act(ticking: box, on: page),
      saying: isTicked ? shared.words.untickedBox : shared.words.tickedBox,
      &shared)
  }

  /// Sends the note of the chosen row to the clipboard.
  func copyNote(_ shared: inout Shared) {
    guard shared.hasClipboard else {
      return shared.refuse(shared.words.noClipboard)
    }
    guard let note = ticked.chosenNote else {
      return shared.refuse(shared.words.noNote)
    }
    shared.turn.effects.append(.copy(note))
    shared.say(shared.words.copied(note))
  }

  /// Makes the kit of the files as decided.
  mutating func makeKit(_ shared: inout Shared) {
    guard !shared.isHeld() else { return }
    do {
      show(try work.makeKit(of: morning))
    } catch {
      return shared.refuse(shared.words.sentence(about: error))
    }
    shared.say(shared.words.morningPrompt(stage))
  }

  // MARK: Reports

  /// Reads all reports, and stays at the chosen row as far as it is there.
  mutating func readReports() throws {
    seenReports = try work.reports()
    let chosen = stage == .report ? ticked.chosen : 0
    ticked = TickedPages(try work.worklists())
    ticked.chosen = min(chosen, max(ticked.choosable.count - 1, 0))
  }

  /// Reads the reports again if one has come or changed.
  mutating func poll(_ shared: inout Shared) {
    guard stage == .report, !isCovered,
      // An error is reported when the stage is opened.
      let reports = try? work.reports(), reports != seenReports
    else { return }
    seenReports = reports
    if (try? readReports()) != nil { shared.say(shared.words.reportTaken) }
  }

  mutating func takeReport(
    _ shared: inout Shared,
    _ take: (any MorningWork) throws -> String?
  ) {
    do {
      if let refusal = try take(work) { return shared.refuse(refusal) }
      try readReports()
      shared.say(shared.words.reportTaken)
    } catch {
      shared.refuse(shared.words.sentence(about: error))
    }
  }

  /// Takes a report that was pasted where one is asked for.
  mutating func takePaste(_ text: String, _ shared: inout Shared) {
    guard stage == .report, !isCovered else {
      return shared.refuse(shared.words.pasteNotAskedFor)
    }
    takeReport(&shared) { try $0.take(report: text) }
  }

  /// Writes the corrections whose boxes are ticked.
  mutating func writeCorrections(_ shared: inout Shared) {
    do {
      let written = try work.writeCorrections {
        morning.isTicked($0, on: $1)
      }
      if written.isEmpty { return shared.refuse(shared.words.noCorrection) }
      shared.say(written.joined(separator: " "))
    } catch {
      shared.refuse(shared.words.sentence(about: error))
    }
  }

  // MARK: As they are seen

  func pagesContent(_ look: Look) -> RoomContent {
    var content = RoomContent(
      title: look.words.morningTitle(stage),
      text: [
        look.words.ticked(tickCount, of: ticked.pages.boxCount)
      ],
      columns: look.words.tickHeadings.map { TableColumn(heading: $0) },
      footer: look.words.morningFooter(stage))
    content.rows = shownRows(look, height: LineRoomView(content, look).rowCount)
      .map { $0.row }
    return content
  }

  private var tickCount: Int {
    ticked.pages.reduce(0) { count, page in
      count
        + (0..<page.boxCount).count { morning.isTicked($0 + 1, on: page.name) }
    }
  }

  /// Returns as many rows as fit, the chosen one in their middle, each with the
  /// index of its own among those that can be chosen.
  func shownRows(
    _ look: Look, height: Int
  ) -> [(row: RoomContent.Row, chosen: Int?)] {
    let middle = ticked.chosenRow ?? 0
    guard ticked.rows.indices ~= middle else { return [] }
    var shown = lines(of: middle, look)
    var (first, last) = (middle, middle)
    func add(_ before: Bool, upTo limit: Int) {
      while shown.count < limit,
        before ? first > 0 : last + 1 < ticked.rows.count
      {
        let lines = lines(of: before ? first - 1 : last + 1, look)
        guard !before || shown.count + lines.count <= limit else { return }
        shown = before ? lines + shown : shown + lines
        if before { first -= 1 } else { last += 1 }
      }
    }
    // A heading right above it is seen, too.
    add(true, upTo: max(height / 2, shown.count + 1))
    add(false, upTo: height)
    add(true, upTo: height)
    return Array(shown.prefix(height))
  }

  private func lines(
    of index: Int, _ look: Look
  ) -> [(row: RoomContent.Row, chosen: Int?)] {
    let row = ticked.rows[index]
    let mark: String
    let text: String
    switch row.row {
    case .heading(let heading):
      return [(.heading(heading.replacing("\u{a0}", with: " ")), nil)]
    case .text(let sentence): (mark, text) = ("", sentence)
    case .box(let number, let step):
      let isTicked = morning.isTicked(
        number, on: ticked.pages[row.page].name)
      (mark, text) = (isTicked ? "[x]" : "[ ]", step)
    }
    let heads = look.words.tickHeadings
    let width =
      look.size.columns - 2 * DeskLayout.margin
      - max(heads[0].count, 3) - 4
    let place = ticked.choosable.firstIndex(of: index)
    return Document.wrap(text, first: "", rest: "", width: width)
      .enumerated().map { number, line in
        (
          .cells(
            [number == 0 ? mark : "", line],
            isChosen: number == 0 && place == ticked.chosen),
          place
        )
      }
  }
}

extension [TickPage] {
  /// The number of all boxes.
  fileprivate var boxCount: Int { reduce(0) { $0 + $1.boxCount } }
}
