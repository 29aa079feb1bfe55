import Circulation
import Scanning
import Typesetting

extension SettingsWords {
  /// Returns a line for each of the first errors in the settings, with its
  /// place.
  package func sentences(_ issues: SettingsIssues) -> [String] {
    let most = 20
    let rest = issues.issues.count - most
    return issues.issues.prefix(most).map(sentence)
      + (rest > 0 ? [moreIssues(rest)] : [])
  }

  /// The first of the settings that are left out, and what that means; nil if
  /// there is none.
  package func sentence(leftOut issues: [SettingsIssue]) -> String? {
    guard let first = issues.first else { return nil }
    let others = issues.count - 1
    let areAllPatterns = issues.allSatisfy(\.error.isOfOnePattern)
    return sentence(first) + " "
      + (areAllPatterns
        ? patternsLeftOut(others: others) : settingsLeftOut(others: others))
  }

  /// All of the settings that are left out, and what that means.
  package func sentences(leftOut issues: [SettingsIssue]) -> [String] {
    issues.count < 2
      ? [sentence(leftOut: issues)].compactMap(\.self)
      : issues.map(sentence) + [settingsLeftOut()]
  }

  /// A pattern that took too long with a scan, and where it stands.
  package func sentence(
    costly pattern: Pattern, from origin: SettingsOrigin?
  ) -> String {
    [origin.map { label(name(of: $0)) }, costly(pattern)].compactMap(\.self)
      .joined(separator: " ")
  }

  /// Returns the error in a setting, with its place.
  package func sentence(_ issue: SettingsIssue) -> String {
    // What the system says names the file itself.
    switch issue.error {
    case .unreadable, .deadLink: return sentence(issue.error)
    default: break
    }
    let section = issue.section.map { "[\($0.quotable)]" }
    let names = [section, issue.key?.quotable].compactMap(\.self)
    let place = label(name(of: issue.origin))
    let what = sentence(issue.error)
    return names.isEmpty
      ? "\(place) \(what)"
      : "\(place) \(label(names.joined(separator: " "))) \(what)"
  }

  /// Returns the origin of a setting.
  package func name(of origin: SettingsOrigin) -> String {
    switch origin {
    case .file(let path, let line?): place(line, of: path)
    case .file(let path, nil): path.printable
    case .environment(let variable): "$" + variable
    case .flag(let flag): flag
    }
  }

  /// A file of the settings that are in force, which says of each where it
  /// comes from; paths in it that are not whole begin in the current folder.
  package func file(
    of settings: ResolvedSettings, currentFolder folder: String
  ) -> String {
    let lines = SettingsKey.table.map { key in
      let origin = settings.origin(of: key).map(name(of:)) ?? byDefault
      let name = key.id.name.rawValue
      guard var value = key.value(in: settings.settings) else {
        return (key, text: "# \(label(name)) \(notSet)", origin)
      }
      if key.isPath, case .string(let path) = value,
        !path.isAbsolutePath
      {
        value = .string(folder.appending(path: path))
      }
      return (key, text: "\(name) = \(value)", origin)
    }
    // A long one does not push the others' comments off the screen.
    let width = lines.map(\.text.count).filter { $0 <= 40 }.max() ?? 0
    var file = comment(settingsHeading(files: settings.files))
    for section in SettingsSection.allCases {
      file += "\n[\(section.rawValue)]\n"
      for (key, text, origin) in lines where key.id.section == section {
        let gap = String(repeating: " ", count: max(width - text.count, 0))
        file += "\(text)\(gap)  # \(origin)\n"
      }
    }
    return file
  }

  /// A file of settings that sets nothing, and explains every key; for all
  /// users or for one.
  package func exampleFile(
    of settings: Settings, forAll: Bool = false
  ) -> String {
    var file = comment(exampleHeading(forAll: forAll))
    for section in SettingsSection.allCases {
      file += "\n" + comment(explanation(of: section))
      file += "[\(section.rawValue)]\n"
      for key in SettingsKey.keys(of: section) {
        guard let value = key.value(in: settings) ?? key.example else {
          continue
        }
        file += "\n" + comment(explanation(of: key.id.name))
        file += comment(takes(name(of: key.type)))
        file += "#\(key.id.name.rawValue) = \(value)\n"
      }
    }
    return file
  }

  private func comment(_ text: String) -> String {
    text.wrapped(to: 78).map { "# \($0)\n" }.joined()
  }
}
