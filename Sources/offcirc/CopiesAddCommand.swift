import ArgumentParser
import Catalogue
import Circulation
import Languages
import Settings
import Textbooks

/// Adds copies of a title.
struct CopiesAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.copiesAdd)

  @OptionGroup var numbers: CopyNumberArguments
  @OptionGroup var fields: CopyFieldOptions

  @Option(help: ArgumentHelp(.course, .name))
  var course: String?

  @Option(help: ArgumentHelp(.grade, .number))
  var grade: String?

  @Flag(help: ArgumentHelp(.preview))
  var preview = false

  @Flag(help: ArgumentHelp(.force))
  var force = false

  @OptionGroup var options: FineOptions

  func validate() throws {
    if fields.title == nil { throw ValidationError(.needsTitle) }
    if (course == nil) != (grade == nil) {
      throw ValidationError(.together("--course", "--grade"))
    }
  }

  func run() throws {
    let place = try options.context()
    let words = place.words
    let title = fields.title ?? ""
    do {
      let numbers = try place.numbers(in: numbers.numbers)
      let catalogue = try place.existingCatalogue()
      try refuseKnown(numbers, of: place, catalogue)
      var notes: [String] = []
      let values = try values(place, catalogue, &notes)
      let items = numbers.map { number in
        var item = Item(number: number)
        item.set(values)
        return item
      }
      var lengths: [Int: Int] = [:]
      try catalogue?.forEachItem {
        if !$0.isGone { lengths[$0.number.count, default: 0] += 1 }
      }
      for number in numbers { lengths[number.count, default: 0] += 1 }
      try place.check(
        items, only: [.item, .title, .callNumber, .support],
        by: CopyRules(on: place.settings.textbooks.scale, lengths: lengths),
        isForced: force)
      if !preview {
        var list = OwnList()
        for number in numbers { list.add(number, values) }
        try place.changingLists { try place.keep(list, as: "copies add") }
      }
      notes.append(words.added(numbers, to: title, isPreview: preview))
      if preview { notes.append(words.nothingChanged) }
      try StandardOutput.write(notes.joined(separator: "\n") + "\n")
    } catch {
      throw place.failure(error)
    }
  }

  /// Refuses numbers that a copy has or had.
  private func refuseKnown(
    _ numbers: [String], of place: CommandContext, _ catalogue: Catalogue?
  ) throws {
    for number in numbers {
      guard let item = try catalogue?.item(number), item.number == number
      else { continue }
      guard item.deleted != nil else {
        throw place.refusal(place.words.isCopyAlready(item))
      }
      guard force else { throw place.refusal(place.words.wasDeleted(item)) }
    }
  }

  /// The fields that new copies have from the others of their title.
  private static let takenOver: [(ListField, @Sendable (Item) -> String?)] = [
    (.callNumber, { $0.callNumber }), (.price, { $0.price }),
    (.fee, { $0.fee }), (.section, { $0.section }),
    (.location, { $0.location }), (.owner, { $0.owner }),
    (.support, { $0.support }), (.parts, { $0.parts }),
    (.twoYear, { $0.isTwoYear.map { $0 ? "yes" : "no" } }),
  ]

  /// Returns all values of the new copies, and notes where they come from.
  private func values(
    _ place: CommandContext, _ catalogue: Catalogue?, _ notes: inout [String]
  ) throws -> [ListField: String] {
    let words = place.words
    let textbooks = place.settings.textbooks
    var values = fields.values
    let id = fields.status ?? 1
    guard let status = textbooks.scale[id] else {
      throw place.refusal(words.notOnScale(id, textbooks.scale))
    }
    values.add(status, words)
    values[.initialStatus] = String(id)
    values[.year] = values[.year] ?? textbooks.year.map { String($0) }
    if let course, let grade, values[.callNumber] == nil {
      do throws(CallNumberFlaw) {
        let proposal = try textbooks.callNumbers.proposal(
          course: course, grade: grade, author: fields.author,
          title: fields.title ?? "")
        values[.callNumber] = proposal.text
        notes.append(words.proposed(proposal))
      } catch {
        throw place.refusal(words.sentence(error))
      }
    }
    let known = try catalogue?.copy(
      titled: fields.title ?? "", by: fields.author)
    var taken: [ListField] = []
    for (field, value) in Self.takenOver where values[field] == nil {
      guard let value = known.flatMap(value) else { continue }
      values[field] = value
      taken.append(field)
    }
    if !taken.isEmpty { notes.append(words.takenOver(taken)) }
    // A number that was deleted is a new copy's.
    values[.deleted] = ""
    return values
  }
}
