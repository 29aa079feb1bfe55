import Seeded
import Testing

@testable import Offload

@Suite struct TableTests {
  @Test func valuesAreFoundAgainWhateverTheTableHasGrownTo() {
    var random = SeededGenerator(seed: 3)
    var table = FingerprintTable(initial: 0)
    var model: [UInt64: Int] = [:]
    for _ in 0..<20_000 {
      let fingerprint =
        UInt64.random(in: 1...5_000, using: &random) &* 0x9e37_79b9_7f4a_7c15
      let place = table.place(of: fingerprint)
      #expect(table[place] == model[fingerprint, default: 0])
      table[place] += 1
      model[fingerprint, default: 0] += 1
    }
    #expect(table.count == model.count)
  }

  @Test func fingerprintsOfOnePlaceGoAroundTheEnd() {
    var table = FingerprintTable(initial: 0)
    for number in 0..<1_000 {
      table[table.place(of: .max - UInt64(number))] = number
    }
    for number in 0..<1_000 {
      #expect(table[table.place(of: .max - UInt64(number))] == number)
    }
  }

  @Test func aLineIsFoundByItsFingerprintAndItsText() {
    var table = LineTable(lineCount: 100)
    func find(_ fingerprint: UInt64, _ line: Int, same: Set<Int>) -> Int? {
      var search = table.search(for: fingerprint)
      while let found = table.next(&search, orElse: line) {
        if same.contains(found) { return found }
      }
      return nil
    }
    // All of them have one place and one tag, at the end of the table.
    for line in 1...100 { #expect(find(.max, line, same: []) == nil) }
    #expect(find(.max, 101, same: [42]) == 42)
    #expect(find(.max ^ 1, 101, same: [42]) == nil)
  }

  @Test func numbersStandForBytes() {
    let fingerprints = Fingerprints(key: 1)
    var seen: Set<UInt64> = []
    var count = 0
    for length in 0...40 {
      for byte: UInt8 in [0, 1, 0x30, 0xff] {
        if length == 0, byte > 0 { continue }
        let bytes = [UInt8](repeating: byte, count: length)
        seen.insert(fingerprints.of(bytes.span))
        #expect(
          fingerprints.of(bytes.span) != Fingerprints(key: 2).of(bytes.span))
        count += 1
      }
    }
    #expect(seen.count == count && !seen.contains(0))
  }

  @Test func aTraceKeepsWhatItIsTold() {
    var trace = NumberTrace()
    trace.line = 1 << 40 - 1
    trace.marks = [.lent, .reportedAsBoth]
    trace.borrower = .max
    #expect(trace.line == 1 << 40 - 1)
    #expect(trace.marks.contains(.lent) && trace.borrower == .max)
    #expect(MemoryLayout<NumberTrace>.size == 8)
  }
}
