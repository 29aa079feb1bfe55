import Circulation
import Exchange
import Seeded
import Simulated

/// Random rows of one format, converted to another: what comes out is what went
/// in, but for the losses that the two formats allow.
package struct RoundTrip: CustomStringConvertible, Sendable {
  package let source: ExchangeFormat
  package let target: ExchangeFormat

  /// Creates the way from one format to another.
  package init(from source: ExchangeFormat, to target: ExchangeFormat) {
    self.source = source
    self.target = target
  }

  /// Each pair of formats.
  package static let all = ExchangeFormat.allCases.flatMap { source in
    ExchangeFormat.allCases.map { RoundTrip(from: source, to: $0) }
  }

  package var description: String { "\(source) to \(target)" }

  /// The most rows that a file of the format takes at once: PMB's are short.
  package var maximumRowCount: Int { source == .pmb ? 80 : 1_000 }

  /// Converts random rows.
  ///
  /// - Returns: what is not as it should be.
  package func problems(seed: UInt64, rowCount: Int) throws -> [String] {
    var random = SeededGenerator(seed: seed)
    let entries = random.entries(rowCount, of: source)
    let disk = SimulatedFileSystem()
    disk["/desk/rdy-old"] = source.bytes(of: entries)
    let day = LocalTime(year: 2026, month: 11, day: 25, hour: 8, minute: 0)
    let report = try Conversion(
      of: ["/desk/rdy-old"], from: source, to: target,
      ConversionOptions(
        // All rows are of a winter.
        zone: Zone(name: "+01:00", fixed: 3_600),
        time: source.hasTimes ? nil : day,
        due: day.map { .fixed($0) } ?? .kept, group: 777, acceptsLosses: true),
      fileSystem: disk
    ).write(to: "/desk/rdy-new")
    var check = Check(of: self, "seed \(seed)")
    check.counts(of: report, entries)
    var found: [Entry] = []
    for file in report.written {
      let bytes = disk[file.path] ?? []
      let (rows, faultCount, notices) = try target.rows(of: bytes)
      check.expect(faultCount == 0, "the new file has faults")
      check.expect(notices.isEmpty, "the new file has remarks")
      found += rows
    }
    check.acts(of: found, entries)
    check.times(of: found, entries)
    return check.problems
  }
}

extension RoundTrip {
  /// The comparison of what went in with what came out.
  fileprivate struct Check {
    private let pair: RoundTrip
    private let name: String
    private(set) var problems: [String] = []

    init(of pair: RoundTrip, _ name: String) {
      self.pair = pair
      self.name = name
    }

    mutating func expect(_ isTrue: Bool, _ problem: @autoclosure () -> String) {
      if !isTrue { problems.append("\(pair), \(name): \(problem())") }
    }

    /// Each row is counted once, and each loss is one of the table.
    mutating func counts(of report: ConversionReport, _ entries: [Entry]) {
      var leftOut: [LeftOutReason: Int] = [:]
      var keptCount = 0
      for entry in entries {
        if let reasons = entry.reasonToLeaveOut(for: pair.target) {
          for reason in reasons { leftOut[reason, default: 0] += 1 }
        } else {
          keptCount += 1
        }
      }
      expect(report.faults.count == 0, "lines are not read")
      expect(report.readCount == entries.count, "read \(report.readCount)")
      expect(report.writtenCount == keptCount, "wrote \(report.writtenCount)")
      expect(
        report.losses.leftOutCount == entries.count - keptCount,
        "left out \(report.losses.leftOutCount)")
      for loss in report.losses.all {
        if case .leftOut(let reason) = loss.loss {
          // Of several reasons, one is told.
          expect(
            loss.places.count <= leftOut[reason] ?? 0,
            "\(loss.places.count) left out as \(reason)")
        } else {
          expect(
            loss.loss.isAllowed(from: pair.source, to: pair.target),
            "\(loss.loss) is no loss of this pair")
        }
      }
    }

    /// The events are the same, and in the same order.
    mutating func acts(of found: [Entry], _ entries: [Entry]) {
      let expected =
        entries
        .filter { $0.reasonToLeaveOut(for: pair.target) == nil }
        .map { $0.act(in: pair.target) }
      guard pair.target == .pmb else {
        return expect(found.map(\.act) == expected, "other events")
      }
      // A file has each item once; the order of each item is kept.
      func byItem(_ acts: [Entry.Act]) -> [String: [Entry.Act]] {
        Dictionary(grouping: acts) { Entry($0).item?.lowercased() ?? "" }
      }
      expect(
        byItem(found.map(\.act)) == byItem(expected), "other events of an item")
    }

    /// The times are the same to the minute, or to the second, where rows of
    /// one second follow each other.
    mutating func times(of found: [Entry], _ entries: [Entry]) {
      guard pair.source.hasTimes, pair.target.hasTimes else { return }
      let kept = entries.filter {
        $0.reasonToLeaveOut(for: pair.target) == nil
      }
      var last = Int64.min
      for (new, old) in zip(found, kept) {
        guard let new = new.moment, let old = old.moment else {
          return expect(false, "a row has no time")
        }
        let source = old.wall - Int64(old.offset ?? 3_600)
        let target = new.wall - Int64(new.offset ?? 3_600)
        last = last == .min ? source : max(source, last + 1)
        let expected = pair.target.hasSeconds ? last : source - source % 60
        guard target == expected else {
          return expect(false, "the time \(target) instead of \(expected)")
        }
      }
    }
  }
}

extension ExchangeFormat {
  /// Returns the rows of a file, the number of lines that are not taken, and
  /// the remarks about it.
  fileprivate func rows(
    of bytes: [UInt8]
  ) throws -> (rows: [Entry], faultCount: Int, notices: [FileNotice]) {
    let disk = SimulatedFileSystem()
    disk["/desk/rdy"] = bytes
    var rows: [Entry] = []
    var faultCount = 0
    let notes = try read(disk.open("/desk/rdy", for: .reading)) { _, reading in
      switch reading {
      case .entry(let entry): rows.append(entry)
      case .fault: faultCount += 1
      }
    }
    return (rows, faultCount, notes.notices)
  }
}
