import Exchange
import Seeded
import Testing

@testable import Offload

/// The files for PMB's page « prêt / retour secouru », against its traps.
struct SecouruFileTests {
  private func files(_ movements: String...) -> [String] {
    Self.files(of: movements.map(Self.movement)).map {
      Self.lines($0).joined(separator: " ")
    }
  }

  private static func files(of movements: [SecouruMovement]) -> [PMBText] {
    PMBText.files(of: movements.map(\.row))
  }

  private static func text(_ file: PMBText) -> String {
    String(decoding: file.bytes, as: UTF8.self)
  }

  private static func lines(_ file: PMBText) -> [String] {
    text(file).split(separator: "\r\n").map(String.init)
  }

  /// A loan `ITEM>READER` or a return `ITEM`.
  private static func movement(_ text: String) -> SecouruMovement {
    let parts = text.split(separator: ">").map(String.init)
    return SecouruMovement(parts[0], to: parts.count > 1 ? parts[1] : nil)
  }

  @Test func theReaderIsRightBelowTheHeadOfEachBlock() {
    #expect(
      files("1>A", "2>A", "3>B", "4", "5", "6>B") == [
        "PRET SECOURU A 1 2 PRET SECOURU B 3 RETOUR SECOURU 4 5 "
          + "PRET SECOURU B 6"
      ])
  }

  @Test func theSecondMovementOfACopyIsInALaterFile() {
    #expect(
      files("1>A", "1", "1>B", "2>A") == [
        "PRET SECOURU A 1 2", "RETOUR SECOURU 1", "PRET SECOURU B 1",
      ])
    // PMB does not tell capitals from small letters.
    #expect(files("a1>A", "A1").count == 2)
  }

  @Test func noFileHasMoreThan300LinesAndEachBeginsWithAHead() {
    let movements = (1...700).map { number in
      SecouruMovement("\(number)", to: "E\(number / 40)")
    }
    let files = Self.files(of: movements)
    #expect(files.map(\.loanCount).reduce(0, +) == 700)
    for file in files {
      let lines = Self.lines(file)
      #expect(lines.count <= 300)
      #expect(lines.first == "PRET SECOURU")
      #expect(lines[1].hasPrefix("E"))
    }
    #expect(files.count == 3)
  }

  @Test func noMovementIsNoFile() {
    #expect(Self.files(of: []).isEmpty)
  }

  @Test func theTextHasNoMarkAndNoBlankLine() {
    let file = Self.files(of: [SecouruMovement("1", to: "A")])[0]
    #expect(Self.text(file) == "PRET SECOURU\r\nA\r\n1\r\n")
  }

  // A person takes the last one for a head too, and so does our reader.
  @Test(arguments: ["0", "PRET SECOURU", "RETOUR SECOURU", "pret secouru"])
  func aNumberThatPMBSkipsOrTakesForAHeadIsNone(_ number: String) {
    #expect(!number.isNumberForPMB)
    #expect("00".isNumberForPMB)
  }

  /// Any loans and returns: PMB comes to the same holders, without an error,
  /// also if a page is loaded again.
  @Test(arguments: 0..<40)
  func whateverIsRecordedPMBComesToTheSame(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var holders: [String: String] = [:]
    var movements: [SecouruMovement] = []
    for _ in 0..<400 {
      let item = "C\(Int.random(in: 0..<90, using: &random))"
      if holders[item] == nil {
        let reader = "E\(Int.random(in: 0..<9, using: &random))"
        holders[item] = reader
        movements.append(SecouruMovement(item, to: reader))
      } else {
        holders[item] = nil
        movements.append(SecouruMovement(item))
      }
    }
    var base = SecouruBase(
      readers: (0..<9).map { "E\($0)" },
      copies: (0..<90).map { ("C\($0)", .init(.nobody)) })
    for file in Self.files(of: movements) {
      let screen = SecouruScreen(of: Self.text(file), on: &base)
      #expect(screen.isSound)
      #expect(screen.lent.count == file.loanCount)
      let before = base
      let again = SecouruScreen(of: Self.text(file), on: &base)
      #expect(again.lent.isEmpty)
      #expect(base == before)
    }
    for number in 0..<90 {
      let copy = base.copy("C\(number)")
      let holder = holders["C\(number)"].map(
        SecouruBase.Holder.reader(numbered:))
      #expect(copy?.holder == holder ?? .nobody)
    }
  }
}
