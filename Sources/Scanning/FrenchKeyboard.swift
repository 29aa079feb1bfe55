/// The French keyboard layouts of PC and Mac, as seen through the US layout
/// that most scanners assume.
package enum FrenchKeyboard: CaseIterable {
  /// The PC layout.
  case pc
  /// The Mac layout, which a Belgian PC shares for digits.
  case mac

  /// The keys of the US layout, row by row.
  private static let usLayout =
    "`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./"
  private static let usLayoutShifted =
    "~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"|ZXCVBNM<>?"

  private var keys: String {
    switch self {
    case .pc: "²&é\"'(-è_çà)=azertyuiop^$qsdfghjklmù*wxcvbn,;:!"
    // The Belgian PC layout has the same digits.
    case .mac: "@&é\"'(§è!çà)-azertyuiop^$qsdfghjklmù`wxcvbn,;:="
    }
  }

  private var shiftedKeys: String {
    switch self {
    case .pc: "~1234567890°+AZERTYUIOP¨£QSDFGHJKLM%µWXCVBN?./§"
    case .mac: "#1234567890°_AZERTYUIOP¨*QSDFGHJKLM%£WXCVBN?./+"
    }
  }

  /// The characters of each layout with their meanings in the US layout.
  private static let meanings: [FrenchKeyboard: Meanings] =
    Dictionary(
      uniqueKeysWithValues: allCases.map { ($0, Meanings(of: $0)) })

  private struct Meanings {
    var unshifted: [Character: Character] = [:]
    var shifted: [Character: Character] = [:]

    init(of keyboard: FrenchKeyboard) {
      for (key, meant) in zip(keyboard.keys, usLayout) {
        unshifted[key] = meant
        // With Caps Lock on, Linux also produces accented capitals.
        if !key.isASCII, let capital = key.uppercased().first {
          unshifted[capital] = meant
        }
      }
      for (key, meant) in zip(keyboard.shiftedKeys, usLayoutShifted) {
        shifted[key] = meant
      }
    }
  }

  /// Restores the US layout text that the scanner sent, from what arrived
  /// through this layout.
  package func restoringUSLayout(_ text: String) -> String {
    guard let meanings = Self.meanings[self] else { return text }
    // If digits arrived as punctuation, a digit that arrived was punctuation.
    let isShifted = hasDigitSign(text)
    return String(
      text.map { character in
        if character.isNumber, !isShifted { return character }
        return meanings.unshifted[character] ?? meanings.shifted[character]
          ?? character
      })
  }

  /// Returns true if the text has punctuation that digits turn into.
  package func hasDigitSign(_ text: String) -> Bool {
    // Most numbers have nothing but digits and letters.
    if text.utf8.allSatisfy(\.isASCIIDigitOrLetter) { return false }
    return text.contains {
      Self.meanings[self]?.unshifted[$0]?.isNumber ?? false
    }
  }

  /// Returns the text that arrives when a scanner sends a text through this
  /// layout.
  func garbled(_ text: String) -> String {
    let keys = zip(
      Self.usLayout + Self.usLayoutShifted, self.keys + shiftedKeys)
    let typed = Dictionary(keys) { first, _ in first }
    return String(text.map { typed[$0] ?? $0 })
  }
}

extension String {
  /// The text as typed with Caps Lock on by mistake.
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

extension UInt8 {
  fileprivate var isASCIIDigitOrLetter: Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= self
      || UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20
  }
}
