import Circulation
import Offload

/// The words of the room of the morning.
package protocol MorningWords:
  CheckWords, FixWords, MergeWords, RehearsalWords
{
  /// The title of a stage.
  func morningTitle(_ stage: MorningStage) -> String
  /// The status line of a stage: what to do there.
  func morningPrompt(_ stage: MorningStage) -> String
  /// The keys of a stage; at most 56 columns in a line.
  func morningFooter(_ stage: MorningStage) -> String
  /// The sections of Help.
  var morningHelp: [HelpSection] { get }

  // MARK: Collect

  /// The heads of the columns: file, desk, lines, loans, returns, readers,
  /// first, last.
  var fileHeadings: [String] { get }
  /// The totals of all files.
  func fileTotals(_ files: [MorningFile]) -> String
  /// A remark about a file.
  func sentence(_ note: MorningFile.Note, of file: StationFile) -> String

  // MARK: Look

  /// The number of matters, those that nothing was decided about, and the
  /// number of decisions.
  func matters(_ count: Int, open: Int, decisions: Int) -> String
  /// Nothing to look at.
  var noMatters: String { get }
  /// The heads of the columns: severity, matter, place, decision.
  var matterHeadings: [String] { get }
  /// The name of a kind of matter, in the plural.
  func title(of kind: MorningMatter.Kind) -> String
  /// An answer that Alma will give to a line; what becomes of the line, if it
  /// says nothing.
  func sentence(_ answer: RehearsedLine) -> String
  /// The lines of a file.
  func lines(_ first: Int, _ last: Int, of name: String) -> String
  /// The mark of a matter that was decided about.
  var decidedMark: String { get }
  /// The heads of the columns: station, line, time, operation, item, borrower,
  /// decision.
  var lineHeadings: [String] { get }
  /// The decision about a line, in a word or two; empty if there is none.
  func decision(_ line: DecidedLine) -> String
  /// The keys of a matter; at most 56 columns in a line.
  var matterFooter: String { get }

  // MARK: Pages with boxes

  /// The heads of the columns: box, step.
  var tickHeadings: [String] { get }
  /// The number of ticked boxes, of all.
  func ticked(_ count: Int, of all: Int) -> String
  /// A box that was ticked, and the key that takes it back.
  var tickedBox: String { get }
  /// A box whose tick was taken back.
  var untickedBox: String { get }
  /// A tick on a row that has no box.
  var noBox: String { get }
  /// A checklist that is asked for before there is a kit.
  var noKit: String { get }

  /// The wait for a report, and the folder where one may be put.
  func awaitsReport(in folder: String) -> String
  /// A report that was taken.
  var reportTaken: String { get }
  /// Lines that were pasted where no report is asked for.
  var pasteNotAskedFor: String { get }
  /// The title of the corrections to choose from.
  var correctionsTitle: String { get }
  /// The way of choosing them, for a file that was uploaded.
  func correctionsPurpose(of file: String) -> String
  /// A file of corrections that is asked for before one is chosen.
  var noCorrection: String { get }

  /// A note that was sent to the clipboard.
  func copied(_ note: String) -> String
  /// A note to be copied from a row that has none.
  var noNote: String { get }
  /// A terminal that takes nothing for the clipboard.
  var noClipboard: String { get }

  // MARK: Archiving

  /// The title of the question if a station is to be archived.
  var archivingTitle: String { get }
  /// The question about the station of a file, at a desk if it has one.
  func archivingQuestion(_ file: StationFile, desk: String?) -> String
  /// The answer that archives it.
  var archivingAnswer: String { get }
  /// The answer that leaves it, and asks about the next one.
  var nextStationAnswer: String { get }
  /// The answer that leaves it, and asks about none.
  var backToPage: String { get }
  /// Archiving where no station is at hand.
  var noStationAtHand: String { get }

  // MARK: Deciding

  /// The name of the field for what a choice needs.
  func label(_ entry: MorningEntry) -> String
  /// The status line while that is asked for.
  func prompt(_ entry: MorningEntry) -> String
  /// The numbers that may be meant, and the key that puts them into the field.
  func offered(_ nearMisses: [NearMiss]) -> String
  /// The keys of the field; at most 56 columns.
  func entryFooter(_ entry: MorningEntry) -> String
  /// A decision that is on disk, and the key that takes it back, or one that was
  /// undone.
  func decided(_ act: Decision.Act) -> String
  /// Undo where there is no decision.
  var noDecision: String { get }
  /// A decision that can't be played, and why.
  func refused(_ fault: DecisionFault, of files: [StationFile]) -> String
  /// A text that is not a distance of times.
  func notATime(_ text: String) -> String
  /// A text that can't be a number.
  func notANumber(_ text: String) -> String
  /// A line that has no other one to be ordered with.
  var nothingToOrder: String { get }
  /// A choice about one line where many are folded.
  var openFirst: String { get }
  /// A scan where no number is asked for.
  func notAskedFor(_ number: String) -> String
}

/// A stage of the morning.
package enum MorningStage: Int, CaseIterable, Hashable, Sendable {
  /// The table of the files.
  case collect
  /// The matters to look at.
  case look
  /// The files as decided, and the kit of them.
  case prepare
  /// The checklist of the upload.
  case upload
  /// The reports on the upload, with what they leave to do.
  case report
  /// The account, and what is still to do at the stations.
  case putAway

  /// True if there are pages whose boxes are ticked.
  var hasPages: Bool { rawValue >= Self.upload.rawValue }
}

/// Something that a choice needs, and that is typed or scanned.
package enum MorningEntry: CaseIterable, Hashable, Sendable {
  /// The name of a file's desk.
  case desk
  /// The right item.
  case item
  /// The right borrower.
  case borrower
  /// The right borrower of all loans of a reader.
  case reader
  /// The distance by which the times of a file are moved.
  case times
  /// The path of a report.
  case report
}
