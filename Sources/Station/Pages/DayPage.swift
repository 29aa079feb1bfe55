/// The day: loans, returns, readers and refused scans, hour by hour.
struct DayPage: TextPage {
  var firstLine = 0

  var opener: Action { .day }

  func title(_ words: any StationWords) -> String { words.dayTitle }

  func lines(_ look: Look, width: Int) -> [TextLine] {
    guard let status = look.status else { return [] }
    return DayChart(
      status.today, refusals: look.messageLog.counts(on: look.now)
    ).lines(look.words, width: width)
  }
}
