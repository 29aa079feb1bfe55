import Circulation
import Testing

@testable import Languages
@testable import Offload
@testable import Station
@testable import Tables

/// A small report can't keep the program busy, nor take all of the memory.
@Suite struct ReportLimitTests {
  private func error(_ text: String) -> ReportError? {
    do throws(ReportError) {
      _ = try JobReport(bytes: Array(text.utf8))
      return nil
    } catch { return error }
  }

  @Test func aMessageWithoutAnEndIsCutAndThatIsTold() throws {
    // Looked at again for each line, this would take hours.
    let more = String(repeating: "and some more of a page\n", count: 4_000)
    let report = try JobReport(
      bytes: Array("Line\tError Message\n2\tItem not found\n\(more)".utf8))
    #expect(report.messages.count == 1)
    #expect(report.messages[0].text.count <= ReportLimit.messageLength)
    #expect(report.cutCount == 1)
    let worklist = try Upload.worklist(
      "L I1 B1\n", "1\tItem not found\n" + more)
    #expect(
      worklist.warnings == [.cut(count: 1, length: ReportLimit.messageLength)])
    #expect(
      English().sentence(worklist.warnings[0]).contains("2000 characters"))
  }

  @Test func manyMessagesOfManyShortLinesAreReadInOneGo() throws {
    let message = "2\tItem not found\n" + String(repeating: "ab\n", count: 600)
    let report = try JobReport(
      bytes: Array(String(repeating: message, count: 40).utf8))
    #expect(report.messages.count == 40 || report.messages.count == 1)
  }

  @Test func aMessageGoesOnOverALineEndInItsLabel() throws {
    let report = try JobReport(
      bytes: Array(
        "1\tItem not found.\nBarcode:\n37\n2\tItem not found. Bar\n3\n".utf8))
    #expect(report.messages.first?.said.number == "37")
    #expect(report.cutCount == 0)
  }

  @Test func aRowOfMillionsOfCellsIsRefusedOrLookedAtInPart() {
    let commas = String(repeating: ",", count: 4_000_001)
    #expect(
      error("1,Item not found" + commas)
        == .tooMany(.cells, maximum: ReportLimit.cells))
    let cells = String(repeating: "<td>", count: 2_000_001)
    #expect(
      error("<html><table><tr>" + cells)
        == .tooMany(.elements, maximum: MarkupSize.maximumPageElements))
    #expect(
      error(String(repeating: "a\n", count: 1_000_002))
        == .tooMany(.rows, maximum: ReportLimit.rows))
    #expect(error(String(repeating: "\t", count: 1_000_000)) == .noMessage)
  }

  @Test func anElementOfThousandsOfAttributesIsRefused() {
    let attributes = (0...1_001).map { "a\($0)='>'" }.joined(separator: " ")
    for page in ["<html><p \(attributes)>", "<html title='<p \(attributes)'>"] {
      #expect(
        error(page)
          == .tooMany(
            .attributes, maximum: MarkupSize.maximumAttributesOfOne),
        "\(page.prefix(20))")
    }
    // A script has words too.
    let words = String(repeating: " word", count: 9_000)
    #expect(
      error("<html><script>if (a <b\(words))</script><p>1</p>") == .noMessage)
  }

  @Test func aHeadOfThousandsOfLinesIsRefused() {
    let lines = String(repeating: "X: y\n", count: 10_001)
    let end = "\n1\tItem not found. Barcode: 1\n"
    #expect(
      error("MIME-Version: 1.0\n" + lines + end)
        == .tooMany(.headLines, maximum: ReportLimit.headLines))
    let mixed =
      "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n\n"
    #expect(
      error(mixed + "--b\n" + lines + end)
        == .tooMany(.headLines, maximum: ReportLimit.headLines))
    #expect(
      error(mixed + String(repeating: "--b\n\nx\n", count: 1_001))
        == .tooMany(.parts, maximum: ReportLimit.parts))
    let nested = "--b\nContent-Type: message/rfc822\n\n"
    #expect(
      error(mixed + nested + lines + end)
        == .tooMany(.headLines, maximum: ReportLimit.headLines))
  }

  @Test func everyLimitHasItsSentence() {
    for thing in ReportError.Thing.allCases {
      let error = ReportError.tooMany(thing, maximum: 7)
      #expect(English().sentence(error, file: "r").contains("more than 7 "))
      #expect(French().sentence(error, file: "r").contains("plus de 7 "))
    }
  }
}
