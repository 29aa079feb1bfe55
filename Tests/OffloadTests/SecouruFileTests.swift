import Seeded
import Testing

@testable import Offload

/// The files for PMB's page « prêt / retour secouru », against its traps.
struct SecouruFileTests {
  private func files(_ movements: String...) -> [String] {
    SecouruFile.files(of: movements.map(Self.movement)).map {
      $0.lines.joined(separator: " ")
    }
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
    let files = SecouruFile.files(of: movements)
    #expect(files.map(\.loanCount).reduce(0, +) == 700)
    for file in files {
      #expect(file.lines.count <= 300)
      #expect(file.lines.first == "PRET SECOURU")
      #expect(file.lines[1].hasPrefix("E"))
    }
    #expect(files.count == 3)
  }

  @Test func noMovementIsNoFile() {
    #expect(SecouruFile.files(of: []).isEmpty)
  }

  @Test func theTextHasNoMarkAndNoBlankLine() {
    let file = SecouruFile.files(of: [SecouruMovement("1", to: "A")])[0]
    #expect(file.text == "PRET SECOURU\r\nA\r\n1\r\n")
  }

  @Test(arguments: ["0", "PRET SECOURU", "RETOUR SECOURU"])
  func aNumberThatPMBSkipsOrTakesForAHeadIsNone(_ number: String) {
    #expect(!SecouruFile.canHold(number))
    #expect(SecouruFile.canHold("00"))
    #expect(SecouruFile.canHold("pret secouru"))
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
    for file in SecouruFile.files(of: movements) {
      let screen = SecouruScreen(of: file.text, on: &base)
      #expect(screen.isSound)
      #expect(screen.lent.count == file.loanCount)
      let before = base
      let again = SecouruScreen(of: file.text, on: &base)
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
