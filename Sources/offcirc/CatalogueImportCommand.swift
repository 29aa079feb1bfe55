import ArgumentParser
import Catalogue
import Languages

extension ListKind: ExpressibleByArgument {}
extension PrivacyLevel: ExpressibleByArgument {}

/// Imports a list.
struct CatalogueImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.catalogueImport)

  @Argument(help: ArgumentHelp(.lists, .file), completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp(
      .listKind, valueName: "items|borrowers|loans|blocks|sets"))
  var kind: ListKind?

  @OptionGroup var list: ListImportOptions
  @OptionGroup var options: CatalogueOptions

  func validate() throws {
    if files.contains("") { throw ValidationError(.emptyName) }
  }

  func run() throws {
    let place = try options.context()
    let report = try place.changingLists(if: !list.preview) {
      try list.add(files, kind, to: place)
    }
    if report.rejectedCount > 0 { throw ExitCode.someRefused }
  }
}
