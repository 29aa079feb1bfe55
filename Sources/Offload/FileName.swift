import Foundation

extension String {
  /// The text as a part of a file's name: the letters and digits of ASCII that
  /// it can be spelt with, which every system takes, and hyphens between them.
  var asFileName: String {
    let latin = self.applyingTransform(.toLatin, reverse: false) ?? self
    let plain = latin.applyingTransform(.stripDiacritics, reverse: false)
    let words = (plain ?? latin)
      .split { !$0.isASCII || !$0.isLetter && !$0.isNumber }
    // A desk's name is no story.
    return String(words.joined(separator: "-").prefix(40))
  }
}
