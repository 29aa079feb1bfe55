import Circulation
import Offload
import Settings
import Terminal
import Typesetting

/// After the outage: what stays to be looked at, how the station stands, what is
/// next, and what was refused or remarked last.
///
/// Nothing is changed from there but a hidden warning: it names the commands
/// that do.
struct AfterOutagePage: TextPage {
  private let desk: Desk
  private let settingsLeftOut: [SettingsIssue]
  private let ledger: LedgerWatch?
  private let ledgerToName: String?
  private let practice: PracticeNotes?
  /// The state of the station; nil if `OffCirc.dat` can't be read.
  private var offloadStatus: OffloadStatus?
  /// The last check by `offcirc ready`; nil if there was none.
  private var lastCheck: PracticeNotes.Check?
  /// True if there is a warning that can be hidden.
  private var canDismiss = false
  var firstLine = 0

  init(
    _ desk: Desk, settingsLeftOut: [SettingsIssue], ledger: LedgerWatch?,
    ledgerToName: String?, practice: PracticeNotes?
  ) {
    self.desk = desk
    self.settingsLeftOut = settingsLeftOut
    self.ledger = ledger
    self.ledgerToName = ledgerToName
    self.practice = practice
  }

  var opener: Action { .afterOutage }

  func title(_ words: any StationWords) -> String { words.afterOutageTitle }

  /// The ledger and the archive may change by what others do.
  func millisecondsToWait(_ shared: Shared) -> Int { 2_000 }

  /// Hides the warning about lines of an earlier day for this day.
  func perform(_ action: Action, _ shared: inout Shared) -> Outcome {
    guard action == .dismissWarning else { return .ignored }
    shared.say(
      desk.dismissStaleLines()
        ? shared.words.warningDismissed() : shared.words.nothingToDismiss())
    return .handled
  }

  mutating func poll(_ shared: inout Shared) {
    offloadStatus = nil
    canDismiss = false
    lastCheck = practice?.lastCheck(of: desk.folder)
    guard let summary = try? desk.summary() else { return }
    canDismiss = desk.staleLinesToReport(in: summary) != nil
    var boxes: [Archive.Entry] = []
    var archiveError: FileError?
    do throws(FileError) {
      boxes = try Archive(of: desk.folder).boxes()
    } catch {
      archiveError = error
    }
    offloadStatus = OffloadStatus(
      unsavedCount: desk.unsaved.count,
      unsavedSince: desk.unsaved.first?.transaction.recorded,
      journal: desk.journalHealth, summary: summary,
      handOver: ledger?.handOver ?? HandOver(), boxes: boxes,
      folder: desk.folder, ledger: ledgerToName, archiveError: archiveError)
  }

  func lines(_ look: Look, width: Int) -> [TextLine] {
    let words = look.words
    guard let offloadStatus else { return [] }
    var lines = warningLines(look, width)
    // What comes after the desk is not for everybody who sits at it.
    let next =
      look.isKiosk
      ? [words.nextStepOfKiosk(offloadStatus.step)]
      : words.nextStep(offloadStatus)
    let hasCommands = next.contains { $0.hasPrefix(" ") }
    let paragraphs =
      [desk.folder.path.printable] + words.state(offloadStatus) + [""]
      + next + checked(words) + [
        "", words.afterOutageFooter(hasCommands: hasCommands),
      ]
    lines += paragraphs.flatMap { text in
      // A command is indented, and can be copied.
      text.hasPrefix(" ")
        ? text.wrapped(to: width - 2).map { "  " + $0 }
        : text.wrapped(to: width)
    }.map { TextLine(text: $0) }
    guard !look.messageLog.entries.isEmpty else { return lines }
    lines += [
      TextLine(text: ""),
      TextLine(text: words.messagesHeading, role: .listHeading),
    ]
    return lines + look.messageLines(width: width)
  }

  /// The result of the last check, below the next step.
  private func checked(_ words: any StationWords) -> [String] {
    lastCheck.map { ["", words.lastCheck($0.result, at: $0.time)] } ?? []
  }

  private func warningLines(_ look: Look, _ width: Int) -> [TextLine] {
    guard !look.warnings.isEmpty else { return [] }
    let words = look.words
    var lines = [TextLine(text: words.warningsHeading, role: .listHeading)]
    for warning in warningsInFull(look) {
      lines += warning.text.wrapped(to: width).map {
        TextLine(text: $0, role: warning.kind.role)
      }
    }
    if canDismiss {
      lines += words.dismissHint.wrapped(to: width).map {
        TextLine(text: $0)
      }
    }
    return lines + [TextLine(text: "")]
  }

  /// The warnings, with all that the desk has no room for.
  func warningsInFull(_ look: Look) -> [Notice] {
    // What is left out of the settings is always the first.
    look.words.sentences(leftOut: settingsLeftOut).map {
      Notice(kind: .refusal, text: $0)
    } + look.warnings.dropFirst(settingsLeftOut.isEmpty ? 0 : 1)
  }
}
