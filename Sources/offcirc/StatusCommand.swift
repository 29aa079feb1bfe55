import ArgumentParser
import Circulation
import Languages
import Offload
import Settings
import Station
import Typesetting

/// Reports the status of a station after the outage.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.status)

  @OptionGroup var options: DeskOptions
  @OptionGroup var ledger: LedgerOptions

  @Option(help: ArgumentHelp(.format, valueName: "text|csv|json"))
  var format: OutputFormat = .text

  func run() throws {
    let place = try options.context([.ledger: ledger.ledger])
    let words = place.words
    do {
      let hasFolder = try place.hasFolder(named: options.files)
      place.exchangeLedger()
      let handOver = try HandOver(of: place.folder, by: place.ledger)
      let remains = try Remains(in: place.folder.path).files()
      if !remains.isEmpty { printError(words.foundRemains(remains)) }
      let offloadStatus = try OffloadStatus(
        of: place.folder, reading: place.reading(), handOver: handOver,
        ledger: place.ledger.pathToName)
      switch format {
      case .text:
        let state =
          hasFolder
          ? words.state(offloadStatus) + words.nextStep(offloadStatus)
          : [words.neverStarted]
        let lines = [place.folder.path.printable] + state
        try StandardOutput.write(lines.joined(separator: "\n") + "\n")
      case .csv, .json:
        let row = offloadStatus.row
        try StandardOutput.write(
          format == .csv ? row.csvWithHeader : row.json + "\n")
        if let failure = handOver.error {
          printError(words.sentence(failure))
        }
        for finding in words.findings(of: offloadStatus.journal) {
          printError(finding)
        }
      }
      if offloadStatus.hasDamage { throw ExitCode.someRefused }
    } catch {
      throw place.failure(error)
    }
  }
}

extension OffloadStatus {
  /// The status for programs.
  fileprivate var row: OutputRow {
    let latest = uploadStatus?.latest
    var kit: String?
    if case .kit(let folder)? = latest?.way { kit = folder }
    // An uncertain number is left out.
    let isCertain = uploadStatus?.warning == nil
    return [
      "folder": .text(folder.path),
      "station": .init(JournalReader.station(of: folder)),
      "unsaved": .number(unsavedCount),
      "unsavedSince": .init(unsavedSince),
      "journalIsWhole": .flag(journal.isWhole),
      "damagedJournalLines": .list(journal.damage.map { .number($0.line) }),
      "lines": .number(summary.lineCount),
      "first": .init(summary.first),
      "last": .init(summary.last),
      "handedOver": .init(isCertain ? uploadStatus?.handedOverCount : nil),
      "handedOverAt": .init(latest?.time),
      "kit": .init(kit),
      "kits": .list(handOver.kits.map { .row($0.row) }),
      "ledgerIsReadable": .flag(handOver.error == nil),
      "damagedLedgerLines": .list(handOver.damage.map { .number($0.line) }),
      "archived": .list(boxes.map { .text($0.name) }),
      "damagedInArchive": .list(damagedBoxes.map { .text($0.name) }),
      "next": .text(step.rawValue),
    ]
  }
}

extension KitCheck {
  /// The kit with its state, for programs.
  fileprivate var row: OutputRow {
    let name =
      switch state {
      case .whole: "whole"
      case .unfinished: "unfinished"
      case .missing: "missing"
      case .changed: "changed"
      case .unreadable: "unreadable"
      case .elsewhere: "elsewhere"
      }
    return ["folder": .text(folder), "state": .text(name)]
  }
}
