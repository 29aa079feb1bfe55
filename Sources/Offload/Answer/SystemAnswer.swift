/// The answer of another library system than Alma to a file: the lines as the
/// system names them, and what became of each.
///
/// It has no line numbers: ``AnsweredLines`` finds the lines by their numbers.
struct SystemAnswer: Hashable, Sendable {
  /// The system.
  let system: LibrarySystem
  /// The lines, in the order of the answer.
  var rows: [AnsweredRow] = []
  /// The sentences about the file as a whole.
  var remarks: [String] = []
  /// The number of lines that the system has yet to process.
  var waitingCount = 0
  /// False if the end is missing of an answer that has one.
  var hasEnd = true

  /// Creates an empty answer.
  init(_ system: LibrarySystem) { self.system = system }

  /// Reads an answer, which is told by its content; nil if it is none of these.
  init?(_ rows: [[String]]) {
    // The report of a rehearsal has messages of these systems, and the form of
    // Alma's report.
    let isLikeAlma = rows.prefix(200).contains {
      TableReader.columns(in: $0) != nil
    }
    guard !isLikeAlma else { return nil }
    guard
      let answer =
        SystemAnswer(pmb: rows) ?? SystemAnswer(koha: rows)
        ?? SystemAnswer(evergreen: rows)
    else { return nil }
    self = answer
  }
}

extension JobReport {
  /// Creates the report that an answer is.
  init(_ answer: SystemAnswer) {
    self.init()
    system = answer.system
    self.answer = answer
    // The others list only failures, or come in several pages.
    if answer.system == .koha {
      head.processed = answer.rows.count + answer.waitingCount
    }
  }
}
