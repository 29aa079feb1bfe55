/// A language of the station's texts.
package enum Language: String, CaseIterable, Sendable {
  /// English.
  case english = "en"
  /// French.
  case french = "fr"

  /// Selects the language of the environment's locale; English if it is not
  /// supported.
  package init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    self = Language(rawValue: String((locale ?? "").prefix(2))) ?? .english
  }
}
