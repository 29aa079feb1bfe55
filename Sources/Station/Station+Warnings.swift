import Circulation
import Offload
import Scanning
import Settings

// What stays on the screen until its cause is gone.
extension Station {
  /// Looks at what changes by itself: the clock, the disk, `OffCirc.dat`.
  mutating func lookAround() {
    warnings = []
    if let told = words.sentence(leftOut: settingsLeftOut) {
      warn(.refusal, told)
    }
    if !held.isEmpty {
      warn(.warning, words.waitingForCard(held.map(\.scan.number)))
    }
    warnings += words.cautions(of: desk)
    aftermath = nil
    ledger?.look()
    // Asked for also where it is not needed: news that nobody has seen would
    // wake the station again at once.
    let handOver = ledger?.handOver
    do throws(FileFailure) {
      let survey = try desk.survey()
      savedCount = survey.lineCount
      if case .leaf(.afterOutage, _) = page { lookAtAftermath(survey) }
      if survey.lineCount > 0, let handOver,
        handOver.brokenKit?.state != .unfinished,
        let standing = handOver.standing, standing.isHandedOver,
        let latest = standing.latest
      {
        warn(.warning, words.handedOverWarning(latest))
      } else if let stale = desk.staleLinesToTell(in: survey),
        let newest = stale.newest
      {
        warn(
          .warning,
          words.stale(
            stale.lineCount, from: stale.oldest ?? newest, to: newest))
      }
    } catch {
      savedCount = nil
      warn(.warning, words.sentence(error))
    }
    if let doubt = desk.copyDoubt, let folder = desk.copyFolder {
      warn(.warning, words.copyDoubt(doubt, folder: folder))
    }
    if let space = desk.scarceSpace {
      warn(.warning, words.scarceSpace(megabytes: space / 1_000_000))
    }
    for pattern in costlyPatterns.sorted(by: { $0.text < $1.text }) {
      warn(.warning, words.sentence(costly: pattern, from: patterns[pattern]))
    }
  }

  private mutating func lookAtAftermath(_ survey: DataFile.Survey) {
    var boxes: [Archive.Box] = []
    var failure: FileFailure?
    do throws(FileFailure) {
      boxes = try Archive(of: desk.folder).boxes()
    } catch {
      failure = error
    }
    aftermath = Aftermath(
      unsavedCount: desk.unsaved.count,
      unsavedSince: desk.unsaved.first?.transaction.recorded,
      journal: desk.journalHealth, survey: survey,
      handOver: ledger?.handOver ?? HandOver(), boxes: boxes,
      folder: desk.folder, ledger: ledgerToName, archiveFailure: failure)
  }

  /// The warnings, with all that the desk has no room for.
  var warningsInFull: [Notice] {
    // What is left out of the settings is always the first.
    words.sentences(leftOut: settingsLeftOut).map {
      Notice(kind: .refusal, text: $0)
    } + warnings.dropFirst(settingsLeftOut.isEmpty ? 0 : 1)
  }

  private mutating func warn(_ kind: Notice.Kind, _ text: String) {
    warnings.append(Notice(kind: kind, text: text))
  }

  /// Whether there is a warning that can be put aside.
  var canPutAside: Bool {
    (try? desk.survey()).flatMap(desk.staleLinesToTell(in:)) != nil
  }

  /// Puts the warning about lines of an earlier day aside for this day.
  mutating func putAside() {
    say(
      desk.putStaleLinesAside() ? words.putAside() : words.nothingToPutAside())
  }

  /// What the shell is told when the window is gone: what is saved, and what
  /// is not.
  package var farewell: String {
    words.closed(
      saved: savedCount, unsaved: desk.unsaved.count,
      lost: desk.waiting.count + held.count + (unrecordedItem == nil ? 0 : 1))
  }
}
