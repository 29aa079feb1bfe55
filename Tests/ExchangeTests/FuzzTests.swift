import ExchangeSamples
import Seeded
import Simulated
import Testing

@testable import Exchange

/// Files with anything in them: each reader comes to its end, and tells each
/// line that it does not take.
///
/// `offcirc-bench fuzzing` reads 200,000 of each format.
struct FuzzTests {
  /// The files that are changed, one of each kind.
  private static let seeds: [FixtureTests.Fixture] = FixtureTests.all.filter {
    $0.path.contains("plain") || $0.path.hasPrefix("real/")
      || $0.path.hasPrefix("sierra/") || $0.path.hasPrefix("destiny/")
      || $0.path.contains("register") || $0.path.contains("koct")
  }

  private static let rounds = 16

  @Test(arguments: seeds)
  func aDamagedFileIsReadToItsEnd(_ fixture: FixtureTests.Fixture) throws {
    var random = SeededGenerator(seed: UInt64(fixture.path.utf8.count))
    let original = try fixture.bytes()
    for round in 0..<Self.rounds {
      var bytes = original
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        random.damage(&bytes)
      }
      for format in ExchangeFormat.allCases {
        let problem = try DamagedFile.problem(of: bytes, as: format)
        #expect(
          problem == nil, "\(fixture.path), round \(round), \(format)")
      }
    }
  }

  /// A damaged file is converted, or refused with a reason; what is written
  /// can be read, and the numbers of rows agree.
  @Test(arguments: seeds.filter { $0.format.hasTimes })
  func aDamagedFileIsConvertedOrRefused(
    _ fixture: FixtureTests.Fixture
  ) throws {
    var random = SeededGenerator(seed: UInt64(fixture.path.utf8.count) + 1)
    let original = try fixture.bytes()
    for round in 0..<Self.rounds / 8 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        random.damage(&bytes)
      }
      for target in ExchangeFormat.allCases {
        let desk = Converting()
        let path = desk.place(bytes, as: "rdy-old")
        var options = ConversionOptions.lenient
        options.group = 1
        do {
          let report = try Conversion(
            of: [path], from: fixture.format, to: target, options,
            fileSystem: desk.disk
          ).write(to: "/desk/rdy-new")
          #expect(
            report.readCount
              == report.writtenCount + report.losses.leftOutCount,
            "\(fixture.path), round \(round), \(target)")
        } catch let error as ConversionError {
          if case .notReadBack = error {
            Issue.record("\(fixture.path), round \(round), \(target)")
          }
          #expect(desk.names == ["rdy-old"])
        }
      }
    }
  }
}
