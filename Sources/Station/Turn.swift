import Circulation
import Settings

/// All that the events of one turn have come to.
///
/// A turn ends with one notice and one sound, however many scans were in it.
struct Turn {
  /// Things to do to the terminal.
  var effects: [Station.Effect] = []
  /// The steps in the stack of rooms that are still to be taken.
  var steps: [Step] = []
  /// The error that kept what waits from the disk.
  var error: String?
  /// The refusals, in order.
  var refusals: [String] = []
  /// Remarks on what was done.
  var remarks: [String] = []
  /// Facts about what was recorded, of which nobody has to do anything.
  var facts: [Fact] = []
  /// Repairs of scans.
  var repairs: [String] = []
  /// True if a transaction was made durable.
  var hasRecorded = false
  /// True if something was refused, or pointed out, that has to be heard.
  var hasRefused = false

  /// A fact about what was recorded.
  enum Fact {
    case sentence(String)
    /// The title of what was lent, and when it may be due.
    case loan(Transaction)
  }

  /// The sentences of refusals, that of the disk first.
  var allRefusals: [String] { [error].compactMap(\.self) + refusals }

  /// The remarks, each of them once: a burst makes the same one often.
  var distinctRemarks: [String] {
    var seen: Set<String> = []
    return remarks.filter { seen.insert($0).inserted }
  }

  /// Composes one notice of all of it: what was refused first, whatever came
  /// after it.
  ///
  /// - Parameters:
  ///   - last: the notice of what was done last.
  ///   - isAsking: true if the last refusal asks for an answer, which has to be
  ///     read.
  ///   - words: the language.
  ///   - fact: the last fact, asked for if it is to be told.
  /// - Returns: the notice.
  func notice(
    after last: Notice, isAsking: Bool, in words: any StationWords,
    fact: () -> String?
  ) -> Notice {
    var notice = last
    let refused = allRefusals
    if let latest = refused.last {
      var sentences = Array(refused.prefix(2))
      if isAsking { sentences[sentences.count - 1] = latest }
      if notice.kind != .refusal, !notice.text.isEmpty {
        sentences.append(notice.text)
      }
      if refused.count > 2 {
        sentences.append(words.moreRefused(refused.count - 2))
      }
      notice = Notice(kind: .refusal, text: sentences.joined(separator: " "))
    }
    if notice.kind != .refusal, let fact = fact() { notice.text += " " + fact }
    let remarks = distinctRemarks
    if !remarks.isEmpty || !repairs.isEmpty {
      if notice.kind != .refusal { notice.kind = .warning }
      let rest = remarks.count - 2
      notice.text =
        (repairs.suffix(2) + [notice.text] + remarks.suffix(2)
        + (rest > 0 ? [words.moreRemarks(rest)] : []))
        .joined(separator: " ")
    }
    return notice
  }

  /// The number of times that the bell rings, by the setting of it.
  func rings(_ bell: Bell) -> Int {
    switch bell {
    case .errors where hasRefused: 1
    case .all where hasRefused: 2
    case .all where hasRecorded: 1
    default: 0
    }
  }
}
