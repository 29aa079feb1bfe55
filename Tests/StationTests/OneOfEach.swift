import Circulation
import Glibc
import Offload
import Scanning
import Settings
import Terminal
import Textbooks

@testable import Languages
@testable import Station

/// A type that can give one value of each of its cases, whatever they carry.
///
/// Its ``sample(after:)`` is a switch without a default: a new case does not
/// compile until it has a sample.
protocol OneOfEach {
  /// The next sample; nil after the last.
  static func sample(after sample: Self?) -> Self?
}

extension OneOfEach {
  static var oneOfEach: [Self] {
    Array(
      sequence(state: Self?.none) { last in
        last = sample(after: last)
        return last
      })
  }
}

// MARK: The ground floor

extension FileError.Operation: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .createFolder
    case .createFolder: .open
    case .open: .read
    case .read: .write
    case .write: .synchronize
    case .synchronize: .truncate
    case .truncate: .replace
    case .replace: .remove
    case .remove: .recognize
    case .recognize: .lock
    case .lock: .noteSave
    case .noteSave: nil
    }
  }
}

extension CirculationError: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    let path = Value.path
    return switch sample {
    case nil: .folderHeld(path: path, by: nil)
    case .folderHeld: .newerJournal(path: path, version: 4_711)
    case .newerJournal:
      .newerEvent(path: path, line: 4_711, event: "condition")
    case .newerEvent: .notAJournal(path: path)
    case .notAJournal: .exercise(path: path)
    case .exercise: .borrowersErased(path: path)
    case .borrowersErased: .noJournal(path: path)
    case .noJournal: .severalJournals(paths: [path])
    case .severalJournals: .inTheWay(path: path)
    case .inTheWay: .noBorrower
    case .noBorrower: .itemIsBorrower(Value.card)
    case .itemIsBorrower: .returnHasNoBorrower(item: Value.item)
    case .returnHasNoBorrower: .notInList(sequence: 4_711)
    case .notInList: .clockBeyondFiles
    case .clockBeyondFiles: .numbersUsedUp(path: path, last: 4_711)
    case .numbersUsedUp: .notReturned(item: Value.item)
    case .notReturned: .notAStatus("VALUE")
    case .notAStatus: .notAnAmount(cents: -4_711)
    case .notAnAmount: .reasonTooLong(bytes: 4_711, maximum: 900)
    case .reasonTooLong: nil
    }
  }
}

extension BarcodeError.Reason: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .empty
    case .empty: .tooLong(columns: 4_711)
    case .tooLong: .character("é", column: 4_711)
    case .character: .outerSpace
    case .outerSpace: .exercise
    case .exercise: nil
    }
  }
}

extension DataFormat.LineError: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .empty
    case .empty: .tooShort(columns: 9)
    case .tooShort: .time
    case .time: .operation
    case .operation: .item(.late(column: 15))
    case .item(.late): .item(.character(column: 26))
    case .item(.character): .item(.tooLong(columns: 81))
    case .item(.tooLong): .noBorrower
    case .noBorrower: .borrower(.late(column: 95))
    case .borrower(.late): .borrower(.character(column: 95))
    case .borrower(.character): .borrower(.tooLong(columns: 81))
    case .borrower(.tooLong): .afterReturn
    case .afterReturn: nil
    }
  }
}

extension ClockWarning: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .beforeLastEvent(Value.later)
    case .beforeLastEvent: .longAfterLastEvent(Value.time)
    case .longAfterLastEvent: .beforeRelease(Value.later)
    case .beforeRelease: nil
    }
  }
}

extension CopyWarning: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .lost(Value.failure)
    case .lost: .late
    case .late: .onSameDisk
    case .onSameDisk: .setAside(path: Value.path)
    case .setAside: nil
    }
  }
}

extension Desk.ItemWarning: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .lentToAnother(Value.loan)
    case .lentToAnother:
      .lentElsewhere(
        Neighbours.Line(at: "Desk 2", Value.loan), today: Value.time)
    case .lentElsewhere: .justLent(Value.loan)
    case .justLent: nil
    }
  }
}

extension JournalVoid: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .missing
    case .missing: .empty
    case .empty: .space
    case .space: .zeros
    case .zeros: nil
    }
  }
}

extension JournalTrace: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .dataFile
    case .dataFile: .archive
    case .archive: .copy(path: Value.path)
    case .copy: .lock
    case .lock: .ledger(path: Value.path)
    case .ledger: nil
    }
  }
}

extension Repair: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .lockMade
    case .lockMade: .journalMade
    case .journalMade: .journalMoved(code: EIO)
    case .journalMoved: .tornLineCut(byteCount: 4_711)
    case .tornLineCut: .zerosCut(byteCount: 4_711, keptAs: "ITEM")
    case .zerosCut: .eventsGone(count: 4_711)
    case .eventsGone: .journalBegun(.empty, keptAs: "ITEM")
    case .journalBegun(_, .some): .journalBegun(.missing, keptAs: nil)
    case .journalBegun: nil
    }
  }
}

