/// The French keyboards of a PC and of a Mac, whose letters and digits are in
/// other places than those of the American one that a scanner takes itself to be.
package enum FrenchKeyboard: CaseIterable {
  /// That of a PC.
  case pc
  /// That of a Mac, or of a Belgian PC.
  case mac

  /// The keys of the American keyboard, row by row.
  private static let american =
    "`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./"
  private static let americanShifted =
    "~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"|ZXCVBNM<>?"

  private var keys: String {
    switch self {
    case .pc: "²&é\"'(-è_çà)=azertyuiop^$qsdfghjklmù*wxcvbn,;:!"
    // The Belgian one of a PC has the same digits.
    case .mac: "@&é\"'(§è!çà)-azertyuiop^$qsdfghjklmù`wxcvbn,;:="
    }
  }

  private var shiftedKeys: String {
    switch self {
    case .pc: "~1234567890°+AZERTYUIOP¨£QSDFGHJKLM%µWXCVBN?./§"
    case .mac: "#1234567890°_AZERTYUIOP¨*QSDFGHJKLM%£WXCVBN?./+"
    }
  }

  /// What the keys type, and what they would type on an American keyboard.
  private static let meanings: [FrenchKeyboard: Meanings] =
    Dictionary(
      uniqueKeysWithValues: allCases.map { ($0, Meanings(of: $0)) })

  private struct Meanings {
    var unshifted: [Character: Character] = [:]
    var shifted: [Character: Character] = [:]

    init(of keyboard: FrenchKeyboard) {
      for (key, meant) in zip(keyboard.keys, american) {
        unshifted[key] = meant
        // With the capitals locked, Linux has the accents on capitals too.
        if !key.isASCII, let capital = key.uppercased().first {
          unshifted[capital] = meant
        }
      }
      for (key, meant) in zip(keyboard.shiftedKeys, americanShifted) {
        shifted[key] = meant
      }
    }
  }

  /// What a scanner typed, to judge by what has arrived through this keyboard.
  package func american(_ text: String) -> String {
    guard let meanings = Self.meanings[self] else { return text }
    // Where digits came as signs, a digit that came as one was a sign.
    let isShifted = hasDigitSign(text)
    return String(
      text.map { character in
        if character.isNumber, !isShifted { return character }
        return meanings.unshifted[character] ?? meanings.shifted[character]
          ?? character
      })
  }

  /// Whether a text has one of the signs that digits come as.
  package func hasDigitSign(_ text: String) -> Bool {
    text.contains {
      Self.meanings[self]?.unshifted[$0]?.isNumber ?? false
    }
  }

  /// What arrives through this keyboard when a scanner types a text.
  func french(_ text: String) -> String {
    let keys = zip(
      Self.american + Self.americanShifted, self.keys + shiftedKeys)
    let typed = Dictionary(keys) { first, _ in first }
    return String(text.map { typed[$0] ?? $0 })
  }
}

extension String {
  /// The text as it is typed with the capitals locked by mistake.
  package var caseSwapped: String {
    String(
      map { character in
        guard character.isASCII else { return character }
        let swapped =
          character.isUppercase
          ? character.lowercased() : character.uppercased()
        return swapped.first ?? character
      })
  }
}
