import Settings

extension Language {
  /// Its words.
  package var words: any Words {
    switch self {
    case .english: English()
    case .french: French()
    }
  }
}
