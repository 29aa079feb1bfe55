import ArgumentParser
import Circulation
import Glibc
import Languages
import Offload
import Settings
import Station
import Typesetting

/// Shows the guides.
struct GuideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.guide)

  @Argument(
    help: ArgumentHelp(.guide, .name),
    completion: .list(Guide.allCases.map(\.rawValue)))
  var name: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    // The guide to the settings has to open whatever is wrong with them.
    let place = CommandContext(common.lenientSettings())
    do {
      guard let name else { return try StandardOutput.write(list(place)) }
      guard let guide = Guide(rawValue: name) else {
        printError(
          place.words.unknownGuide(
            name, all: Guide.allCases.map(\.rawValue)))
        throw ExitCode.validationFailure
      }
      try show(guide.page(in: place.settings.station.language))
    } catch {
      throw place.failure(error)
    }
  }

  private func list(_ place: CommandContext) -> String {
    let width = Guide.allCases.map(\.rawValue.count).max() ?? 0
    let rows = Guide.allCases.map { guide in
      let page = guide.page(in: place.settings.station.language)
      return "  \(guide.rawValue.padded(to: width))  \(page.title)"
    }
    return ([place.words.guideListHeading] + rows).joined(separator: "\n")
      + "\n"
  }

  /// Shows a page in a pager; as it is where nobody sits at a terminal.
  private func show(_ page: GuidePage) throws {
    let columns = min(columns(of: STDOUT_FILENO) ?? 80, 80)
    let text = page.text(columns: columns)
    let environment = Environment.variables
    if isatty(STDOUT_FILENO) == 1, let pager = Pager(environment: environment),
      pager.show(text)
    {
      return
    }
    try StandardOutput.write(text)
  }
}
