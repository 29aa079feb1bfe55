import Circulation
import Offload
import Station
import Typesetting

extension English {
  func sentence(_ error: DecisionError) -> String {
    switch error {
    case .held(let path):
      "Somebody else is deciding in \(path.printable), or a command is using it. Wait until they have finished, then try again."
    case .newer(let path, let version):
      "The decisions \(path.printable) were written by a newer OffCirc (version \(version)). Use that version. Nothing was changed."
    case .notDecisions(let path):
      "\(path.printable) is not a file of decisions. Give the right one with --decisions, or a new name. Nothing was changed."
    case .tooLarge(let path, let maximum):
      "\(path.printable) is too large for a file of decisions (more than \(maximum) MB). Give the right one with --decisions. Nothing was changed."
    }
  }

  func damaged(
    _ damage: [DecisionReading.Damage], inDecisions path: String
  ) -> String {
    let sentences = damage.map { damage in
      switch damage {
      case .line(let line):
        "\(path.printable), line \(line): this decision cannot be read. Restore a backup of the file, or decide again in a new one."
      case .torn(let line):
        "\(path.printable), line \(line) was cut off, for example by a power cut. It was not decided yet. All decisions before it are there."
      }
    }
    return sentences.joined(separator: "\n")
  }

  func sentence(
    _ fault: DecisionFault.Numbered, of files: [StationFile]
  ) -> String {
    "Decision \(fault.number): \(reason(fault.fault, of: files)). To take it back: --decide \"undo \(fault.number)\"."
  }

  /// The reason why a decision can't be played.
  func reason(
    _ fault: DecisionFault, of files: [StationFile]
  ) -> String {
    func line(_ place: FixedFile.Place) -> String {
      "line \(place.number) of \(files[place.file].path.printable)"
    }
    return
      switch fault
    {
    case .absent(let name): "\(self.name(of: name)) is not there"
    case .notATransaction(let place): "\(line(place)) is not a transaction"
    case .noBorrower(let place):
      "\(line(place)) is a return, which has no borrower"
    case .noDate(let source):
      "no line of \(self.name(of: source)) begins with a date"
    case .beyondYears(let source):
      "a line of \(self.name(of: source)) would get a year before 1970 or after 9999"
    case .apart(let first, let second):
      "\(line(first)) and \(line(second)) are not of the same minute. Their times give the order; move the times of the station with the wrong clock"
    case .contradicted(let first, let second):
      "\(line(first)) cannot come before \(line(second)), since other decisions say otherwise"
    case .nothingToUndo: "there is no earlier decision with this number"
    }
  }

  private func name(of source: LineSource) -> String {
    switch source {
    case .station(let id): "station \(id.printable)"
    case .file(let sha256):
      "the file with SHA-256 \(sha256.prefix(8).description.printable)…"
    }
  }

  private func name(of name: LineName) -> String {
    switch name.source {
    case .station(let id):
      "transaction \(name.number) of station \(id.printable)"
    case .file: "line \(name.number) of \(self.name(of: name.source))"
    }
  }

  func decisionsOfOthers(_ count: Int) -> String {
    "\(counting(count, "decision is", "decisions are")) about files that were not given, or that have changed since. Give these files too, or check them."
  }

  var nothingFixed: String { "No file written." }

  func decided(_ decisions: [Decision.Numbered], in path: String) -> String {
    let numbers = decisions.map { "\($0.number)" }
    return
      "Recorded in \(path.printable): \(counting.form(of: numbers.count, "decision", "decisions")) \(counting.list(numbers, .and, maximum: 20))."
  }

  func fixed(_ report: Fix.Report, into path: String) -> String {
    "Wrote \(counting(report.lineCount, "line")) to \(path.printable) by \(counting(report.playedCount, "decision")): \(report.takenOutCount) taken out, \(report.changedCount) corrected, \(report.movedCount) with another time. Next: offcirc check \(path.quotedForShell)."
  }

  func notGiven(_ path: String) -> String {
    "--decide: \(path.printable) is not one of the files given. Write its name as you gave it."
  }

  func noLine(_ number: Int, of path: String) -> String {
    "--decide: \(path.printable) has no line \(number), or it is empty."
  }

  var notDecided: String { "Nothing was decided." }

  /// The paragraphs of `--help` about fixing files.
  var discussionOfFix: String {
    """
    The files are merged like offcirc merge, and changed as decided. They \
    themselves are never changed. Each decision is a line in the file of \
    --decisions, with who decided and when. Nothing is removed from that \
    file. It names borrowers: keep it private.

    --decide records a decision, with the file as given and the line:
      "take-out FILE:4"        leave the line out
      "keep FILE:4"            keep it, or bring it back
      "swap FILE:4"            swap item and borrower
      "item FILE:4 NUMBER"     it was this item
      "borrower FILE:4 NUMBER" it was this borrower
      "order FILE:4 FILE:7"    the first came before the second
      "shift FILE +01:00"      move all times of the station
      "shift FILE 2018-05-30T09:00"  its first line was then
      "undo 3"                 decision 3 no longer counts
    Lines can be a range: FILE:4-9.

    Exit status:
      0   written as decided
      1   a decision cannot be played, or is about other files
      64  wrong usage
      74  input or output error
    """
  }
}
