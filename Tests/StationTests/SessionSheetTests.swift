import Circulation
import Foundation
import Settings
import Support
import Terminal
import Testing

@testable import Languages
@testable import Sheet
@testable import Station

/// The sheet of a day: scanned from the paper into an empty desk, it gives the
/// same transactions.
struct SessionSheetTests {
  private let folder = TestFolder()

  private func sheet(of desk: DeskSession) -> SessionSheet {
    let words = Language.french.words
    return SessionSheet(
      of: desk.station.desk.unsaved, desk: "Accueil",
      on: desk.station.desk.clock.now(), words)
  }

  /// A day with several readers, who come back, and returns among the loans.
  private func day() throws -> DeskSession {
    let desk = try DeskSession()
    for reader in 1...6 {
      desk.press(.function(4))
      desk.scan("99210000001\(60 + reader)", "3700003417\(reader)")
      desk.scan("370000342\(10 + reader)")
      if reader.isMultiple(of: 3) {
        desk.press(.function(3))
        desk.scan("3700003417\(reader)", "3700003499\(reader)")
        desk.press(.function(3))
        // The same reader goes on.
        desk.scan("370000343\(10 + reader)")
      }
    }
    #expect(desk.list.count == 18)
    return desk
  }

  @Test func whatIsReadFromThePagesAndScannedAgainIsTheSameList() throws {
    let desk = try day()
    let (file, withoutCode) = try sheet(of: desk).drawn { "\($0)/\($1)" }
    #expect(withoutCode == 0)
    let scans = try scanned(file, columns: 3, rows: 10)
    #expect(scans.count > 30)
    let empty = try DeskSession()
    for scan in scans { empty.scan(scan) }
    #expect(empty.list == desk.list)
    #expect(
      empty.notice.contains(desk.list.last?.split(separator: " ")[1] ?? "?"))
  }

  @Test func itSaysWhatEachCodeIsAndWhen() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164", "101")
    desk.press(.function(3))
    desk.scan("101")
    let codes = sheet(of: desk).codes
    #expect(codes.title == "Prêts et retours, 31/05/2018 – Accueil")
    #expect(
      codes.entries == [
        .init(name: "Prêt", number: "%LOAN%"),
        .init(name: "Emprunteur suivant", number: "%CLEAR%"),
        .init(name: "Carte", number: "9921000000164"),
        .init(name: "Prêt 09:05", number: "101"),
        .init(name: "Retour", number: "%RETURN%"),
        .init(name: "Retour 09:05", number: "101"),
      ])
  }

  // MARK: Read by a scanner

  /// The numbers that zbar reads from pages of A4, as a person does: each column
  /// from the top down.
  private func scanned(
    _ file: [UInt8], columns: Int, rows: Int
  ) throws -> [String] {
    let path = folder.path + "/day.pdf"
    try Data(file).write(to: URL(fileURLWithPath: path))
    _ = try output(
      of: "pdftoppm", ["-r", "200", "-gray", path, folder.path + "/page"])
    let pages = try FileManager.default.contentsOfDirectory(
      atPath: folder.path
    ).filter { $0.hasSuffix(".pgm") }.sorted()
    #expect(pages.count == 2)
    var cells: [String] = []
    for page in pages {
      let picture = try Picture(of: folder.path + "/" + page)
      // Below the title, and without the white edges.
      let top = picture.height * 25 / 297
      let left = picture.width * 15 / 210
      let width = (picture.width - 2 * left) / columns
      let height = (picture.height * 283 / 297 - top) / rows
      for column in 0..<columns {
        for row in 0..<rows {
          let cell = "\(folder.path)/cell-\(cells.count + 100).pgm"
          try picture.cut(
            left: left + column * width, top: top + row * height,
            width: width, height: height
          ).write(to: URL(fileURLWithPath: cell))
          cells.append(cell)
        }
      }
    }
    return try output(
      of: "zbarimg",
      ["--raw", "-q", "-Sdisable", "-Scode128.enable"] + cells
    ).split(separator: "\n").map(String.init)
  }

  /// A page in grey (PGM).
  private struct Picture {
    let width: Int
    let height: Int
    private let dots: Data

    init(of path: String) throws {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      let head = data.prefix(40).split(
        maxSplits: 4, omittingEmptySubsequences: true
      ) { $0 == 10 || $0 == 32 }.map { String(decoding: $0, as: UTF8.self) }
      width = try #require(Int(head[1]))
      height = try #require(Int(head[2]))
      dots = data.suffix(width * height)
    }

    func cut(left: Int, top: Int, width: Int, height: Int) -> Data {
      var cell = Data("P5\n\(width) \(height)\n255\n".utf8)
      for row in top..<top + height {
        let start = dots.startIndex + row * self.width + left
        cell += dots[start..<start + width]
      }
      return cell
    }
  }

  private func output(of name: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
