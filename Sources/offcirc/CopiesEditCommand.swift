import ArgumentParser
import Catalogue
import Circulation
import Languages
import Settings
import Textbooks

/// Changes copies.
struct CopiesEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.copiesEdit)

  @OptionGroup var numbers: CopyNumberArguments
  @OptionGroup var fields: CopyFieldOptions

  @Option(help: ArgumentHelp(.initialStatus, .number))
  var initialStatus: Int?

  @Flag(help: ArgumentHelp(.force))
  var force = false

  @OptionGroup var options: FineOptions

  func validate() throws {
    if fields.values.isEmpty, initialStatus == nil {
      throw ValidationError(.nothingToChange)
    }
  }

  func run() throws {
    let place = try options.context()
    let words = place.words
    do {
      let scale = place.settings.textbooks.scale
      for id in [fields.status, initialStatus].compactMap(\.self)
      where scale[id] == nil {
        throw place.refusal(words.notOnScale(id, scale))
      }
      let numbers = try place.numbers(in: numbers.numbers)
      let catalogue = try place.openCatalogue()
      let items = try place.copies(numbers, in: catalogue)
      let histories = try options.histories(of: place)
      let days = try catalogue.days()
      let copies = items.map {
        SchoolCopy($0, in: histories, listed: days[$0.list])
      }
      let others = try others(of: items, in: catalogue)
      try check(items, place)
      let noted = try note(copies, place)
      var lists: [String: OwnList] = [:]
      for copy in copies {
        // A state is of today; all else leaves the day from which the lists
        // tell of a loan.
        let values = values(of: copy, place)
        let isOfToday = values[.status] != nil && !copy.isOnLoan
        let day = isOfToday ? "" : days[copy.item.list]
        lists[day, default: OwnList()].add(copy.item.number, values)
      }
      for item in others {
        lists[days[item.list], default: OwnList()]
          .add(item.number, fields.values.ofTitle)
      }
      try place.changingLists {
        for (day, list) in lists.sorted(by: { $0.key < $1.key }) {
          try place.keep(
            list, as: "copies edit", of: day.isEmpty ? nil : day)
        }
      }
      try StandardOutput.write(
        words.changed(items.count, others: others.count) + "\n"
          + (noted.isEmpty ? "" : words.noted(noted) + "\n"))
    } catch {
      throw place.failure(error)
    }
  }

  /// Returns the other copies of the titles, if what belongs to a title
  /// changes.
  private func others(
    of items: [Item], in catalogue: Catalogue
  ) throws(CatalogueError) -> [Item] {
    guard !fields.values.ofTitle.isEmpty else { return [] }
    var known = Set(items.map(\.number))
    var others: [Item] = []
    for item in items where item.title != nil {
      for other in try catalogue.copies(ofTitleOf: item)
      where other.deleted == nil && known.insert(other.number).inserted {
        others.append(other)
      }
    }
    return others
  }

  /// Reports the flaws of the values that change.
  private func check(_ items: [Item], _ place: CommandContext) throws {
    var changed = items
    for index in changed.indices { changed[index].set(fields.values) }
    try place.check(
      changed, only: Set(fields.values.keys).subtracting([.item]),
      by: CopyRules(on: place.settings.textbooks.scale, lengths: [:]),
      isForced: force)
  }

  /// Returns the values of a copy that change in its list.
  private func values(
    of copy: SchoolCopy, _ place: CommandContext
  ) -> [ListField: String] {
    var values = fields.values
    let scale = place.settings.textbooks.scale
    if let status = fields.status.flatMap({ scale[$0] }) {
      // A copy may be kept in the library whatever its state.
      let isKept =
        copy.item.isNotForLoan == true
        && copy.item.status.flatMap { scale[$0] }?.isLendable != false
      if isKept, values[.notForLoan] == nil {
        values[.notForLoan] = Truth.yes.rawValue
      }
      values.add(status, place.words)
      if copy.history != nil {
        // The journal has the states: the one of the list is that of the start
        // of a loan.
        values[.status] = nil
        values[.statusLabel] = nil
      } else {
        values[.initialStatus] =
          copy.isOnLoan
          ? copy.stateAtStart.map { String($0) } : String(status.id)
      }
    }
    if let initialStatus { values[.initialStatus] = String(initialStatus) }
    return values
  }

  /// Notes the new state of copies in the journal that has their history: the
  /// next loan begins with the last state there.
  ///
  /// - Returns: the numbers of these copies.
  private func note(
    _ copies: [SchoolCopy], _ place: CommandContext
  ) throws -> [String] {
    guard let status = fields.status else { return [] }
    let known = copies.compactMap { copy in
      copy.history.flatMap { $0.state == status ? nil : $0.item }
    }
    guard !known.isEmpty else { return [] }
    let desk = try place.openDesk()
    let outcome = Result {
      for item in known { try desk.noteStock(of: item, status: status) }
      _ = try desk.commitWaiting()
    }
    try place.close(desk)
    try outcome.get()
    return known.map(\.text)
  }
}
