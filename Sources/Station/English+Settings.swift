import Circulation
import Offload
import Scanning
import Settings

// What the settings say, and what is wrong with them.
extension English {
  func sentence(_ fault: SettingsFault) -> String {
    switch fault {
    case .unreadable(let failure): sentence(failure)
    case .tooLarge(let most):
      "it has more than \(most / 1_000) KB, which no settings have. Name the right file with --config."
    case .notUTF8: "this is no text in UTF-8. Save the file anew as UTF-8."
    case .notTOML(let reason):
      "this is no TOML (\(reason.printable)). Correct it; offcirc settings --example shows how it is written."
    case .strayBackslash:
      "a backslash has a meaning of its own in double quotes. Write patterns in single quotes: '^\\d{11}$'."
    case .notChangeable:
      "the file is written in a way that can't be changed here. Change it by hand."
    case .unknownSection(let near?):
      "there is no such section. Did you mean [\(near.rawValue)]?"
    case .unknownSection(nil):
      "there is no such section. Take one of \(Self.list(SettingsSection.allCases.map { "[\($0.rawValue)]" }))."
    case .notASection:
      "this is to be a section. Write its name in brackets on a line of its own, and its keys below."
    case .unknownKey(let near?):
      "there is no such key. Did you mean \(near.rawValue)?"
    case .unknownKey(nil):
      "there is no such key. offcirc settings --example shows all of them."
    case .misplacedKey(let sections):
      "this key is in the wrong place. Move it below \(Self.list(sections.map { "[\($0.rawValue)]" }))."
    case .wrongType(let value, let kind):
      "\(value.quotable) is not what it takes. Write \(name(of: kind))."
    case .unknownWord(let word, _, let near?):
      "\"\(word.quotable)\" is none of its words. Did you mean \"\(near)\"?"
    case .unknownWord(let word, let known, nil):
      "\"\(word.quotable)\" is none of its words. Write \(Self.list(known.map { "\"\($0)\"" }))."
    case .pattern(let pattern, let fault):
      "the pattern \(pattern.quotable) \(clause(fault))"
    case .tooManyPatterns(let most):
      "there are more than \(most) patterns. Join some of them with |."
    case .deadLink(let path, let target):
      "the settings can't be read: \(path.printable) is a link to \(target.printable), which is not there. Connect its drive, or remove the link."
    case .outOfRange(let number, let range):
      "\(number) is too \(number < range.lowerBound ? "small" : "large"). Write a number from \(range.lowerBound) to \(range.upperBound)."
    case .empty: "this is empty. Write a value, or take it out."
    case .controlCharacter(let text):
      "\(text.quotable) has a character that can't be seen. Take it out; if you wrote a backslash, use single quotes instead of double ones."
    case .otherHome(let path):
      "\(path.quotable) is in the home of another user. Write the whole path."
    }
  }

  private func clause(_ fault: Pattern.Fault) -> String {
    switch fault {
    case .notUnderstood(let reason, let place):
      "can't be understood (\(reason.printable), at character \(place)). Correct it, or take it out."
    case .tooLong(let byteCount, let most):
      "has \(byteCount) bytes; a pattern may have \(most). Shorten it."
    case .tooCostly:
      "takes too long with some numbers. Write it without a repetition inside a repetition."
    }
  }

  func sentence(_ name: UnusableName) -> String {
    switch name {
    case .argument(let name):
      "the argument \(name.printable) is not text in UTF-8. Rename what it names, and use the new name."
    case .variable(let variable, let name):
      "$\(variable) is not text in UTF-8: \(name.printable). Set it to a name that is."
    case .home(let name):
      "the name of your home is not text in UTF-8: \(name.printable). Set $HOME to a folder whose name is."
    case .currentFolder(let name):
      "the name of the current folder is not text in UTF-8: \(name.printable). Go to another folder, and name whole paths."
    }
  }

  func moreProblems(_ count: Int) -> String {
    count == 1
      ? "1 more setting is wrong." : "\(count) more settings are wrong."
  }

  func patternsLeftOut(others count: Int) -> String {
    switch count {
    case 0: "Until then no number is compared with it."
    case 1: "Until then no number is compared with it, nor with 1 other."
    default:
      "Until then no number is compared with it, nor with \(count) others."
    }
  }

  func costly(_ pattern: Pattern) -> String {
    "the pattern \(pattern.text.quotable) took too long with a scan. Write it without a repetition inside a repetition."
  }
}
