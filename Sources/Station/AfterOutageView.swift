import Offload
import Terminal

/// What the page "After the outage" says.
///
/// That is how the station stands, and what is next. Nothing is changed from
/// there: it names the commands that do.
enum AfterOutageView {
  static func lines(in station: Station) -> [String] {
    let words = station.words
    guard let aftermath = station.aftermath else { return [] }
    let paragraphs =
      [station.desk.folder.path.printable] + words.state(aftermath) + [""]
      + words.nextStep(aftermath) + ["", words.afterOutageFoot]
    let width = station.size.columns - 4
    return paragraphs.flatMap { text in
      // A command is indented, and can be copied.
      text.hasPrefix(" ")
        ? Notice.wrap(text, width: width - 2).map { "  " + $0 }
        : Notice.wrap(text, width: width)
    }
  }
}
