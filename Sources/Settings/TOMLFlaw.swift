/// An error of syntax in TOML text.
package enum TOMLFlaw: Error, Hashable, Sendable {
  /// The name of a section is not followed by `]`.
  case openHeader
  /// A section has no name.
  case headerWithoutName
  /// A line begins with something other than a key or a section.
  case notAKey
  /// A key is not followed by `=`.
  case noEqualsSign
  /// A key has no value.
  case noValue
  /// A value is neither a text in quotes nor a number, for example.
  case unknownValue
  /// A text is not closed, or contains a control character.
  case openText
  /// A list is not closed, or lacks a comma.
  case openList
  /// A list has a comma or a brace in place of an element.
  case noElement
  /// An inline table is not closed, or lacks a comma.
  case openTable
  /// A date or a time is not valid.
  case notADate
  /// A backslash in double quotes does not begin a valid escape.
  case unknownEscape
  /// A line goes on after its value, with this character.
  case excess(String)
  /// A key or a section is defined twice.
  case definedTwice(String)
  /// A key has more names, separated by dots, than the maximum.
  case manyNames(maximum: Int)
  /// Values are nested deeper than the maximum.
  case deep(maximum: Int)
  /// The text contains a NUL character.
  case null
  /// Another one, in the library's words, in English.
  case other(String)
}

extension TOMLFlaw {
  /// Recognizes a message of the library (toml++ 3.4.0).
  init(message: String) {
    if let match = message.firstMatch(
      of: #/cannot redefine existing .*'(.*)'/#)
    {
      self = .definedTwice(String(match.1))
    } else if let match = message.firstMatch(
      of: #/expected (?:a comment or whitespace|value-terminator), saw '(.*)'/#)
    {
      self = .excess(String(match.1))
    } else {
      self = Self.table.first { message.contains($0.0) }?.1 ?? .other(message)
    }
  }

  /// Parts of messages; the first one that a message contains decides.
  private static let table: [(String, TOMLFlaw)] = [
    ("escape sequence", .unknownEscape), ("expected '='", .noEqualsSign),
    ("table header: expected ']'", .openHeader), ("expected keys", .notAKey),
    ("expected bare key", .notAKey), ("expected value, saw", .noValue),
    ("could not determine value type", .unknownValue),
    ("string: encountered end-of-file", .openText),
    ("control characters", .openText), ("parsing array: ", .openList),
    ("parsing inline table: ", .openTable), ("parsing date: ", .notADate),
    ("parsing time: ", .notADate), ("parsing date-time: ", .notADate),
  ]
}
