import Circulation
import Seeded
import Testing

@testable import Exchange

/// Random rows of each format, converted to each: what comes out is what went
/// in, but for the losses that the two formats allow.
struct RoundTripTests {
  struct Pair: CustomTestStringConvertible, Sendable {
    let source: ExchangeFormat
    let target: ExchangeFormat

    var testDescription: String { "\(source) to \(target)" }
  }

  static let pairs = ExchangeFormat.allCases.flatMap { source in
    ExchangeFormat.allCases.map { Pair(source: source, target: $0) }
  }

  private static let rounds: UInt64 = 8
  private static let rowCount = 60

  @Test(arguments: pairs)
  func noRowIsLostWithoutAWord(_ pair: Pair) throws {
    for seed in 0..<Self.rounds {
      var random = SeededGenerator(seed: seed)
      let entries = random.entries(Self.rowCount, of: pair.source)
      try check(entries, pair, "seed \(seed)")
    }
  }

  private func check(
    _ entries: [Entry], _ pair: Pair, _ comment: Comment
  ) throws {
    let desk = Converting()
    let path = desk.place(entries, of: pair.source, as: "rdy-old")
    var options = ConversionOptions(
      zone: .paris, group: 777, acceptsLosses: true)
    let day = LocalTime(year: 2026, month: 11, day: 25, hour: 8, minute: 0)
    if !pair.source.hasTimes { options.time = day }
    options.due = .fixed(try #require(day))
    let report = try Conversion(
      of: [path], from: pair.source, to: pair.target, options,
      fileSystem: desk.disk
    ).write(to: "/desk/rdy-new")

    let kept = entries.filter { $0.isKept(by: pair.target) }
    #expect(report.faults.count == 0, comment)
    #expect(report.readCount == entries.count, comment)
    #expect(report.writtenCount == kept.count, comment)
    #expect(
      report.losses.leftOutCount == entries.count - kept.count, comment)
    for loss in report.losses.all {
      #expect(loss.loss.isAllowed(pair), "\(comment), \(loss.loss)")
    }
    var found: [Entry] = []
    for file in report.written {
      let bytes = try #require(desk.disk[file.path])
      let read = try OfflineFile(bytes, as: pair.target)
      #expect(read.faults == [:], comment)
      #expect(read.notes.notices == [], comment)
      found += read.entries
    }
    let expected = kept.map { $0.plain(for: pair.target) }
    if pair.target == .pmb {
      // A file has each item once; the order of each item is kept.
      for item in Set(expected.compactMap(\.item)) {
        func acts(_ entries: [Entry]) -> [Entry.Act] {
          entries.filter {
            $0.item?.lowercased() == item.lowercased()
          }.map(\.act)
        }
        #expect(acts(found) == acts(expected), comment)
      }
    } else {
      #expect(found.map(\.act) == expected.map(\.act), comment)
    }
    guard pair.source.hasTimes, pair.target.hasTimes else { return }
    try checkTimes(of: found, kept, pair, comment)
  }

  private func checkTimes(
    of found: [Entry], _ kept: [Entry], _ pair: Pair, _ comment: Comment
  ) throws {
    var last = Int64.min
    for (new, old) in zip(found, kept) {
      let (new, old) = (try #require(new.moment), try #require(old.moment))
      // All are of November.
      let source = old.wall - Int64(old.offset ?? 3_600)
      let target = new.wall - Int64(new.offset ?? 3_600)
      if pair.target.hasSeconds {
        last = max(source, last == .min ? source : last + 1)
        #expect(target == last, comment)
      } else {
        #expect(target == source - source.modulus(60), comment)
      }
    }
  }
}

extension Entry {
  /// True if a system takes the row, by its published rules.
  fileprivate func isKept(by target: ExchangeFormat) -> Bool {
    switch act {
    case .payment(_, let cents):
      guard target == .koha, cents > 0 else { return false }
    case .renewal(_, let borrower):
      guard borrower != nil || target == .evergreen else { return false }
    case .inHouseUse(_, let count), .uncatalogued(_, _, let count):
      guard target == .evergreen, count <= 99 else { return false }
    case .registration: return target == .evergreen
    case .loan, .return: break
    }
    let numbers = [item, borrower].compactMap(\.self)
    switch target {
    case .alma, .evergreen, .sierra, .pmb:
      guard numbers.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x7f } }) else {
        return false
      }
    case .koha:
      return item?.count ?? 0 <= 20 && borrower?.count ?? 0 <= 32
    case .destiny: break
    }
    switch target {
    case .sierra:
      return numbers.allSatisfy { !$0.contains(":") && !$0.contains(" ") }
    case .destiny:
      return numbers.allSatisfy { !$0.hasPrefix("%") && !$0.contains(" ") }
    case .pmb: return !numbers.contains("0")
    case .alma, .koha, .evergreen: return true
    }
  }

  /// The row as it should come out.
  fileprivate func plain(for target: ExchangeFormat) -> Entry {
    if case .renewal(let item, let borrower?) = act, target != .evergreen {
      return Entry(.loan(item: item, borrower: borrower))
    }
    return self
  }
}

