import Languages
import Settings
import Station

extension ManualPage {
  /// The page on the file of settings: its sections and keys.
  static func ofSettings(in words: any Words, date: String) -> String {
    var page = ManPage(
      settings.rawValue, section: settings.section, date: date,
      program: Offcirc.version)
    page.chapter(words.heading(of: .name))
    page.name(settings.rawValue, is: words.settingsPageAbstract)
    page.chapter(words.heading(of: .description))
    page.text(words.settingsPageDescription)
    // The places are named, and are nobody's.
    let home = ["HOME": "~"]
    let builtIn = Settings(environment: home)
    for section in SettingsSection.allCases {
      page.chapter("[\(section.rawValue)]")
      page.text(words.explanation(of: section))
      for key in SettingsKey.keys(of: section) {
        page.item(key.id.name.rawValue, words.text(on: key, in: builtIn))
      }
    }
    page.chapter(words.heading(of: .files))
    page.text(words.orderOfSettingsFiles)
    for path in SettingsSources(environment: home).files {
      page.synopsis(path)
    }
    page.chapter(words.heading(of: .seeAlso))
    page.synopsis("offcirc(1), offcirc guide settings")
    return page.text
  }
}

extension Words {
  /// Returns all that is to be known of a key.
  fileprivate func text(on key: SettingsKey, in builtIn: Settings) -> String {
    // That of the language depends on the locale.
    let isBuiltIn = key.id.name != .language
    let value =
      (isBuiltIn ? key.value(in: builtIn) : nil)
      .map { self.builtIn("\($0)") }
      ?? key.example.map { forExample("\($0)") }
    let also = key.flag.map { alsoSet(by: $0, variable: key.variable) }
    return [
      explanation(of: key.id.name), takes(name(of: key.type)), value, also,
    ].compactMap(\.self).joined(separator: " ")
  }
}
