import Circulation
import Offload
import Scanning
import Settings
import Station
import Typesetting

extension English {
  func sentence(_ error: SettingsError) -> String {
    switch error {
    case .unreadable(let error): sentence(error)
    case .tooLarge(let maximum):
      "the file is too large for settings (over \(maximum / 1_000) KB). Give the right one with --config."
    case .notUTF8: "not UTF-8 text. Save the file as UTF-8."
    case .notTOML(let issue):
      "not valid TOML (\(clause(issue))). Correct it. For an example, run offcirc settings --example."
    case .strayBackslash:
      "a backslash has a special meaning in double quotes. Write patterns in single quotes: '^\\d{11}$'."
    case .notChangeable:
      "OffCirc cannot edit the file as it is written. Edit it by hand."
    case .unknownSection(let near?):
      "there is no such section. Did you mean [\(near.rawValue)]?"
    case .unknownSection(nil):
      "there is no such section. Use \(either(SettingsSection.allCases))."
    case .notASection:
      "this must be a section. Write its name in brackets on its own line, and its keys below."
    case .unknownKey(let near?):
      "there is no such key. Did you mean \(near.rawValue)?"
    case .unknownKey(nil):
      "there is no such key. For all keys, run offcirc settings --example."
    case .misplacedKey(let sections):
      "this key is in the wrong section. Move it to \(either(sections))."
    case .wrongType(let value, let kind):
      "invalid value \(value.quotable). Use \(name(of: kind))."
    case .unknownWord(let word, _, let near?):
      "unknown value \"\(word.quotable)\". Did you mean \"\(near)\"?"
    case .unknownWord(let word, let known, nil):
      "unknown value \"\(word.quotable)\". Use \(either(known))."
    case .pattern(let pattern, let error):
      "the pattern \(pattern.quotable) \(clause(error))"
    case .tooManyPatterns(let maximum):
      "there are more than \(maximum) patterns. Join some of them with |."
    case .statusLabel(let flaw): clause(flaw)
    case .chargeRule(let flaw): clause(flaw)
    case .deadLink(let path, let target):
      "cannot read the settings: \(path.printable) is a link to \(target.printable), which does not exist. Connect its drive, or remove the link."
    case .outOfRange(let number, let range):
      "\(number) is too \(number < range.lowerBound ? "small" : "large"). Use a number from \(range.lowerBound) to \(range.upperBound)."
    case .empty: "the value is empty. Write one, or remove the key."
    case .controlCharacter(let text):
      "\(text.quotable) contains an invisible character. Remove it. If you wrote a backslash, use single quotes."
    case .otherHome(let path):
      "\(path.quotable) is in the home folder of another user. Write the absolute path."
    }
  }

  private func either(_ sections: [SettingsSection]) -> String {
    counting.list(sections.map { "[\($0.rawValue)]" }, .or)
  }

  private func either(_ words: [String]) -> String {
    counting.list(words.map { "\"\($0)\"" }, .or)
  }

  private func clause(_ error: PatternError) -> String {
    switch error {
    case .notUnderstood(let issue, let place):
      "is not valid (\(clause(issue)), at character \(place)). Correct it, or remove it."
    case .tooLong(let byteCount, let maximum):
      "is too long: \(byteCount) bytes, the maximum is \(maximum). Shorten it."
    case .tooCostly:
      "takes too long with some numbers. Avoid a repetition inside a repetition."
    }
  }

  func moreIssues(_ count: Int) -> String {
    "\(counting(count, "more setting")) \(counting.form(of: count, "is", "are")) wrong."
  }

  func patternsLeftOut(others count: Int) -> String {
    let rest = count == 0 ? "" : " and \(counting(count, "other"))"
    return "Until then, the station ignores it\(rest)."
  }

  func costly(_ pattern: Pattern) -> String {
    "the pattern \(pattern.text.quotable) took too long with a scan. Avoid a repetition inside a repetition."
  }

  // MARK: Values

  func place(_ line: Int, of file: String) -> String {
    "\(file.printable), line \(line)"
  }

  func name(of kind: SettingsKey.ValueType) -> String {
    switch kind {
    case .text: "text in quotes"
    case .folder: "the path of a folder, in quotes"
    case .file: "the path of a file, in quotes"
    case .word(let words): either(words)
    case .words(let words): "a list of \(either(words))"
    case .day: "a date, such as \"2026-12-18\""
    case .dayCounts:
      "a list of names with their days, such as [\"DVD = 7\"]"
    case .statusLabels:
      "a list of numbers with labels, such as [\"3 = a bit worn\"]"
    case .letters: "one to four letters, such as \"M\""
    case .courses:
      "a list of courses with two digits, such as [\"French = 10\"]"
    case .chargeRules: "a list of rules, such as [\"1-2 -> 3 = fee\"]"
    case .fee: "a share such as \"1/3\", an amount such as \"8.30\", or \"ask\""
    case .money: "an amount in quotes, such as \"8.30\""
    case .printer:
      "the path of a printer, or \"cups:NAME\""
    case .texts: "a list of texts, in double quotes"
    case .columns: "a list of columns, each as \"field=name\""
    case .patterns: "a list of patterns, in single quotes"
    case .numbers(let range):
      "a list of numbers from \(range.lowerBound) to \(range.upperBound)"
    case .number(let range):
      "a number from \(range.lowerBound) to \(range.upperBound)"
    case .boolean: "true or false"
    }
  }

  func takes(_ kind: String) -> String { "Value: \(kind)." }
}
