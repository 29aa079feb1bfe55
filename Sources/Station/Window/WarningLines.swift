import Typesetting

/// The warnings that there is room for, the red ones first, and how many more
/// there are.
struct WarningLines {
  /// A line of a warning.
  struct Line: Hashable {
    let kind: Notice.Kind
    let text: String
  }

  private(set) var lines: [Line] = []

  /// The warnings in so many lines of a width, whole as far as they fit.
  init(_ warnings: [Notice], width: Int, room: Int, words: any StationWords) {
    let red = warnings.filter { $0.kind == .refusal }
    let ordered = red + warnings.filter { $0.kind != .refusal }
    let wrapped = ordered.map { warning in
      warning.text.wrapped(to: width).map {
        Line(kind: warning.kind, text: $0)
      }
    }
    guard wrapped.joined().count > room else {
      lines = Array(wrapped.joined())
      return
    }
    var shownCount = 0
    for warning in wrapped {
      guard lines.count + warning.count < room else { break }
      lines += warning
      shownCount += 1
    }
    // Of one that is cut off, the beginning says what it is about.
    if shownCount == 0, let first = ordered.first {
      lines = first.text.wrapped(to: width, maximum: room - 1).map {
        Line(kind: first.kind, text: $0)
      }
    }
    lines.append(
      Line(
        kind: red.count > shownCount ? .refusal : .warning,
        text: words.moreWarnings(wrapped.count - shownCount)))
  }
}
