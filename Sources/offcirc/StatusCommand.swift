import ArgumentParser
import Circulation
import Offload
import Settings
import Station

/// Reports the status of a station after the outage.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say what is saved, handed over and archived, and what is next.",
    discussion: """
      It works while a station is open on the folder, and changes nothing.

      Exit status: 0 nothing is damaged, 1 something is, is gone or can't be \
      read, which it says, 74 input/output error.
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
    let place = try options.context([.ledger: ledger.ledger])
    let words = place.words
    do {
      let hasFolder = try place.hasFolder(named: options.files)
      let handOver = try HandOver(of: place.folder, by: place.ledger)
      let remains = try Remains(in: place.folder.path).files()
      if !remains.isEmpty { printError(words.foundRemains(remains)) }
      let aftermath = try OffloadStatus(
        of: place.folder, reading: place.reading(), handOver: handOver,
        ledger: place.ledgerToName)
      switch format {
      case .text:
        let state =
          hasFolder
          ? words.state(aftermath) + words.nextStep(aftermath)
          : [words.neverStarted]
        let lines = [place.folder.path.printable] + state
        try StandardOutput.write(lines.joined(separator: "\n") + "\n")
      case .json:
        try StandardOutput.write(try JSON.text(of: AftermathObject(aftermath)))
        if let failure = handOver.failure {
          printError(words.sentence(failure))
        }
        for finding in words.findings(of: aftermath.journal) {
          printError(finding)
        }
      }
      if aftermath.hasDamage { throw ExitCode.someRefused }
    } catch {
      throw place.failure(error)
    }
  }
}

/// The status in JSON.
private struct AftermathObject: Encodable {
  let folder: String
  let station: String?
  let unsaved: Int
  let unsavedSince: String?
  let journalIsWhole: Bool
  let damagedJournalLines: [Int]
  let lines: Int
  let first: String?
  let last: String?
  let handedOver: Int?
  let handedOverAt: String?
  let kit: String?
  let kits: [Kit]
  let ledgerIsReadable: Bool
  let damagedLedgerLines: [Int]
  let archived: [String]
  let damagedInArchive: [String]
  let next: String

  /// A kit listed for the file, with its state.
  struct Kit: Encodable {
    let folder: String
    let state: String

    init(_ check: KitCheck) {
      folder = check.folder
      state =
        switch check.state {
        case .whole: "whole"
        case .unfinished: "unfinished"
        case .missing: "missing"
        case .changed: "changed"
        case .unreadable: "unreadable"
        }
    }
  }

  init(_ aftermath: OffloadStatus) {
    folder = aftermath.folder.path
    station = JournalReader.station(of: aftermath.folder)
    unsaved = aftermath.unsavedCount
    unsavedSince = aftermath.unsavedSince?.iso8601
    journalIsWhole = aftermath.journal.isWhole
    damagedJournalLines = aftermath.journal.damage.map(\.line)
    lines = aftermath.survey.lineCount
    first = aftermath.survey.oldest?.iso8601
    last = aftermath.survey.newest?.iso8601
    // An uncertain number is null.
    handedOver =
      aftermath.standing?.doubt != nil
      ? nil : aftermath.standing?.handedOverCount
    let latest = aftermath.standing?.latest
    handedOverAt = latest?.time.iso8601
    if case .kit(let folder)? = latest?.way { kit = folder } else { kit = nil }
    kits = aftermath.handOver.kits.map(Kit.init)
    ledgerIsReadable = aftermath.handOver.failure == nil
    damagedLedgerLines = aftermath.handOver.damage.map(\.line)
    archived = aftermath.boxes.map(\.name)
    damagedInArchive = aftermath.damagedBoxes.map(\.name)
    next = aftermath.step.rawValue
  }
}
