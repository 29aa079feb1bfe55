import Circulation
import Station
import Terminal
import Typesetting

// What both languages write alike in the check before an outage.
extension Words where Self: Grammar {
  /// Returns the days of a file's lines behind a text; empty if they have none.
  func days(of summary: DataFileSummary, _ before: String) -> String {
    guard let first = summary.first, let last = summary.last else { return "" }
    return before + dates.days(first, last)
  }

  /// Returns the size and the type of a terminal.
  func facts(of terminal: TerminalSurvey) -> String {
    "\(terminal.size.columns)×\(terminal.size.rows), TERM=\(terminal.kind.printable)"
  }

  /// Returns a time that a disk took.
  func milliseconds(_ duration: Duration) -> String {
    let milliseconds = (duration / .milliseconds(1)).rounded(.up)
    return "\(counting.digits(Int(milliseconds))) ms"
  }

  /// Returns the distance between two clocks, whichever is ahead.
  func distance(ofClocks seconds: Int) -> String {
    let minutes = Int(seconds.magnitude) / 60
    guard minutes >= 60 else { return "\(minutes) min" }
    let rest = minutes % 60 == 0 ? "" : " \(minutes % 60) min"
    return "\(counting.digits(minutes / 60)) h\(rest)"
  }
}
