import Circulation

/// A line of a station's file, as it was written and as decided.
package struct DecidedLine: Hashable, Sendable {
  /// The place of the line.
  package let place: FixedFile.Place
  /// The transaction that the station wrote; nil if the line is none.
  package let original: Transaction?
  /// The transaction as decided; nil if the line is none.
  package let transaction: Transaction?
  /// The beginning of the line as it was written, without its line end.
  package let text: String
  /// True if it was taken out.
  package let isOut: Bool
  /// True if one of its numbers was changed.
  package let isChanged: Bool
  /// True if its time was moved.
  package let isMoved: Bool
  /// The second of its time, from the station's journal; nil if it is not known
  /// or the time was moved.
  package let second: Int?

  private static let maximumLength = 256

  init(_ line: FixedFile.Line, of original: FixedFile.Line) {
    place = line.place
    self.original = original.transaction
    transaction = line.transaction
    let length = min(
      original.bytes.span.endBeforeLineEnd, Self.maximumLength)
    text = String(decoding: original.bytes.prefix(length), as: UTF8.self)
    isOut = line.isOut
    isChanged = line.isChanged
    isMoved = line.isMoved
    second = line.isMoved ? nil : original.second.map { Int($0) }
  }
}
