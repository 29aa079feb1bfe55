import Circulation
import Offload
import Terminal
import Typesetting

// The room of the morning as it is seen. Only rows that may be on the screen
// are made: there may be thousands.
extension MorningRoom {
  func draw(_ look: Look, on surface: inout Surface) {
    LineRoomView(content(look), look).draw(on: &surface)
  }

  func content(_ look: Look) -> RoomContent {
    var content =
      switch stage {
      case .collect: collectContent(look)
      case .look: matterContent(look) ?? listContent(look)
      case .prepare: preparedContent(look)
      case .upload, .report, .putAway: pagesContent(look)
      }
    if let entry {
      content.fields = [
        FormView.Row(
          label: look.words.label(look.words.label(entry)), field: entryField,
          hasFocus: true)
      ]
      if !offers.isEmpty { content.text.append(look.words.offered(offers)) }
      content.footer = look.words.entryFooter(entry)
    }
    return content
  }

  /// The indices of the rows that may be on the screen, the chosen one among
  /// them.
  private func window(
    _ count: Int, chosen: Int, _ look: Look
  ) -> Range<Int> {
    let end = min(max(chosen + 1, look.size.rows), count)
    return max(end - look.size.rows, 0)..<end
  }

  // MARK: Collect

  private func collectContent(_ look: Look) -> RoomContent {
    let words = look.words
    let heads = words.fileHeadings
    let rows = window(morning.files.count, chosen: chosenFile, look)
    let notes =
      morning.files.indices ~= chosenFile
      ? morning.files[chosenFile].notes.map {
        words.sentence($0, of: morning.files[chosenFile].file)
      } : []
    return RoomContent(
      title: words.morningTitle(stage),
      text: [words.fileTotals(morning.files)] + work.remarks + notes,
      columns: [
        TableColumn(heading: heads[0], minimumWidth: 8),
        TableColumn(heading: heads[1], minimumWidth: 6),
      ]
        + heads[2...5].map { TableColumn(heading: $0, isOnRight: true) }
        + heads[6...].map { TableColumn(heading: $0, isOptional: true) },
      rows: rows.map { index in
        .cells(cells(of: index, look), isChosen: index == chosenFile)
      }, footer: words.morningFooter(stage))
  }

  private func cells(of index: Int, _ look: Look) -> [String] {
    let row = morning.files[index]
    let desk =
      index < morning.mergedFiles.count ? morning.desk(of: index) : nil
    let overview = row.overview
    func time(_ time: LocalTime?) -> String {
      time.map { look.words.savedTime($0, today: look.now) } ?? "–"
    }
    let counts = overview.map {
      [$0.lineCount, $0.loanCount, $0.returnCount, $0.readerCount]
    }
    return [
      (row.notes.isEmpty ? "" : "! ") + row.file.shortName,
      desk?.printable ?? "–",
    ] + (counts?.map { "\($0)" } ?? ["–", "–", "–", "–"])
      + [time(overview?.span?.first), time(overview?.span?.last)]
  }

  // MARK: Look

  private func listContent(_ look: Look) -> RoomContent {
    let words = look.words
    let heads = words.matterHeadings
    let rows = window(morning.list.rows.count, chosen: chosenRow, look)
    return RoomContent(
      title: words.morningTitle(stage),
      text: [
        morning.list.matters.isEmpty
          ? words.noMatters
          : words.matters(
            morning.list.matters.count, open: morning.openCount,
            decisions: morning.decidedCount)
      ],
      columns: [
        TableColumn(heading: heads[0]),
        TableColumn(heading: heads[1], minimumWidth: 16),
        TableColumn(heading: heads[2], minimumWidth: 10),
        TableColumn(heading: heads[3]),
      ],
      rows: rows.map { index in
        .cells(
          cells(of: morning.list.rows[index], words),
          isChosen: index == chosenRow)
      }, footer: words.morningFooter(stage))
  }

