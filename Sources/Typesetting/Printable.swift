extension String {
  /// The text without anything that a terminal would obey: control characters
  /// are shown as `^A`, other invisible ones by their code point.
  package var printable: String {
    if utf8.allSatisfy({ 0x20..<0x7f ~= $0 }) { return self }
    var text = ""
    for scalar in unicodeScalars { text.append(printable: scalar) }
    return text
  }

  /// The text for standard output and standard error: line ends and tabs are
  /// kept, everything else that a terminal would obey is made visible.
  package var harmless: String {
    if isHarmless { return self }
    var text = ""
    text.reserveCapacity(utf8.count)
    var scalars = unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      let isLineEnd = scalar == "\r" && next == "\n"
      if isLineEnd || scalar == "\n" || scalar == "\t" {
        text.unicodeScalars.append(scalar)
      } else {
        text.append(printable: scalar)
      }
    }
    return text
  }

  private mutating func append(printable scalar: Unicode.Scalar) {
    if scalar.isObeyed {
      self += scalar.printable
    } else {
      unicodeScalars.append(scalar)
    }
  }

  /// The text as one shell word that evaluates to the same bytes.
  ///
  /// Unquoted if possible, else in single quotes; with characters that a
  /// terminal would obey, in `$'…'` with octal bytes.
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

  /// True if there is nothing but printable ASCII, tabs, LF and CR LF.
  private var isHarmless: Bool {
    let (tab, lf, cr) = (UInt8(0x09), UInt8(0x0a), UInt8(0x0d))
    var previous: UInt8 = 0
    let isHarmless = utf8.allSatisfy { byte in
      defer { previous = byte }
      return (previous != cr || byte == lf)
        && (0x20..<0x7f ~= byte || byte == tab || byte == lf || byte == cr)
    }
    return isHarmless && previous != cr
  }
}

extension String {
  /// The text for a sentence: printable, and not longer than a line can bear.
  package var quotable: String {
    let text = printable
    return text.count > 40 ? text.prefix(39) + "…" : text
  }
}

extension Character {
  /// The codes of the character's scalars, like U+00E9.
  package var codes: String {
    unicodeScalars.map(\.code).joined(separator: " ")
  }
}

extension UInt8 {
  /// The byte in octal for a shell: always three digits, so that a following
  /// digit is not taken in.
  fileprivate var octal: String {
    let digits = String(self, radix: 8)
    return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
  }
}

extension Unicode.Scalar {
  /// True if the scalar is invisible, or a terminal would act on it.
  package var isObeyed: Bool {
    // Most are ASCII, and need no look-up in Unicode tables.
    if 0x20..<0x7f ~= value { return false }
    return switch properties.generalCategory {
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

  /// The code point, such as U+00E9.
  package var code: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(4 - digits.count, 0))
      + digits
  }
}
