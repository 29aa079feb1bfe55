import ArgumentParser
import Circulation
import Languages
import Offload

/// A decision as it is written on the command line, such as
/// `take-out one.dat:4`.
struct DecisionText {
  /// Lines of a file: `FILE:4` or `FILE:4-9`.
  struct Place {
    let path: String
    let lines: ClosedRange<Int>

    init?(_ text: Substring) {
      guard
        let sign = text.lastIndex(of: ":"), sign > text.startIndex,
        let range = LineRange(
          argument: String(text[text.index(after: sign)...]))
      else { return nil }
      path = String(text[..<sign])
      lines = range.numbers
    }
  }

  private enum Form {
    case lines(Place, ([LineName]) -> Decision.Act)
    case order(Place, Place)
    case shift(path: String, Redating.Move)
    case undo(Int)
  }

  private let form: Form

  /// Parses a decision.
  ///
  /// - Throws: `ValidationError`.
  init(argument: String) throws {
    guard let form = Self.form(of: argument.trimmingWhitespace) else {
      throw ValidationError(.decision(argument))
    }
    self.form = form
  }

  private static func form(of text: String) -> Form? {
    // The name of a file may have spaces: the act is the first word, and a
    // number the last.
    guard let space = text.firstIndex(of: " ") else { return nil }
    let rest = text[text.index(after: space)...]
    let end = rest.lastIndex(of: " ")
    let (before, last) = (
      end.map { rest[..<$0] }, end.map { rest[rest.index(after: $0)...] }
    )
    let number = last.flatMap { try? Barcode(String($0)) }
    switch text[..<space] {
    case "keep": return Place(rest).map { .lines($0) { .keep($0) } }
    case "take-out": return Place(rest).map { .lines($0) { .takeOut($0) } }
    case "swap": return Place(rest).map { .lines($0) { .swap($0) } }
    case "item":
      guard let number else { return nil }
      return before.flatMap(Place.init).map { .lines($0) { .item($0, number) } }
    case "borrower":
      guard let number else { return nil }
      return before.flatMap(Place.init).map {
        .lines($0) { .borrower($0, number) }
      }
    case "order":
      guard
        let first = before.flatMap(Place.init), first.lines.count == 1,
        let second = last.flatMap(Place.init), second.lines.count == 1
      else { return nil }
      return .order(first, second)
    case "shift":
      guard let before, let move = last.flatMap(Redating.Move.init) else {
        return nil
      }
      return .shift(path: String(before), move)
    case "undo": return Int(rest).map { .undo($0) }
    default: return nil
    }
  }

  /// Returns the act, with the names of its lines.
  ///
  /// - Throws: `ExitCode`, after reporting it, if a file or a line is not there.
  func act(in fix: Fix, _ words: any Words) throws -> Decision.Act {
    func file(_ path: String) throws -> Int {
      guard let file = fix.files.firstIndex(where: { $0.path == path }) else {
        printError(words.notGiven(path))
        throw ExitCode.someRefused
      }
      return file
    }
    func names(_ place: Place) throws -> [LineName] {
      let file = try file(place.path)
      var names: [LineName] = []
      for number in place.lines {
        guard let name = fix.name(ofLine: number, in: file) else {
          printError(words.noLine(number, of: place.path))
          throw ExitCode.someRefused
        }
        names.append(name)
      }
      return names
    }
    switch form {
    case .lines(let place, let act): return act(try names(place))
    case .order(let first, let second):
      return .order(try names(first)[0], try names(second)[0])
    case .shift(let path, let move):
      return .shift(fix.source(of: try file(path)), move)
    case .undo(let number): return .undo(number)
    }
  }
}

extension Redating.Move {
  /// Parses `±HH:MM`, or a date with time for the first line.
  fileprivate init?(_ text: Substring) {
    if let shift = TimeShift(argument: String(text)) {
      self = .by(minutes: shift.seconds / 60)
    } else if let first = Since(argument: String(text)) {
      self = .first(first.time)
    } else {
      return nil
    }
  }
}