  private func cells(
    of row: MatterList.Row, _ words: any StationWords
  ) -> [String] {
    switch row {
    case .head(let index):
      let group = morning.list.groups[index]
      return [
        words.name(of: group.kind.severity), words.title(of: group.kind),
        "\(group.matters.count) \(group.isOpen ? "–" : "+")", "",
      ]
    case .matter(let index):
      let matter = morning.list.matters[index]
      return [
        words.name(of: matter.severity),
        sentence(matter, words),
        words.lines(
          matter.place.number, matter.lastLine,
          of: morning.mergedFiles[matter.place.file].shortName),
        morning.isDecided(matter) ? words.decidedMark : "",
      ]
    }
  }

  private func sentence(
    _ matter: MorningMatter, _ words: any StationWords
  ) -> String {
    switch matter.content {
    case .finding(let finding):
      words.sentence(finding, of: morning.mergedFiles).capitalizedAtStart
    case .conflict(let conflict):
      words.sentence(conflict, of: morning.mergedFiles)
    case .answer(let line): words.sentence(line)
    }
  }

  /// Returns the lines around the matter that is looked at.
  func shownLines(rows: Int) -> [DecidedLine] {
    matter.map { morning.lines(around: $0, count: max(rows - 12, 3)) } ?? []
  }

  private func matterContent(_ look: Look) -> RoomContent? {
    guard opened != nil, let matter else { return nil }
    let words = look.words
    let heads = words.lineHeadings
    let text = [sentence(matter, words)] + advice(on: matter, words)
    let chosen = chosenLine ?? matter.place
    let lines = shownLines(rows: look.size.rows)
    return RoomContent(
      title: words.title(of: matter.kind).capitalizedAtStart,
      text: text.flatMap {
        // On a small screen there must be room for the lines.
        $0.wrapped(to: look.size.columns - 4, maximum: look.size.rows / 8)
      },
      columns: [
        TableColumn(heading: heads[0], minimumWidth: 6),
        TableColumn(heading: heads[1], isOnRight: true),
        TableColumn(heading: heads[2], isOptional: true),
        TableColumn(heading: heads[3], isOptional: true),
        // Numbers are compared: most are shown whole.
        TableColumn(heading: heads[4], minimumWidth: 16),
        TableColumn(heading: heads[5], minimumWidth: 16),
      ]
        + (lines.contains { !words.decision($0).isEmpty }
          ? [TableColumn(heading: heads[6])] : []),
      rows: lines.map { line in
        .cells(cells(of: line, look), isChosen: line.place == chosen)
      }, footer: words.matterFooter)
  }

  private func advice(
    on matter: MorningMatter, _ words: any StationWords
  ) -> [String] {
    switch matter.content {
    case .finding(let finding):
      [words.adviceHeading + words.advice(finding.issue)]
    case .conflict: []
    case .answer(let line):
      [words.adviceHeading + words.advice(on: line.effect, in: .alma)]
        + [line.certainty.doubt.map(words.sentence)].compactMap(\.self)
    }
  }

  private func cells(of line: DecidedLine, _ look: Look) -> [String] {
    let words = look.words
    let name = morning.mergedFiles[line.place.file].shortName
    guard let transaction = line.transaction else {
      return [
        name, "\(line.place.number)", "", "", line.text.printable, "",
        words.decision(line),
      ]
    }
    var time = words.savedTime(transaction.recorded, today: look.now)
    if let second = line.second {
      time += (second < 10 ? ":0" : ":") + "\(second)"
    }
    return [
      name, "\(line.place.number)", time,
      words.name(of: transaction.operation), transaction.item.text.printable,
      transaction.borrower?.text.printable ?? "", words.decision(line),
    ]
  }

  // MARK: The files as decided

  private func preparedContent(_ look: Look) -> RoomContent {
    RoomContent(
      title: look.words.morningTitle(stage),
      text: prepared.dropFirst(firstPrepared).prefix(look.size.rows)
        .flatMap { $0.wrapped(to: look.size.columns - 4) }
        .prefix(max(look.size.rows - 7, 1)).map(\.self),
      footer: look.words.morningFooter(stage))
  }
}

extension StationFile {
  /// The name that tells files apart in a narrow column: that of the station's
  /// folder, or of a file that has a name of its own.
  fileprivate var shortName: String {
    let folder = path.folder.lastName
    return
      (path.lastName == StationFolder.dataFileName && !folder.isEmpty
      ? folder : path.lastName).printable
  }
}
