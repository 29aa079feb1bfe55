import Sheet

extension SettingsCodec where Value == Printer {
  static var printer: Self {
    Self(type: .printer) { value throws(ValueError) in
      let text = try value.fullText(for: .printer)
      guard let printer = Printer(text) else {
        throw ValueError(.wrongType(text, type: .printer))
      }
      return printer
    } write: {
      .string($0.text)
    }
  }
}

extension SettingsCodec where Value == SlipWidth {
  /// The form of the width, in quotes or without.
  static var slipWidth: Self {
    Self(type: Self.word.type) { value throws(ValueError) in
      guard case .integer(let number) = value else {
        return try Self.word.read(value)
      }
      return try Self.word.read(.string(String(number)))
    } write: {
      .string($0.rawValue)
    }
  }
}
