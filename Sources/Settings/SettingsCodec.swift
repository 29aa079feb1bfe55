import Scanning

/// An error for a value that a key does not accept: a fault of the whole value,
/// or of elements by index.
struct RefusedValue: Error {
  let faults: [(element: Int?, fault: SettingsFault)]

  init(_ faults: [(element: Int?, fault: SettingsFault)]) {
    self.faults = faults
  }

  init(_ fault: SettingsFault) {
    self.init([(nil, fault)])
  }
}

/// The conversion of a value from and to a file.
struct SettingsCodec<Value: Sendable>: Sendable {
  let type: SettingsKey.ValueType
  let read: @Sendable (SettingsValue) throws(RefusedValue) -> Value
  let write: @Sendable (Value) -> SettingsValue?
}

extension SettingsCodec where Value == String {
  static var text: Self {
    Self(type: .text) { value throws(RefusedValue) in
      try value.text(for: .text)
    } write: {
      .string($0)
    }
  }

  static var folder: Self { path(.folder) }

  static var file: Self { path(.file) }

  private static func path(_ kind: SettingsKey.ValueType) -> Self {
    Self(type: kind) { value throws(RefusedValue) in
      try value.fullText(for: kind)
    } write: {
      .string($0)
    }
  }
}

extension SettingsCodec where Value == Bool {
  static var boolean: Self {
    Self(type: .boolean) { value throws(RefusedValue) in
      guard case .boolean(let truth) = value else {
        throw RefusedValue(.wrongType(value.description, type: .boolean))
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
    return Self(type: kind) { value throws(RefusedValue) in
      try value.number(in: range, for: kind)
    } write: {
      .integer($0)
    }
  }
}

extension SettingsCodec where Value == [Int] {
  static func numbers(in range: ClosedRange<Int>) -> Self {
    let kind = SettingsKey.ValueType.numbers(range)
    return Self(type: kind) { value throws(RefusedValue) in
      try value.list(for: kind) { element throws(RefusedValue) in
        try element.number(in: range, for: kind)
      }
    } write: {
      .array($0.map { .integer($0) })
    }
  }
}

extension SettingsCodec where Value == [Pattern] {
  /// The maximum number of patterns: a scan is matched with all of them.
  private static var maximumCount: Int { 50 }

  static var patterns: Self {
    Self(type: .patterns) { value throws(RefusedValue) in
      var count = 0
      return try value.list(for: .patterns) { element throws(RefusedValue) in
        let text = try element.fullText(for: .patterns)
        count += 1
        guard count <= maximumCount else {
          throw RefusedValue(.tooManyPatterns(most: maximumCount))
        }
        do throws(Pattern.Fault) {
          return try Pattern(text)
        } catch {
          throw RefusedValue(.pattern(text, error))
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
    return Self(type: kind) { value throws(RefusedValue) in
      try value.word(for: kind)
    } write: {
      .string($0.rawValue)
    }
  }
}

extension SettingsCodec {
  static func optional<Wrapped>(_ form: SettingsCodec<Wrapped>) -> Self
  where Value == Wrapped? {
    Self(type: form.type) { value throws(RefusedValue) in
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
    return Self(type: kind) { value throws(RefusedValue) in
      try value.list(for: kind) { element throws(RefusedValue) in
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
  ) throws(RefusedValue) -> String {
    guard case .string(let text) = self else {
      throw RefusedValue(.wrongType(description, type: kind))
    }
    guard !text.unicodeScalars.contains(where: \.isControl) else {
      throw RefusedValue(.controlCharacter(text))
    }
    return text
  }

  fileprivate func fullText(
    for kind: SettingsKey.ValueType
  ) throws(RefusedValue) -> String {
    let text = try text(for: kind)
    guard !text.allSatisfy(\.isWhitespace) else { throw RefusedValue(.empty) }
    return text
  }

  fileprivate func word<Word: RawRepresentable & CaseIterable>(
    for kind: SettingsKey.ValueType
  ) throws(RefusedValue) -> Word where Word.RawValue == String {
    let text = try fullText(for: kind)
    guard let word = Word(rawValue: text) else {
      let near = text.nearest(of: Word.words)
      throw RefusedValue(
        .unknownWord(text, known: Word.words, near: near))
    }
    return word
  }

  fileprivate func number(
    in range: ClosedRange<Int>, for kind: SettingsKey.ValueType
  ) throws(RefusedValue) -> Int {
    guard case .integer(let number) = self else {
      throw RefusedValue(.wrongType(description, type: kind))
    }
    guard range.contains(number) else {
      throw RefusedValue(.outOfRange(number, range))
    }
    return number
  }

  /// Returns the elements of a list.
  ///
  /// - Throws: ``RefusedValue`` with the faults of all elements.
  fileprivate func list<Element>(
    for kind: SettingsKey.ValueType,
    _ read: (SettingsValue) throws(RefusedValue) -> Element
  ) throws(RefusedValue) -> [Element] {
    guard case .array(let values) = self else {
      throw RefusedValue(.wrongType(description, type: kind))
    }
    var elements: [Element] = []
    var faults: [(element: Int?, fault: SettingsFault)] = []
    for (index, value) in values.enumerated() {
      do throws(RefusedValue) {
        elements.append(try read(value))
      } catch {
        faults += error.faults.map { (index, $0.fault) }
      }
    }
    guard faults.isEmpty else { throw RefusedValue(faults) }
    return elements
  }
}
