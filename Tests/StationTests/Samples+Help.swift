import Languages
import Scanning
import Settings

@testable import Station

extension OptionFault: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .needsFolder("--files")
    case .needsFolder: .needsFile("--config")
    case .needsFile: .needsDesk
    case .needsDesk: .emptyName
    case .emptyName: .needsSource
    case .needsSource: .needsFiles
    case .needsFiles: .both("--again", "--rest")
    case .both: .onlyOneFile("--report")
    case .onlyOneFile: .fileAndFolder
    case .fileAndFolder: .notOneOf("--first", "--by")
    case .notOneOf: .onlyName
    case .onlyName: .needs("--system", "--example")
    case .needs: .nameWithoutRestore
    case .nameWithoutRestore: .notOfArchive(["--unsaved", "--item"])
    case .notOfArchive: .onlyOfFolder(["--unsaved"])
    case .onlyOfFolder: .column("ITEM", fields: ["item"])
    case .column: .notADrawing
    case .notADrawing: .field("4711")
    case .field: .amount("4711")
    case .amount: .notAnAmount("4711", of: "--price")
    case .notAnAmount: .together("--course", "--grade")
    case .together: .needsTitle
    case .needsTitle: .decision("drop one.dat:4")
    case .decision: .nothingToChange
    case .nothingToChange: .notATable
    case .notATable: .needsReason
    case .needsReason: .notAPaper
    case .notAPaper: .notReportAndFile("4711")
    case .notReportAndFile: .notAPage
    case .notAPage: .labels("4711")
    case .labels: .skip(maximum: 4_711)
    case .skip: .onlyOfLabels(["--labels", "--skip"])
    case .onlyOfLabels: .notASlip
    case .notASlip: .notAPrinter("4711")
    case .notAPrinter: .zone("Europe/Pariss")
    case .zone: .group(4_711)
    case .group: .clockOffset(maximumHours: 4_711)
    case .clockOffset: .clockOffsetTooLarge(maximumHours: 4_711)
    case .clockOffsetTooLarge: nil
    }
  }
}

extension ParserFault: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    let option = "--files <dir>"
    return switch sample {
    case nil: .unknownOption("--flies", near: "--files")
    case .unknownOption(_, .some): .unknownOption("--flies", near: nil)
    case .unknownOption: .missingValue(of: option)
    case .missingValue: .unexpectedValue("4711", of: option)
    case .unexpectedValue: .unexpectedArguments(["4711"])
    case .unexpectedArguments(["4711"]): .unexpectedArguments(["1", "2"])
    case .unexpectedArguments: .missingArgument(option)
    case .missingArgument: .invalidValue("4711", of: option)
    case .invalidValue: .unknownValue("4711", of: option, known: ["a", "b"])
    case .unknownValue: .refusedValue("4711", of: option, reason: "Why.")
    case .refusedValue: .unknownShell("csh", known: ["bash", "zsh"])
    case .unknownShell(.some, _): .unknownShell(nil, known: ["bash", "zsh"])
    case .unknownShell: .noShell("-c")
    case .noShell: nil
    }
  }
}

extension TOMLFlaw: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .openHeader
    case .openHeader: .headerWithoutName
    case .headerWithoutName: .notAKey
    case .notAKey: .noEqualsSign
    case .noEqualsSign: .noValue
    case .noValue: .unknownValue
    case .unknownValue: .openText
    case .openText: .openList
    case .openList: .noElement
    case .noElement: .openTable
    case .openTable: .notADate
    case .notADate: .unknownEscape
    case .unknownEscape: .excess("ITEM")
    case .excess: .definedTwice("ITEM")
    case .definedTwice: .manyNames(maximum: 4_711)
    case .manyNames: .deep(maximum: 4_711)
    case .deep: .null
    case .null: .other("reason")
    case .other: nil
    }
  }
}

extension PatternFlaw: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .openParenthesis
    case .openParenthesis: .strayParenthesis
    case .strayParenthesis: .openBracket
    case .openBracket: .nothingToRepeat
    case .nothingToRepeat: .countsOutOfOrder
    case .countsOutOfOrder: .countTooLarge
    case .countTooLarge: .rangeOutOfOrder
    case .rangeOutOfOrder: .backslashAtEnd
    case .backslashAtEnd: .unknownEscape
    case .unknownEscape: .unknownGroup
    case .unknownGroup: .missingGroup
    case .missingGroup: .unknownClass
    case .unknownClass: .tooDeep
    case .tooDeep: .other("reason")
    case .other: nil
    }
  }
}

extension Samples {
  /// The commands of which the one sentence says all.
  private static let plainCommands: Set<Subcommand> = [
    .station, .save, .catalogueStatus, .catalogueFind, .catalogueItem,
    .catalogueBorrower, .fines, .copies, .borrowers,
  ]

  /// The words of `--help`, and of a wrong command line.
  mutating func addHelp() {
    add("var programAbstract: String { get }") { [$0.programAbstract] }
    add(
      "var programDiscussion: String { get }",
      naming: ["--files", "$OFFCIRC_CONFIG", "78"]
    ) { [$0.programDiscussion] }
    add("func abstract(of command: Subcommand) -> String") { words in
      Subcommand.allCases.map { words.abstract(of: $0) }
    }
    add("func discussion(of command: Subcommand) -> String") { words in
      Subcommand.allCases.filter { !Self.plainCommands.contains($0) }
        .map { words.discussion(of: $0) }
    }
    add("func help(for parameter: Parameter) -> String") { words in
      Parameter.allCases.map { words.help(for: $0) }
    }
    add("func name(of value: ValueName) -> String") { words in
      ValueName.allCases.map { words.name(of: $0) }
    }
    add("func sentence(_ error: OptionFault) -> String") { words in
      OptionFault.oneOfEach.map { words.sentence($0) }
    }
    add("func sentence(_ error: ParserFault) -> String") { words in
      ParserFault.oneOfEach.map { words.sentence($0) }
    }
    add("func text(_ text: ParserText) -> String") { words in
      ParserText.allCases.map { words.text($0) }
    }
    add(
      "func defaultValue(_ value: String) -> String", naming: ["4711"]
    ) { [$0.defaultValue("4711")] }
    add(
      "func seeMore(_ command: String) -> String",
      naming: ["offcirc kit --help"]
    ) { [$0.seeMore("offcirc kit --help")] }
    add(
      "func seeDetails(_ command: String) -> String", naming: ["offcirc help"]
    ) { [$0.seeDetails("offcirc help")] }
    add("func clause(_ issue: TOMLFlaw) -> String") { words in
      TOMLFlaw.oneOfEach.map { words.clause($0) }
    }
    add("func clause(_ issue: PatternFlaw) -> String") { words in
      PatternFlaw.oneOfEach.map { words.clause($0) }
    }
  }
}
