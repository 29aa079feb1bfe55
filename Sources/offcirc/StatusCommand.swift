import ArgumentParser
import Circulation
import Offload
import Station

/// Says how a station stands after the outage.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say what is saved, handed over and archived, and what is next.",
    discussion: """
      It works while a station is open on the folder, and changes nothing.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @OptionGroup var options: DeskOptions
  @OptionGroup var ledger: LedgerOptions

  @Option(help: ArgumentHelp("The form of it.", valueName: "text|json"))
  var format: Format = .text

  func run() throws {
    let place = try options.workplace([.ledger: ledger.ledger])
    let words = place.words
    do {
      guard try place.hasFolder(named: options.files) else { return }
      var standing: Standing?
      do {
        standing = try place.ledger.standing(of: place.folder)
      } catch {
        complain(words.sentence(error))
      }
      let aftermath = try Aftermath(
        of: place.folder, standing: standing, ledger: place.ledgerToName)
      switch format {
      case .text:
        let lines =
          [place.folder.path.printable] + words.state(aftermath)
          + words.nextStep(aftermath)
        try StandardOutput.write(lines.joined(separator: "\n") + "\n")
      case .json:
        try StandardOutput.write(try JSON.text(of: AftermathObject(aftermath)))
      }
    } catch {
      throw place.failure(error)
    }
  }
}

/// How a station stands, for a program.
private struct AftermathObject: Encodable {
  let folder: String
  let station: String?
  let unsaved: Int
  let unsavedSince: String?
  let lines: Int
  let first: String?
  let last: String?
  let handedOver: Int?
  let handedOverAt: String?
  let kit: String?
  let archived: [String]
  let next: String

  init(_ aftermath: Aftermath) {
    folder = aftermath.folder.path
    station = JournalReader.station(of: aftermath.folder)
    unsaved = aftermath.unsavedCount
    unsavedSince = aftermath.unsavedSince?.iso8601
    lines = aftermath.survey.lineCount
    first = aftermath.survey.oldest?.iso8601
    last = aftermath.survey.newest?.iso8601
    handedOver = aftermath.standing?.handedOverCount
    let latest = aftermath.standing?.latest
    handedOverAt = latest?.time.iso8601
    if case .kit(let folder)? = latest?.way { kit = folder } else { kit = nil }
    archived = aftermath.boxes.map(\.name)
    next = aftermath.step.rawValue
  }
}
