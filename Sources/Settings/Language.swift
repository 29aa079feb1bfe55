/// A language that every word of the station exists in.
public enum Language: String, CaseIterable, Sendable {
  /// English.
  case english = "en"
  /// French.
  case french = "fr"

  /// The language of the locale that the environment sets, English if it is
  /// none of ours.
  public init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    self = Language(rawValue: String((locale ?? "").prefix(2))) ?? .english
  }
}
