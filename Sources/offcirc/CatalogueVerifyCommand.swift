import ArgumentParser
import Catalogue
import Circulation
import Glibc
import Languages
import Scanning
import Settings

/// Compares what the scanner types with the numbers in the lists.
struct CatalogueVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.catalogueVerify)

  @OptionGroup var options: CatalogueOptions

  /// The scans of each kind.
  private static let scanCount = 3

  func run() throws {
    let place = try options.context()
    try place.withCatalogue { catalogue in
      var learnt: [(id: SettingsKey.ID, value: SettingsValue)] = []
      let known = place.settings.rules.scanner.strip.map(\.rawValue)
      var strip = known
      var areAllFound = true
      for kind in [Scan.Kind.item, .borrower] {
        let verification = try verify(kind, catalogue, place)
        areAllFound =
          areAllFound && !verification.findings.contains(.notFound)
        if let word = verification.word, !strip.contains(word) {
          strip.append(word)
        }
        guard let cut = verification.cut else { continue }
        learnt.append(
          (
            SettingsKey.ID(.catalogue, kind == .item ? .itemCut : .borrowerCut),
            .array(cut.words.map { .string($0) })
          ))
      }
      if !learnt.isEmpty {
        try StandardOutput.write(
          place.words.learnt(in: write(learnt)) + "\n")
      }
      if strip != known {
        let value = SettingsValue.array(strip.map { .string($0) })
        try StandardOutput.write(
          place.words.learntToStrip(
            in: write([(SettingsKey.ID(.scanner, .strip), value)])) + "\n")
      }
      if !areAllFound { throw ExitCode.someRefused }
    }
  }

  /// Asks for scans of a kind; an empty line ends them.
  private func verify(
    _ kind: Scan.Kind, _ catalogue: Catalogue, _ place: CommandContext
  ) throws -> Verification {
    var verification = Verification(forms: Verification.Form.all(of:)) {
      number throws(CatalogueError) in
      try kind == .item
        ? catalogue.item(number) != nil : catalogue.borrower(number) != nil
    }
    let isAsked = isatty(STDIN_FILENO) == 1
    for number in 1...Self.scanCount {
      if isAsked {
        try StandardOutput.write(
          place.words.scanToVerify(kind, number, of: Self.scanCount) + "\n")
      }
      guard let line = readLine(), !line.isEmpty else { break }
      let scan = place.settings.rules.scan(line).number
      let finding = try verification.add(scan)
      try StandardOutput.write(
        place.words.verified(scan, finding) + "\n")
    }
    return verification
  }

  /// Writes what was learnt to the settings, of which others are unchanged, and
  /// returns their path.
  private func write(
    _ learnt: [(id: SettingsKey.ID, value: SettingsValue)]
  ) throws -> String {
    let path = options.common.settingsFile
    var file = try SettingsFile(at: path) ?? SettingsFile()
    for (id, value) in learnt { file = try file.setting(id, to: value) }
    try file.write(to: path)
    return path
  }
}

extension Verification.Form {
  /// Returns the forms of a scan without what scanners add, and in other
  /// capitals.
  fileprivate static func all(of scan: String) -> [Verification.Form] {
    let bare = ScannerRules.Envelope.allCases.map {
      Verification.Form(number: $0.stripped(from: scan), word: $0.rawValue)
    }
    return bare
      + [scan.uppercased(), scan.lowercased(), scan.caseSwapped].map {
        Verification.Form(number: $0, word: nil)
      }
  }
}
