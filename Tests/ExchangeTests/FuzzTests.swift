import Seeded
import Simulated
import Testing

@testable import Exchange

/// Files with anything in them: each reader comes to its end, and tells each
/// line that it does not take.
struct FuzzTests {
  /// The files that are changed, one of each kind.
  private static let seeds: [FixtureTests.Fixture] = FixtureTests.all.filter {
    $0.path.contains("plain") || $0.path.hasPrefix("real/")
      || $0.path.hasPrefix("sierra/") || $0.path.hasPrefix("destiny/")
      || $0.path.contains("register") || $0.path.contains("koct")
  }

  private static let rounds = 40

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
        let file = try OfflineFile(bytes, as: format)
        check(file, bytes, "\(fixture.path), round \(round), \(format)")
      }
      _ = ExchangeFormat(beginning: bytes)
    }
  }

  private func check(_ file: OfflineFile, _ bytes: [UInt8], _ comment: Comment)
  {
    let format = file.notes.format
    let lines = bytes.split(
      separator: 0x0a, omittingEmptySubsequences: false
    ).map(Array.init)
    let count = lines.last?.isEmpty == true ? lines.count - 1 : lines.count
    #expect(file.notes.lineCount == count, comment)
    for line in file.lines {
      #expect(1...max(count, 1) ~= line.number, comment)
      guard case .entry(let entry) = line.reading else { continue }
      for number in [entry.item, entry.borrower].compactMap(\.self) {
        #expect(!number.isEmpty, comment)
        #expect(number.first?.isWhitespace == false, comment)
        #expect(number.last?.isWhitespace == false, comment)
        let isPlain = number.unicodeScalars.allSatisfy {
          $0.properties.generalCategory != .control
        }
        #expect(isPlain, comment)
      }
      #expect((entry.moment == nil) == !format.hasTimes, comment)
    }
    // Formats without blocks tell each line.
    guard format == .evergreen || format == .sierra else { return }
    #expect(Set(file.lines.map(\.number)).count == count, comment)
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

extension SeededGenerator {
  /// Changes a file in one place, as editors, drives and people do.
  fileprivate mutating func damage(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &self)
    let end = min(
      bytes.count, place + Int.random(in: 0...20, using: &self))
    switch Int.random(in: 0..<9, using: &self) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(.random(in: 0...255, using: &self), at: place)
    case 2: bytes.insert(contentsOf: [0x0d, 0x0a], at: place)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 4: bytes.removeSubrange(place...)
    case 5: bytes.insert(contentsOf: [0xef, 0xbb, 0xbf], at: 0)
    case 6: bytes.insert(contentsOf: "\t0: \"}{,%".utf8, at: place)
    case 7:
      for index in place..<end { bytes[index] = 0 }
    default:
      for index in place..<end { bytes[index] ^= 0x20 }
    }
  }
}
