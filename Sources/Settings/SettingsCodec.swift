import Catalogue
import Circulation
import Scanning

/// An error for a value that a key does not accept: one of the whole value,
/// or of elements by index.
struct ValueError: Error {
  let errors: [(element: Int?, error: SettingsError)]

  init(_ errors: [(element: Int?, error: SettingsError)]) {
    self.errors = errors
  }

  init(_ error: SettingsError) {
    self.init([(nil, error)])
  }
}

/// The conversion of a value from and to a file.
struct SettingsCodec<Value: Sendable>: Sendable {
  let type: SettingsKey.ValueType
  let read: @Sendable (SettingsValue) throws(ValueError) -> Value
  let write: @Sendable (Value) -> SettingsValue?
}

extension SettingsCodec where Value == String {
  static var text: Self {
    Self(type: .text) { value throws(ValueError) in
      try value.text(for: .text)
    } write: {
      .string($0)
    }
  }

  static var folder: Self { path(.folder) }

  static var file: Self { path(.file) }

  private static func path(_ kind: SettingsKey.ValueType) -> Self {
    Self(type: kind) { value throws(ValueError) in
      try value.fullText(for: kind)
    } write: {
      .string($0)
    }
  }
}

extension SettingsCodec where Value == String {
  static var day: Self {
    Self(type: .day) { value throws(ValueError) in
      let text = try value.fullText(for: .day)
      guard
        LocalTime(iso8601: Array("\(text)T12:00:00+00:00".utf8).span) != nil
      else { throw ValueError(.wrongType(text, type: .day)) }
      return text
    } write: {
      .string($0)
    }
  }
}

extension SettingsCodec where Value == [DueRules.Rule] {
  static var dueRules: Self {
    Self(type: .dayCounts) { value throws(ValueError) in
      try value.list(for: .dayCounts) { element throws(ValueError) in
        let text = try element.fullText(for: .dayCounts)
        guard let rule = DueRules.Rule(text) else {
          throw ValueError(.wrongType(text, type: .dayCounts))
        }
        return rule
      }
    } write: {
      .array($0.map { .string($0.text) })
    }
  }
}

extension SettingsCodec where Value == Bool {
  static var boolean: Self {
    Self(type: .boolean) { value throws(ValueError) in
      guard case .boolean(let truth) = value else {
        throw ValueError(.wrongType(value.description, type: .boolean))
      }
      return truth
    } write: {
      .boolean($0)
    }
  }
}

extension SettingsCodec where Value == Int {
  static func number(in range: ClosedRange<Int>) -> Self {
    let kind = SettingsKey.ValueType.number(range)
    return Self(type: kind) { value throws(ValueError) in
      try value.number(in: range, for: kind)
    } write: {
      .integer($0)
    }
  }
}

extension SettingsCodec where Value == [Int] {
  static func numbers(in range: ClosedRange<Int>) -> Self {
    let kind = SettingsKey.ValueType.numbers(range)
    return Self(type: kind) { value throws(ValueError) in
      try value.list(for: kind) { element throws(ValueError) in
        try element.number(in: range, for: kind)
      }
    } write: {
      .array($0.map { .integer($0) })
    }
  }
}

extension SettingsCodec where Value == [String] {
  static var texts: Self {
    Self(type: .texts) { value throws(ValueError) in
      try value.list(for: .texts) { element throws(ValueError) in
        try element.fullText(for: .texts)
      }
    } write: {
      .array($0.map { .string($0) })
    }
  }
}

extension SettingsCodec where Value == NumberCut {
  static var cut: Self {
    Self(type: .texts) { value throws(ValueError) in
      let words = try value.list(for: .texts) { element throws(ValueError) in
        try element.fullText(for: .texts)
      }
      var unknown: String?
      let cut = NumberCut(words: words) { unknown = $0 }
      if let unknown {
        throw ValueError(
          .unknownWord(
            unknown, known: ["start 1", "end 1", "zeros"], near: nil))
      }
      return cut
    } write: {
      .array($0.words.map { .string($0) })
    }
  }
}

extension SettingsCodec where Value == [NamedColumn] {
  static var columns: Self {
    Self(type: .columns) { value throws(ValueError) in
      try value.list(for: .columns) { element throws(ValueError) in
        let text = try element.fullText(for: .columns)
        if let column = NamedColumn(text) { return column }
        let field = String(text.prefix { $0 != "=" })
        guard ListField(rawValue: field) == nil else {
          throw ValueError(.wrongType(element.description, type: .columns))
        }
        let fields = ListField.allCases.map(\.rawValue)
        throw ValueError(
          .unknownWord(field, known: fields, near: field.nearest(of: fields)))
      }
    } write: {
      .array($0.map { .string($0.text) })
    }
  }
}

