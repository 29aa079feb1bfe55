import Circulation
import Seeded
import Support
import Testing
import Typesetting

@testable import Offload

/// Choices are verified and completed without a walk through all lines, and
/// come to the same as with one.
@Suite struct MorningChoicesTests {
  private let folder = TestFolder()
  private let time = LocalTime(
    secondsSince1970: 1_795_330_320, utcOffset: 3_600)

  /// A file of ten lines whose times go back now and then.
  private func file(
    _ name: String, using random: inout SeededGenerator
  ) throws -> StationFile {
    let lines = (0..<10).map { _ in
      let item = "30\(Int.random(in: 0...4, using: &random))"
      let card = "99\(Int.random(in: 0...2, using: &random))"
      let start = "2026053009\(Int.random(in: 10...12, using: &random))"
      return Bool.random(using: &random)
        ? start + "L" + item.padded(to: 80) + card : start + "R" + item
    }
    return try folder.file(name, lines.joined(separator: "\r\n") + "\r\n")
  }

  private func morning(
    _ round: Int, using random: inout SeededGenerator
  ) throws -> Offload.Morning {
    try Offload.Morning(
      [
        file("\(round)-a.dat", using: &random),
        file("\(round)-b.dat", using: &random),
      ], rules: Check.Rules(now: time))
  }

  private func numbered(_ acts: [Decision.Act]) -> [Decision.Numbered] {
    zip(1..., acts).map {
      Decision.Numbered($0, Decision($1, by: "m", at: time))
    }
  }

  private func place(using random: inout SeededGenerator) -> FixedFile.Place {
    FixedFile.Place(
      file: .random(in: 0...1, using: &random),
      number: .random(in: 1...10, using: &random))
  }

  @Test func theFaultsOfOrdersAreThoseOfAllLinesSorted() throws {
    var random = SeededGenerator(seed: 27)
    var faultCount = 0
    for round in 0..<60 {
      let fix = try morning(round, using: &random).fix
      func name(using random: inout SeededGenerator) throws -> LineName {
        let place = place(using: &random)
        return try #require(fix.name(ofLine: place.number, in: place.file))
      }
      let acts: [Decision.Act] = try (0..<14).map { _ in
        switch Int.random(in: 0...9, using: &random) {
        case 0: .takeOut([try name(using: &random)])
        case 1:
          .shift(
            fix.source(of: .random(in: 0...1, using: &random)),
            .by(minutes: .random(in: -1...1, using: &random)))
        default: .order(try name(using: &random), try name(using: &random))
        }
      }
      let decisions = numbered(acts)
      let faults = fix.faults(of: decisions)
      #expect(Set(faults) == Set(fix.played(decisions).faults))
      faultCount += faults.count
    }
    #expect(faultCount > 100)
  }

  @Test func theLoansOfAReaderAreThoseAsDecided() throws {
    var random = SeededGenerator(seed: 28)
    for round in 0..<30 {
      var morning = try morning(round, using: &random)
      var acts: [Decision.Act] = []
      for _ in 0..<4 {
        let choice: Offload.Morning.Choice =
          [
            .swap, .takeOut, .borrower(try Barcode("990")),
            .reader(try Barcode("991")),
          ].randomElement(using: &random) ?? .swap
        // A return has no borrower.
        if let act = try? morning.act(choice, on: [place(using: &random)]) {
          acts.append(act)
          morning.take(numbered(acts))
        }
      }
      for file in 0...1 {
        let places = (1...10).map { FixedFile.Place(file: file, number: $0) }
        for place in places {
          let reader = morning.line(at: place)?.transaction?.borrower
          let all = places.filter {
            reader != nil
              && morning.line(at: $0)?.transaction?.borrower == reader
          }
          #expect(morning.linesOfReader(at: place) == all)
        }
      }
    }
  }

  @Test func aStationIsNotMovedBeyondTheYearsByOneMoveAfterAnother() throws {
    var random = SeededGenerator(seed: 29)
    var morning = try morning(0, using: &random)
    let place = FixedFile.Place(file: 0, number: 1)
    let years = Redating.minutesOfFiles.upperBound / 2
    let act = try morning.act(.shift(minutes: years), on: [place])
    morning.take(numbered([act]))
    #expect(throws: DecisionFault.beyondYears(morning.fix.source(of: 0))) {
      try morning.act(.shift(minutes: years), on: [place])
    }
    #expect(try morning.act(.shift(minutes: -years), on: [place]) != act)
  }
}
