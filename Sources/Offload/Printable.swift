extension String {
  /// The text without anything that a terminal would obey: control characters
  /// are shown as `^A`, others that are invisible by their code.
  package var printable: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar.value < 0x20:
        text +=
          "^" + String(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
      case .control, .format, .surrogate, .privateUse, .unassigned,
        .lineSeparator, .paragraphSeparator:
        text += scalar.code
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension Unicode.Scalar {
  /// The code of the scalar, like U+00E9.
  package var code: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(4 - digits.count, 0))
      + digits
  }
}