extension SettingsCodec where Value == [Pattern] {
  /// The maximum number of patterns: a scan is matched with all of them.
  private static var maximumCount: Int { 50 }

  static var patterns: Self {
    Self(type: .patterns) { value throws(ValueError) in
      var count = 0
      return try value.list(for: .patterns) { element throws(ValueError) in
        let text = try element.fullText(for: .patterns)
        count += 1
        guard count <= maximumCount else {
          throw ValueError(.tooManyPatterns(maximum: maximumCount))
        }
        do throws(PatternError) {
          return try Pattern(text)
        } catch {
          throw ValueError(.pattern(text, error))
        }
      }
    } write: {
      .array($0.map { .string($0.text) })
    }
  }
}

extension SettingsCodec
where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  static var word: Self {
    let kind = SettingsKey.ValueType.word(Value.words)
    return Self(type: kind) { value throws(ValueError) in
      try value.word(for: kind)
    } write: {
      .string($0.rawValue)
    }
  }
}

extension SettingsCodec {
  static func optional<Wrapped>(_ form: SettingsCodec<Wrapped>) -> Self
  where Value == Wrapped? {
    Self(type: form.type) { value throws(ValueError) in
      try form.read(value)
    } write: {
      $0.flatMap(form.write)
    }
  }

  static func words<Word>() -> Self
  where
    Value == [Word], Word: RawRepresentable & CaseIterable,
    Word.RawValue == String
  {
    let kind = SettingsKey.ValueType.words(Word.words)
    return Self(type: kind) { value throws(ValueError) in
      try value.list(for: kind) { element throws(ValueError) in
        try element.word(for: kind)
      }
    } write: {
      .array($0.map { .string($0.rawValue) })
    }
  }
}

extension RawRepresentable where Self: CaseIterable, RawValue == String {
  fileprivate static var words: [String] { allCases.map(\.rawValue) }
}

extension SettingsValue {
  /// Returns text that may be empty.
  fileprivate func text(
    for kind: SettingsKey.ValueType
  ) throws(ValueError) -> String {
    guard case .string(let text) = self else {
      throw ValueError(.wrongType(description, type: kind))
    }
    guard !text.unicodeScalars.contains(where: \.isControl) else {
      throw ValueError(.controlCharacter(text))
    }
    return text
  }

  /// Returns text that is not empty.
  func fullText(
    for kind: SettingsKey.ValueType
  ) throws(ValueError) -> String {
    let text = try text(for: kind)
    guard !text.allSatisfy(\.isWhitespace) else { throw ValueError(.empty) }
    return text
  }

  fileprivate func word<Word: RawRepresentable & CaseIterable>(
    for kind: SettingsKey.ValueType
  ) throws(ValueError) -> Word where Word.RawValue == String {
    let text = try fullText(for: kind)
    guard let word = Word(rawValue: text) else {
      let near = text.nearest(of: Word.words)
      throw ValueError(
        .unknownWord(text, known: Word.words, near: near))
    }
    return word
  }

  fileprivate func number(
    in range: ClosedRange<Int>, for kind: SettingsKey.ValueType
  ) throws(ValueError) -> Int {
    guard case .integer(let number) = self else {
      throw ValueError(.wrongType(description, type: kind))
    }
    guard range.contains(number) else {
      throw ValueError(.outOfRange(number, range))
    }
    return number
  }

  /// Returns the elements of a list.
  ///
  /// - Throws: ``ValueError`` with the errors of all elements.
  func list<Element>(
    for kind: SettingsKey.ValueType,
    _ read: (SettingsValue) throws(ValueError) -> Element
  ) throws(ValueError) -> [Element] {
    guard case .array(let values) = self else {
      throw ValueError(.wrongType(description, type: kind))
    }
    var elements: [Element] = []
    var errors: [(element: Int?, error: SettingsError)] = []
    for (index, value) in values.enumerated() {
      do throws(ValueError) {
        elements.append(try read(value))
      } catch {
        errors += error.errors.map { (index, $0.error) }
      }
    }
    guard errors.isEmpty else { throw ValueError(errors) }
    return elements
  }
}