extension Loss {
  /// True if the formats of a pair allow it.
  fileprivate func isAllowed(_ pair: RoundTripTests.Pair) -> Bool {
    let (source, target) = (pair.source, pair.target)
    let isTimed = source.hasTimes && target.hasTimes
    return switch self {
    case .leftOut, .twice: true
    case .renewals: source == .evergreen && target != .evergreen
    case .dueDates: source.hasDueDates && !target.hasDueDates
    case .secondsMadeUp, .minutesPassed: target.hasSeconds
    case .seconds: isTimed && source.hasSeconds && !target.hasSeconds
    case .times: source.hasTimes && !target.hasTimes
    case .timeGiven: !source.hasTimes && target.hasTimes
    case .takenAsLocal: source != .evergreen && target == .evergreen
    case .moved: source == .evergreen && target != .evergreen
    case .returnTimes: target == .evergreen
    case .hourTwice, .hourMissing, .order: false
    }
  }
}

extension SeededGenerator {
  /// Returns random rows, in order, as a format can hold them.
  fileprivate mutating func entries(
    _ count: Int, of format: ExchangeFormat
  ) -> [Entry] {
    // 25 November 2026, 08:00 in Paris.
    var instant: Int64 = 1_795_590_000
    return (0..<count).map { _ in
      instant += Int64.random(in: 0...200, using: &self)
      let isMinute = format == .alma || format == .sierra
      let time = isMinute ? instant - instant.modulus(60) : instant
      let offset: Int32 = format == .evergreen ? 0 : 3_600
      var entry = Entry(act(of: format))
      if format.hasTimes {
        entry.moment = Moment(
          wall: time + Int64(offset), offset: offset, hasSeconds: !isMinute)
      }
      if format == .sierra { entry.group = 5 }
      let isLoan =
        switch entry.act {
        case .loan: true
        default: false
        }
      let hasDue = Bool.random(using: &self)
      if isLoan, format == .sierra || format == .evergreen && hasDue {
        entry.due = Moment(wall: time + 1_209_600, offset: offset)
      }
      return entry
    }
  }

  private mutating func act(of format: ExchangeFormat) -> Entry.Act {
    let item = number(of: format)
    let borrower = number(of: format)
    switch (format, Int.random(in: 0..<12, using: &self)) {
    case (.koha, 0):
      return .payment(
        borrower: borrower, cents: .random(in: -100...9_999, using: &self))
    case (.evergreen, 0):
      let isNamed = Bool.random(using: &self)
      return .renewal(item: item, borrower: isNamed ? borrower : nil)
    case (.evergreen, 1):
      return .inHouseUse(item: item, count: .random(in: 1...3, using: &self))
    case (.evergreen, 2):
      return .uncatalogued(
        borrower: borrower, kind: 101,
        count: .random(in: 1...3, using: &self))
    case (.evergreen, 3):
      return .registration(
        borrower: "NEW1", user: #"{"card":{"barcode":"NEW1"},"n":"\u00e9"}"#)
    case (_, 4...7): return .return(item: item)
    default: return .loan(item: item, borrower: borrower)
    }
  }

  /// Returns a number, mostly an usual one.
  private mutating func number(of format: ExchangeFormat) -> String {
    let digits = String(Int.random(in: 1...60, using: &self))
    switch Int.random(in: 0..<16, using: &self) {
    case 0 where !format.isASCII: return "É" + digits
    case 1: return String(repeating: "A", count: 21) + digits
    case 2: return String(repeating: "B", count: 33) + digits
    case 3 where format == .koha || format == .alma: return "A " + digits
    case 4 where format != .sierra: return "A:" + digits
    case 5 where format != .pmb: return "0"
    case 6 where format != .destiny: return "%" + digits
    default: return "3700000" + digits
    }
  }
}
