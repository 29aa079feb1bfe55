import Foundation

extension String {
  /// The text as part of a file name: transliterated to ASCII letters and
  /// digits, with hyphens in between, at most 40 characters.
  var asFileName: String {
    let latin = self.applyingTransform(.toLatin, reverse: false) ?? self
    let plain = latin.applyingTransform(.stripDiacritics, reverse: false)
    let words = (plain ?? latin)
      .split { !$0.isASCII || !$0.isLetter && !$0.isNumber }
    // 40 characters are enough for the name of a desk.
    return String(words.joined(separator: "-").prefix(40))
  }
}
