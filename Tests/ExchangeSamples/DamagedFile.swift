import Circulation
import Exchange
import Seeded
import Simulated

/// Files with anything in them: each reader comes to its end, and tells each
/// line that it does not take.
package enum DamagedFile {
  /// A sound file of each format.
  package static let samples: [ExchangeFormat: String] = [
    .alma: [
      "202611251015L37000034179".padded(to: 93) + "9921000000164\r\n",
      "202611251016R37000034180\r\n",
      "202611251017L37000034179          9921000000164\n",
    ].joined(),
    .koha: """
    Version=1.0\tGenerator=kocDesktop\tGeneratorVersion=2.4.0
    2026-11-25 10-15-30 402\tissue\t9921000000164\t37000034179
    2026-11-25 10:16:30 000\treturn\t37000034179
    2026-11-25T10:17:30\tpayment\tLECTEUR-É-0042\t2.50
    2026-11-25 10:18:30\treturn\t\t37000034180\t

    """,
    .evergreen: #"""
    {"timestamp":1795598130,"type":"checkout","delta":0,"barcode":"I1","patron_barcode":"C1","due_date":"2026-12-09T09:15:30.250Z"}
    {"timestamp":1795598131,"type":"checkin","barcode":"A\"B\\C","backdate":"2026-11-25T09:15:30.250Z"}
    {"timestamp":"1795598132","type":"renew","barcode":"\u00c9T\u00c9"}
    {"timestamp":1795598133,"type":"in_house_use","count":3,"barcode":"I2"}
    {"timestamp":1795598134,"type":"register","user":{"card":{"barcode":"NEW1"},"names":["é",null,true,1.5e3]}}

    """#,
    .sierra: """
    o:2611251015:b37000034179:b9921000000164:2612162359:777
    i:2611251017:b37000034179:::777

    """,
    .destiny: """
    %C123H
    154786
    55478323
    %C127L
    55478324
    %C125J
    154787
    9921

    """,
    .pmb: """
    PRET SECOURU
    E0412
    3105412
    RETOUR SECOURU
    3104877

    """,
  ]

  /// Returns a sample that was damaged, as editors, drives and people do it.
  package static func bytes(
    of format: ExchangeFormat, _ random: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = Array((samples[format] ?? "").utf8)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      random.damage(&bytes)
    }
    return bytes
  }

  /// Reads a file as one of a format.
  ///
  /// - Returns: what is not as it should be; nil if all is.
  package static func problem(
    of bytes: [UInt8], as format: ExchangeFormat
  ) throws -> String? {
    _ = ExchangeFormat(beginning: bytes)
    let disk = SimulatedFileSystem()
    disk["/desk/rdy"] = bytes
    var told: Set<Int> = []
    var problem: String?
    let notes = try format.read(disk.open("/desk/rdy", for: .reading)) {
      number, reading in
      told.insert(number)
      guard case .entry(let entry) = reading else { return }
      if let found = entry.problem(in: format) {
        problem = "line \(number): \(found)"
      }
    }
    let isOpen = bytes.last.map { $0 != 0x0a } ?? false
    let count = bytes.count { $0 == 0x0a } + (isOpen ? 1 : 0)
    if notes.lineCount != count {
      return "\(notes.lineCount) of \(count) lines"
    }
    if let last = told.max(), last > max(count, 1) { return "line \(last)" }
    // Formats without blocks tell each line.
    let hasBlocks = format != .evergreen && format != .sierra
    if !hasBlocks, told.count != count { return "\(count - told.count) untold" }
    return problem
  }
}

extension Entry {
  /// The reason why a reader should not have made the row; nil if there is
  /// none.
  fileprivate func problem(in format: ExchangeFormat) -> String? {
    for number in [item, borrower].compactMap(\.self) {
      if number.isEmpty { return "an empty number" }
      if number.first?.isWhitespace == true || number.last?.isWhitespace == true
      {
        return "a number with outer blanks"
      }
      let isPlain = number.unicodeScalars.allSatisfy {
        $0.properties.generalCategory != .control
      }
      if !isPlain { return "a number with control characters" }
    }
    return (moment == nil) == format.hasTimes ? "its time" : nil
  }
}

extension SeededGenerator {
  /// Changes a file in one place.
  package mutating func damage(_ bytes: inout [UInt8]) {
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

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: width - count)
  }
}
