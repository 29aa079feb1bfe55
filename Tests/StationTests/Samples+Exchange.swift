import Circulation
import Languages

@testable import Exchange
@testable import Station

extension LineFault: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .empty
    case .empty: .tooLong
    case .tooLong: .innerReturn
    case .innerReturn: .time
    case .time: .fields(found: 7, expected: 6)
    case .fields: .emptyNumber
    case .emptyNumber: .controlCharacter
    case .controlCharacter: .noBorrower
    case .noBorrower: .noItem
    case .noItem: .dataFile(.operation)
    case .dataFile: .command("Issue")
    case .command: .amount
    case .amount: .notJSON
    case .notJSON: .notAnObject
    case .notAnObject: .bareNumber
    case .bareNumber: .inventory
    case .inventory: .noDue
    case .noDue: .group
    case .group: .prefix
    case .prefix: .innerBlank
    case .innerBlank: .code("%C999Z")
    case .code: .resources
    case .resources: .beforeCode
    case .beforeCode: .borrowerWithoutItems
    case .borrowerWithoutItems: .blockWithoutBorrower
    case .blockWithoutBorrower: .nearHead
    case .nearHead: .zero
    case .zero: nil
    }
  }
}

extension FileNotice: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .byteOrderMark
    case .byteOrderMark: .notUTF8
    case .notUTF8: .noVersion
    case .noVersion: .version("2.0")
    case .version: .name
    case .name: .outerBlanks(line: 4_711)
    case .outerBlanks: .dueDate(line: 4_711)
    case .dueDate: nil
    }
  }
}

extension Loss: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .leftOut(.payment)
    case .leftOut(.payment): .leftOut(.letters)
    case .leftOut: .renewals
    case .renewals: .dueDates
    case .dueDates: .secondsMadeUp
    case .secondsMadeUp: .minutesPassed
    case .minutesPassed: .seconds
    case .seconds: .times
    case .times: .timeGiven
    case .timeGiven: .takenAsLocal
    case .takenAsLocal: .moved(seconds: 5_400)
    case .moved: .hourTwice(day: 20_751)
    case .hourTwice: .hourMissing(day: 20_541)
    case .hourMissing: .returnTimes
    case .returnTimes: .twice
    case .twice: .order
    case .order: nil
    }
  }
}

extension ConversionError: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    let path = Value.path
    return switch sample {
    case nil: .unknownFormat(path: path)
    case .unknownFormat: .needsTime(path: path)
    case .needsTime: .needsDue(path: path, line: 4_711)
    case .needsDue: .needsDues
    case .needsDues: .needsGroup
    case .needsGroup: .name(path: path)
    case .name: .inTheWay(path: path)
    case .inTheWay: .noRows
    case .noRows: .losses(Value.conversion)
    case .losses: .notReadBack(path: path)
    case .notReadBack: nil
    }
  }
}

extension Samples {
  /// What is said of other systems' files.
  mutating func addExchange() {
    add(
      "func recognized(_ notes: FileNotes, as path: String) -> String",
      naming: [Value.path, "Koha"]
    ) { [$0.recognized(Value.notes, as: Value.path)] }
    add(
      "func sentence(_ notice: FileNotice, of path: String) -> String",
      naming: [Value.path]
    ) { words in
      FileNotice.oneOfEach.map { words.sentence($0, of: Value.path) }
    }
    add("func sentence(_ fault: LineFault) -> String") { words in
      LineFault.oneOfEach.map { words.sentence($0) }
    }
    add("func moreFaults(_ count: Int) -> String", naming: ["2"]) {
      [$0.moreFaults(2)]
    }
    add(
      """
      func sentence(_ loss: Losses.Entry, of paths: [String], in zone: String) \
      -> String
      """, naming: ["4711"]
    ) { words in
      let kinds = Loss.oneOfEach + LeftOutReason.allCases.map(Loss.leftOut)
      return kinds.flatMap { Value.losses($0).all }.map {
        words.sentence($0, of: [Value.path], in: "Europe/Paris")
      }
    }
    add(
      """
      func converted(_ file: ConversionReport.WrittenFile, for format: \
      ExchangeFormat) -> String
      """, naming: [Value.path]
    ) { words in
      ExchangeFormat.allCases.map { format in
        words.converted(
          ConversionReport.WrittenFile(
            path: Value.path, rowCount: 2,
            day: format.hasTimes ? nil : Value.time), for: format)
      }
    }
    add("func balance(_ report: ConversionReport) -> String") {
      [$0.balance(Value.conversion), $0.balance(ConversionReport())]
    }
    add("func sentence(_ error: ConversionError) -> String") { words in
      ConversionError.oneOfEach.map { words.sentence($0) }
    }
  }
}

extension Value {
  fileprivate static let notes: FileNotes = {
    var notes = FileNotes(.koha)
    notes.generator = "kocDesktop"
    notes.lineCount = 4_711
    return notes
  }()

  fileprivate static func losses(_ loss: Loss) -> Losses {
    var losses = Losses()
    losses.add(loss, RowPlace(file: 0, line: 4_711))
    return losses
  }

  fileprivate static let conversion: ConversionReport = {
    var report = ConversionReport()
    report.readCount = 3
    report.writtenCount = 2
    report.losses = losses(.leftOut(.payment))
    report.faults.add(.empty, RowPlace(file: 0, line: 5))
    return report
  }()
}