// MARK: Scanners and settings

extension NumberRules.Warning: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .pattern
    case .pattern: .undecided(Value.pattern)
    case .undecided: .length(4)
    case .length: .leadingZero
    case .leadingZero: .slash
    case .slash: .checkDigit
    case .checkDigit: nil
    }
  }
}

extension SeenNumbers.Warning: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .isOther
    case .isOther: .looksLikeOther
    case .looksLikeOther: .looksUnlike
    case .looksUnlike: .spelling(.capitals, of: "CARD", .item)
    case .spelling(.capitals, _, _): .spelling(.blanks, of: "CARD", .item)
    case .spelling: .twoNumbers("CARD", "4711")
    case .twoNumbers: nil
    }
  }
}

extension Burst.End: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .enter
    case .enter: .silence
    case .silence: nil
    }
  }
}

extension Diagnosis.Finding: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .end(nil)
    case .end(nil): .end(.enter)
    case .end: .medianInterval(4_711)
    case .medianInterval: .envelope(.code39)
    case .envelope: .frame(.text)
    case .frame: .altCodes
    case .altCodes: .layout(.frenchPC)
    case .layout: .capitals
    case .capitals: .unchanged
    case .unchanged: .unexplained(arrived: "ITEM", printed: "CARD")
    case .unexplained: .checkDigit(.item)
    case .checkDigit: .alike
    case .alike: .tooShort("T1", minimum: 6)
    case .tooShort: nil
    }
  }
}

extension SettingsKey.ValueType: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .text
    case .text: .folder
    case .folder: .file
    case .file: .word(["one", "other"])
    case .word: .words(["one", "other"])
    case .words: .texts
    case .texts: .printer
    case .printer: .columns
    case .columns: .day
    case .day: .dayCounts
    case .dayCounts: .statusLabels
    case .statusLabels: .letters
    case .letters: .courses
    case .courses: .chargeRules
    case .chargeRules: .fee
    case .fee: .money
    case .money: .patterns
    case .patterns: .numbers(1...80)
    case .numbers: .number(0...60)
    case .number: .boolean
    case .boolean: nil
    }
  }
}

extension SettingsError: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .unreadable(Value.failure)
    case .unreadable: .deadLink(Value.path, to: "/files/y")
    case .deadLink: .tooLarge(maximum: 4_711)
    case .tooLarge: .notUTF8
    case .notUTF8: .notTOML(.noValue)
    case .notTOML: .strayBackslash
    case .strayBackslash: .notChangeable
    case .notChangeable: .unknownSection(near: .item)
    case .unknownSection: .notASection
    case .notASection: .unknownKey(near: .lengths)
    case .unknownKey: .misplacedKey(into: [.item, .borrower])
    case .misplacedKey: .wrongType("ITEM", type: .boolean)
    case .wrongType: .unknownWord("ITEM", known: ["a", "b"], near: "a")
    case .unknownWord:
      .pattern("ITEM", .notUnderstood(.openBracket, place: 4_711))
    case .pattern(_, .notUnderstood):
      .pattern("ITEM", .tooLong(byteCount: 4_711, maximum: 500))
    case .pattern(_, .tooLong): .pattern("ITEM", .tooCostly)
    case .pattern(_, .tooCostly): .tooManyPatterns(maximum: 4_711)
    case .tooManyPatterns: .statusLabel(.slash("ITEM"))
    case .statusLabel: .chargeRule(.charge("ITEM"))
    case .chargeRule: .outOfRange(4_711, 1...80)
    case .outOfRange: .empty
    case .empty: .controlCharacter("ITEM")
    case .controlCharacter: .otherHome("ITEM")
    case .otherHome: nil
    }
  }
}

// MARK: The terminal

extension TerminalError: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .notATerminal(.input)
    case .notATerminal(.input): .notATerminal(.output)
    case .notATerminal(.output): .unknownKind("4711")
    case .unknownKind: nil
    }
  }
}

extension Key: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .character("x")
    case .character: .control("s")
    case .control: .alt("e")
    case .alt: .function(2)
    case .function: .enter
    case .enter: .tab
    case .tab: .backTab
    case .backTab: .escape
    case .escape: .backspace
    case .backspace: .delete
    case .delete: .left
    case .left: .right
    case .right: .up
    case .up: .down
    case .down: .home
    case .home: .end
    case .end: .pageUp
    case .pageUp: .pageDown
    case .pageDown: .unknown
    case .unknown: nil
    }
  }
}

extension UnusableName: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .argument("4711")
    case .argument: .variable("HOME", "4711")
    case .variable: .home("4711")
    case .home: .currentFolder("4711")
    case .currentFolder: nil
    }
  }
}
