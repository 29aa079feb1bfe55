import Catalogue
import Circulation
import Offload
import Scanning
import Settings
import Sharing

// What stays on the screen until its cause is gone.
extension DeskRoom {
  /// Looks at what changes by itself: the clock, the disk, `OffCirc.dat`.
  mutating func poll(_ shared: inout Shared) {
    let words = shared.words
    var warnings: [Notice] = []
    func warn(_ text: String, _ kind: Notice.Kind = .warning) {
      warnings.append(Notice(kind: kind, text: text))
    }
    if let sentence = words.sentence(leftOut: settingsLeftOut) {
      warn(sentence, .refusal)
    }
    if !itemsAwaitingCard.isEmpty {
      warn(words.waitingForCard(itemsAwaitingCard.map(\.scan.number)))
    }
    warnings += words.cautions(of: desk)
    ledger?.look()
    // Asked for also where it is not needed: news that nobody has seen would
    // wake the station again at once.
    let handOver = ledger?.handOver
    do throws(FileError) {
      let summary = try desk.summary()
      savedCount = summary.lineCount
      if summary.lineCount > 0, let handOver,
        handOver.brokenKit?.state != .unfinished,
        let uploadStatus = handOver.uploadStatus, uploadStatus.isHandedOver,
        let latest = uploadStatus.latest
      {
        warn(words.handedOverWarning(latest))
      } else if let stale = desk.staleLinesToReport(in: summary),
        let newest = stale.last
      {
        warn(
          words.stale(
            stale.lineCount, from: stale.first ?? newest, to: newest))
      }
    } catch {
      savedCount = nil
      warn(words.sentence(error))
    }
    if let warning = desk.copyWarning, let folder = desk.copyFolder {
      warn(words.copyWarning(warning, folder: folder))
    }
    if let warning = desk.sharer?.warning { warn(words.sentence(warning)) }
    if let problem = shared.knowledge.lists?.problem {
      warn(words.withoutLists(problem))
    }
    if let problem = textbooks?.problem {
      warn(words.withoutHistory(words.sentence(about: problem)))
    }
    if let problem = shared.slips?.problem {
      warn(words.slipsWait(problem))
    }
    if let space = desk.scarceSpace {
      warn(words.scarceSpace(megabytes: space / 1_000_000))
    }
    for pattern in shared.knowledge.costlyPatterns.sorted(
      by: { $0.text < $1.text })
    {
      warn(words.sentence(costly: pattern, from: patterns[pattern]))
    }
    shared.warnings = warnings
  }

  /// Returns the line for the shell when the window is gone: what is saved, and
  /// what is not.
  func farewell(_ shared: Shared) -> String {
    shared.words.closed(
      saved: savedCount, unsaved: desk.unsaved.count,
      lost: pending(shared).lostCount)
  }
}
