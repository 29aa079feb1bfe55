extension String {
  /// The text without anything that a terminal would obey: control characters
  /// are shown as `^A`, others that are invisible by their code.
  package var printable: String {
    var text = ""
    for scalar in unicodeScalars { text += scalar.printable }
    return text
  }

  /// The text as standard output and standard error get it: lines and tabs are
  /// left, and nothing else that a terminal would obey, whatever file it is
  /// from.
  package var harmless: String {
    if utf8.allSatisfy(\.isHarmless) { return self }
    var text = ""
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      let isLineEnd = scalar == "\r" && rest.first == "\n"
      if isLineEnd || scalar == "\n" || scalar == "\t" {
        text.unicodeScalars.append(scalar)
      } else {
        text += scalar.printable
      }
    }
    return text
  }

  /// The text as one word of a shell, from which the shell makes the same
  /// bytes again.
  ///
  /// It is as it is, in quotes, or, with anything that a terminal would obey,
  /// in those of `$'…'`, byte by byte.
  package var quotedForShell: String {
    let isPlain =
      !isEmpty
      && unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic
          || "0123456789/._-+,:@".unicodeScalars.contains($0)
      }
    if isPlain { return self }
    guard unicodeScalars.contains(where: \.isObeyed) else {
      return "'" + replacing("'", with: "'\\''") + "'"
    }
    var text = "$'"
    for scalar in unicodeScalars {
      if scalar.isObeyed || scalar == "'" || scalar == "\\" {
        text += String(scalar).utf8.map(\.octal).joined()
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text + "'"
  }
}

extension UInt8 {
  /// Whether it is a character of ASCII that no terminal obeys, or a line end
  /// or tab.
  fileprivate var isHarmless: Bool {
    0x20..<0x7f ~= self || self == 0x0a || self == 0x09
  }

  /// As a shell writes a byte: three digits, so that one that follows is none
  /// of them.
  fileprivate var octal: String {
    let digits = String(self, radix: 8)
    return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
  }
}

extension Unicode.Scalar {
  /// Whether it can't be seen, or a terminal would do something else with it
  /// than to show it.
  var isObeyed: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned,
      .lineSeparator, .paragraphSeparator:
      true
    default: false
    }
  }

  fileprivate var printable: String {
    guard isObeyed else { return String(self) }
    guard value < 0x20 else { return code }
    return "^" + String(Character(Unicode.Scalar(UInt8(value) + 0x40)))
  }

  /// The code of the scalar, like U+00E9.
  package var code: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(4 - digits.count, 0))
      + digits
  }
}
