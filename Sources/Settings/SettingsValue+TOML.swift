// The only file that uses the TOML library.
import TOMLKit

/// An error: a text is not valid TOML.
struct SyntaxError: Error {
  /// The line number, from 1.
  let line: Int
  let issue: TOMLFlaw
}

extension SettingsValue {
  /// Parses TOML text as a table.
  ///
  /// - Throws: ``SyntaxError``.
  init(parsing text: String) throws(SyntaxError) {
    // The library takes C strings: it would ignore text after a NUL.
    if let end = text.utf8.firstIndex(of: 0) {
      let lines = text.utf8[..<end].split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      throw SyntaxError(line: lines.count, issue: .null)
    }
    do {
      self.init(try TOMLTable(string: text))
    } catch let error as TOMLParseError {
      throw SyntaxError(
        line: error.source.begin.line,
        issue: TOMLFlaw(message: error.description))
    } catch {
      throw SyntaxError(line: 1, issue: .other("\(error)"))
    }
  }

  private init(_ value: some TOMLValueConvertible) {
    if let table = value.table {
      let pairs = table.map { ($0.0, Self(any: $0.1)) }
      self = .table(Dictionary(pairs) { first, _ in first })
    } else if let array = value.array {
      self = .array(array.map { Self(any: $0) })
    } else if let text = value.string {
      self = .string(text)
    } else if let number = value.int {
      self = .integer(number)
    } else if let truth = value.bool {
      self = .boolean(truth)
    } else {
      self = .other(value.debugDescription)
    }
  }

  private init(any value: any TOMLValueConvertible) {
    self.init(value)
  }
}
