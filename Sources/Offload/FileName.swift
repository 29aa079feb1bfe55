extension String {
  /// The text as part of a file name: transliterated to ASCII letters and
  /// digits, with hyphens in between, at most 40 characters.
  package var asFileName: String {
    let words = inLatinLetters.withoutAccents
      .split { !$0.isASCII || !$0.isLetter && !$0.isNumber }
    // 40 characters are enough for the name of a desk.
    return String(words.joined(separator: "-").prefix(40))
  }

  /// The text in Latin letters; unchanged without the library for that.
  private var inLatinLetters: String {
    let hasOthers = withoutAccents.unicodeScalars.contains {
      !$0.isASCII && $0.properties.isAlphabetic
    }
    guard hasOthers, let library = try? Transliteration.shared.get() else {
      return self
    }
    return library.inLatinLetters(self) ?? self
  }

  /// The text without the accents of Latin letters.
  var withoutAccents: String {
    var plain = ""
    for scalar in unicodeScalars {
      if let letter = scalar.letterUnderAccents {
        plain.append(letter)
      } else if scalar.properties.generalCategory != .nonspacingMark {
        plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }
}

extension Unicode.Scalar {
  /// The Latin letter under the accents, by the character's name, such as
  /// `LATIN SMALL LETTER E WITH ACUTE`; nil if there is none.
  fileprivate var letterUnderAccents: String? {
    guard
      !isASCII, let name = properties.name,
      let parts = name.wholeMatch(
        of: #/LATIN (SMALL|CAPITAL) LETTER ([A-Z]) WITH .+/#)
    else { return nil }
    return parts.1 == "SMALL" ? parts.2.lowercased() : String(parts.2)
  }
}
