/// A label that a school gives to a status, as the settings write it: `3 = a
/// bit worn`.
package struct StatusLabel: Hashable, Sendable {
  /// The number of the status.
  package let id: Int
  /// The label.
  package let label: String

  /// The maximum length of a label in characters: it has to fit a line.
  package static let maximumLength = 30

  /// Parses `NUMBER = LABEL`.
  ///
  /// - Throws: ``StatusLabelFlaw``.
  package init(_ text: String) throws(StatusLabelFlaw) {
    guard
      let mark = text.firstIndex(of: "="),
      let id = Int(text[..<mark].filter { $0 != " " })
    else { throw .form(text) }
    let label = text[mark...].dropFirst().drop(while: \.isWhitespace)
    guard CopyStatus.ids.contains(id) else { throw .number(id) }
    guard let last = label.lastIndex(where: { !$0.isWhitespace }) else {
      throw .form(text)
    }
    self.id = id
    self.label = String(label[...last])
    guard !label.contains("/") else { throw .slash(self.label) }
    guard label.count <= Self.maximumLength else { throw .long(self.label) }
  }

  /// The label as the settings write it.
  package var text: String { "\(id) = \(label)" }
}

/// A reason to refuse the label of a status.
package enum StatusLabelFlaw: Error, Hashable, Sendable {
  /// It is not a number, an equals sign and a label.
  case form(String)
  /// There is no status with this number.
  case number(Int)
  /// A label has a slash, at which PMB-Manuels cuts its letters.
  case slash(String)
  /// A label is too long.
  case long(String)
  /// Two statuses have the same number, or the same label.
  case repeated(String)
}
