import Circulation
import FoundationEssentials

/// The format of a decision's line, for reading and writing.
///
/// ```
/// {"format":"OffCirc decisions","version":1}
/// {"check":"86a07253","act":"take-out","lines":[{"sequence":17,"station":…
/// ```
///
/// Each line is a JSON object followed by LF. The first names the format and
/// its version; every other is a decision (``CheckedLine``).
enum DecisionFormat {
  static let version = 1
  static let header = Array(
    "{\"format\":\"OffCirc decisions\",\"version\":\(version)}\n".utf8)

  private struct Header: Decodable {
    let format: String
    let version: Int
  }

  /// Returns the version in a first line; nil if it is not of decisions.
  static func version(in line: ArraySlice<UInt8>) -> Int? {
    // Any other object, or none, means that it is another file.
    let header = try? JSONDecoder().decode(Header.self, from: Data(line))
    return header?.format == "OffCirc decisions" ? header?.version : nil
  }

  /// Appends the line of a decision, LF included.
  ///
  /// - Throws: `EncodingError`.
  static func append(
    _ decision: Decision, to bytes: inout [UInt8]
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let object = try encoder.encode(DecisionObject(decision))
    CheckedLine.append(to: &bytes) { $0 += object.dropFirst() }
  }

  /// Parses the line of a decision, given without its LF; nil if it is damaged.
  static func decision(in line: ArraySlice<UInt8>) -> Decision? {
    guard let object = CheckedLine.object(in: line) else { return nil }
    // Any other object is reported as a damaged line.
    return try? JSONDecoder()
      .decode(DecisionObject.self, from: Data(object)).decision
  }
}

/// The JSON object of a decision.
private struct DecisionObject: Codable {
  /// A line by the sequence of its station, or by its number in a file.
  struct Line: Codable {
    var station: String?
    var sequence: Int?
    var file: String?
    var line: Int?

    init(_ name: LineName) {
      switch name.source {
      case .station(let station):
        (self.station, sequence) = (station, name.number)
      case .file(let sha256): (file, line) = (sha256, name.number)
      }
    }

    var name: LineName? {
      if let station, let sequence {
        return LineName(.station(station), sequence)
      }
      guard let file, let line else { return nil }
      return LineName(.file(sha256: file), line)
    }
  }

  var act: String
  var lines: [Line]?
  var number: String?
  var station: String?
  var file: String?
  var minutes: Int?
  var first: String?
  var undone: Int?
  var desk: String?
  var page: String?
  var box: Int?
  var who: String
  var when: String
  var why: String?

  enum CodingKeys: String, CodingKey {
    case act, lines, number, station, file, minutes, first, desk, page, box
    case undone = "decision"
    case who, when, why
  }

  init(_ decision: Decision) {
    who = decision.who
    when = decision.time.iso8601
    why = decision.reason
    let names = decision.act.lines.map(Line.init)
    lines = names.isEmpty ? nil : names
    switch decision.act {
    case .keep: act = "keep"
    case .takeOut: act = "take-out"
    case .swap: act = "swap"
    case .item(_, let item): (act, number) = ("item", item.text)
    case .borrower(_, let card): (act, number) = ("borrower", card.text)
    case .order: act = "order"
    case .undo(let number): (act, undone) = ("undo", number)
    case .desk(let source, let name):
      (act, desk) = ("desk", name)
      self.name(source)
    case .tick(let page, let box):
      (act, self.page, self.box) = ("tick", page, box)
    case .archive(let sha256): (act, file) = ("archive", sha256)
    case .shift(let source, let move):
      act = "shift"
      name(source)
      switch move {
      case .by(let minutes): self.minutes = minutes
      case .first(let time): first = String(time.iso8601.prefix(16))
      }
    }
  }

  private mutating func name(_ source: LineSource) {
    switch source {
    case .station(let id): station = id
    case .file(let sha256): file = sha256
    }
  }

  /// The decision; nil if the object's values are invalid.
  var decision: Decision? {
    guard
      let time = LocalTime(iso8601: Array(when.utf8).span), let decided
    else { return nil }
    return Decision(decided, by: who, at: time, reason: why)
  }

  private var decided: Decision.Act? {
    let names = (lines ?? []).compactMap(\.name)
    guard names.count == lines?.count ?? 0 else { return nil }
    let barcode = number.flatMap { try? Barcode($0) }
    return switch act {
    case "keep" where !names.isEmpty: .keep(names)
    case "take-out" where !names.isEmpty: .takeOut(names)
    case "swap" where !names.isEmpty: .swap(names)
    case "item" where !names.isEmpty: barcode.map { .item(names, $0) }
    case "borrower" where !names.isEmpty: barcode.map { .borrower(names, $0) }
    case "order" where names.count == 2: .order(names[0], names[1])
    case "undo": undone.map { .undo($0) }
    case "shift": shift
    case "desk":
      if let source, let desk { .desk(source, desk) } else { nil }
    case "tick":
      if let page, let box { .tick(page: page, box: box) } else { nil }
    case "archive": file.map { .archive(sha256: $0) }
    default: nil
    }
  }

  private var source: LineSource? {
    station.map(LineSource.station) ?? file.map { .file(sha256: $0) }
  }

  private var shift: Decision.Act? {
    let move =
      minutes.map(Redating.Move.by) ?? first?.minute.map { .first($0) }
    guard let source, let move else { return nil }
    return .shift(source, move)
  }
}
