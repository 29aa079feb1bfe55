import Foundation
import Settings
import Support
import Testing
import Textbooks

@testable import Languages
@testable import Sheet

/// Papers on their pages of A4, also if all on them is long.
struct PaperLayoutTests {
  private static let words = Language.french.words

  private func pages(_ printout: Printout) throws -> [PrintedPage] {
    try printout.pages(.ofDrawing(), Self.words).pages
  }

  private func printout(
    _ kind: PaperKind, pupils: Int = 2, copies: Int = 90,
    sheet: LabelSheet = .usual, skipping skipped: Int = 0
  ) -> Printout {
    Printout(
      PaperSamples.request(
        kind, PaperSamples.largeClass(pupils, copies: copies, Self.words),
        sheet: sheet, skipping: skipped), Self.words)
  }

  @Test(arguments: PaperKind.allCases)
  func nothingIsOffThePageAndNothingIsLost(_ kind: PaperKind) throws {
    let pages = try pages(printout(kind))
    let ruler = try Ruler.ofDrawing()
    // A printer leaves an edge of some millimetres white.
    let printable = Box(left: 4.5, top: 4.4, width: 201, height: 288.2)
    for page in pages {
      for place in page.bars + page.texts.map(\.place) {
        #expect(printable.left <= place.left && place.right <= printable.right)
        #expect(
          printable.top <= place.top && place.bottom <= printable.bottom,
          "\(place)")
      }
      for text in page.texts {
        let font = Font(size: text.size, isBold: text.isBold)
        #expect(
          ruler.width(text.string, font) <= text.place.width + 0.01,
          "\(text.string)")
      }
    }
    let shown = pages.flatMap(\.texts).map(\.string)
    if kind == .classList || kind == .contactSheet {
      for number in ["99210001000001", "99210001000002"] {
        #expect(shown.contains(number))
      }
    } else {
      let numbers = Set(shown.filter { $0.wholeMatch(of: /37\d{7}/) != nil })
      #expect(numbers.count >= 2 * 60)
    }
    #expect(shown.contains { $0.hasSuffix("…") })
  }

  @Test(arguments: [
    PaperKind.receipt, .statement, .classList, .reminder, .loanLabels,
  ])
  func noLineIsOverAnother(_ kind: PaperKind) throws {
    for page in try pages(printout(kind)) {
      let places = page.texts.map(\.place)
      for (index, one) in places.enumerated() {
        for other in places[(index + 1)...] {
          let isBeside =
            one.right <= other.left + 0.01 || other.right <= one.left + 0.01
          let isAbove =
            one.bottom <= other.top + 0.01 || other.bottom <= one.top + 0.01
          // Both ends of a line of a label.
          let isOneLine = kind == .loanLabels && one.top == other.top
          #expect(isBeside || isAbove || isOneLine, "\(one) \(other)")
        }
      }
    }
  }

  @Test func aLongListGoesOnWithItsHeadAndItsNumber() throws {
    let pages = try pages(printout(.receipt, pupils: 1, copies: 150))
    #expect(pages.count > 2)
    for (index, page) in pages.enumerated() {
      let shown = page.texts.map(\.string)
      #expect(shown.contains("Page \(index + 1) sur \(pages.count)"))
      if index < pages.count - 1 { #expect(shown.contains("Exemplaire")) }
      #expect(shown.contains { $0.hasPrefix("Reçu de manuels") })
    }
    #expect(pages.last?.texts.contains { $0.string == "Signature" } == true)
  }

  @Test func aPupilHasAPageAndNoNumberOfIt() throws {
    let words = Self.words
    let accounts = [PupilAccount](
      repeating: PaperSamples.handedOut, count: 3)
    let pages = try pages(
      PaperSamples.printout(.receipt, accounts, in: words))
    #expect(pages.count == 3)
    #expect(!pages[0].texts.contains { $0.string.hasPrefix("Page ") })
    // The bars of the card's number.
    #expect(pages[0].bars.count > 20)
  }

  @Test func aBegunSheetOfLabelsIsUsedUp() throws {
    let whole = try pages(printout(.loanLabels, pupils: 1, copies: 36))
    #expect(whole.count == 1)
    let begun = try pages(
      printout(.loanLabels, pupils: 1, copies: 36, skipping: 1))
    #expect(begun.count == 2)
    let first = try #require(begun[0].texts.first?.place)
    #expect(first.left >= 70 && first.top < 37)
  }

  @Test(arguments: ["1x1", "4x10", "2x7"])
  func labelsOfOtherSizesHoldAll(_ size: String) throws {
    let sheet = try #require(LabelSheet(size))
    let printout = printout(.loanLabels, pupils: 1, copies: 6, sheet: sheet)
    let (pages, withoutCode) = try printout.pages(.ofDrawing(), Self.words)
    #expect(withoutCode == 0)
    for page in pages {
      for place in page.bars + page.texts.map(\.place) {
        #expect(place.right <= 205.1 && place.bottom <= 292.6)
      }
    }
  }

  @Test func aNumberThatIsTooLongForABarCodeIsPrintedWithoutOne() throws {
    let long = String(repeating: "Ab", count: 40)
    let account = PupilAccount(
      of: Pupil(number: long, name: "Zoé", schoolClass: "3B"),
      loans: [PaperSamples.loan(long, "Maths", from: 1)])
    for (kind, count) in [
      (PaperKind.receipt, 1), (.contactSheet, 1), (.loanLabels, 2),
    ] {
      let printout = PaperSamples.printout(kind, [account], in: Self.words)
      let (pages, withoutCode) = try printout.pages(.ofDrawing(), Self.words)
      #expect(withoutCode == count, "\(kind)")
      #expect(pages[0].texts.contains { $0.string == long }, "\(kind)")
    }
  }

  // MARK: Read by a scanner

  /// The numbers that zbar reads from pages, which have to be of A4.
  private func scanned(_ pages: [PrintedPage]) throws -> Set<String> {
    let folder = TestFolder()
    let path = folder.path + "/papers.pdf"
    try Data(pages.drawn(as: .pdf)).write(to: URL(fileURLWithPath: path))
    let about = try output(of: "pdfinfo", [path])
    #expect(about.contains("(A4)"))
    #expect(about.contains(try Regex("Pages: +\(pages.count)\n")))
    _ = try output(
      of: "pdftoppm", ["-r", "300", "-gray", path, folder.path + "/page"])
    let pictures = try FileManager.default.contentsOfDirectory(
      atPath: folder.path
    ).filter { $0.hasSuffix(".pgm") }.map { folder.path + "/" + $0 }
    #expect(pictures.count == pages.count)
    return Set(
      try output(
        of: "zbarimg",
        ["--raw", "-q", "-Sdisable", "-Scode128.enable"] + pictures
      )
      .split(separator: "\n").map(String.init))
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

  @Test func aScannerReadsEachPupilFromTheContactSheet() throws {
    let accounts = PaperSamples.largeClass(31, copies: 1, Self.words)
    let pages = try pages(
      PaperSamples.printout(.contactSheet, accounts, in: Self.words))
    #expect(pages.count == 2)
    #expect(try scanned(pages) == Set(accounts.map(\.pupil.number)))
  }

  @Test func aScannerReadsBothNumbersFromEachLabel() throws {
    let accounts = PaperSamples.largeClass(3, copies: 15, Self.words)
    let pages = try pages(
      PaperSamples.printout(.loanLabels, accounts, in: Self.words))
    #expect(pages.count == 2)
    let copies = accounts.flatMap(\.out).map(\.item)
    #expect(copies.count == 30)
    #expect(
      try scanned(pages) == Set(accounts.map(\.pupil.number) + copies))
  }
}
