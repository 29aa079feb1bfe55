import Foundation
import Settings
import Support
import Testing

@testable import Languages
@testable import Sheet

/// What a receipt printer gets, taken apart again as the printer does it.
struct ReceiptTests {
  /// A picture as a printer has it: `GS v 0` is all that it has to know.
  private struct Paper {
    var bytesPerRow = 0
    var rows: [UInt8] = []
    var isCut = false

    /// The picture as a file (PBM), with a white border as paper has it.
    func file(border: Int = 16) -> [UInt8] {
      let side = [UInt8](repeating: 0, count: border / 8)
      let width = bytesPerRow * 8 + 2 * border
      let end = [UInt8](repeating: 0, count: width / 8 * border)
      let middle = stride(from: 0, to: rows.count, by: bytesPerRow).flatMap {
        side + rows[$0..<$0 + bytesPerRow] + side
      }
      let height = rows.count / bytesPerRow + 2 * border
      return Array("P4\n\(width) \(height)\n".utf8) + end + middle + end
    }
  }

  /// Takes bytes as a printer does; nil if there is one that it would not know.
  private func printed(_ bytes: [UInt8]) -> Paper? {
    var paper = Paper()
    var rest = bytes[...]
    while !rest.isEmpty {
      if rest.starts(with: [0x1b, 0x40]) || rest.starts(with: [0x1c, 0x2e]) {
        rest = rest.dropFirst(2)
      } else if rest.starts(with: [0x1d, 0x76, 0x30, 0]), rest.count >= 8 {
        let head = Array(rest.prefix(8))
        let width = Int(head[4]) + Int(head[5]) << 8
        let height = Int(head[6]) + Int(head[7]) << 8
        rest = rest.dropFirst(8)
        guard
          rest.count >= width * height, height <= 256,
          [0, width].contains(paper.bytesPerRow)
        else { return nil }
        paper.bytesPerRow = width
        paper.rows += rest.prefix(width * height)
        rest = rest.dropFirst(width * height)
      } else if rest.starts(with: [0x1d, 0x56, 0x42, 0]) {
        paper.isCut = true
        rest = rest.dropFirst(4)
      } else {
        return nil
      }
    }
    return paper
  }

  /// The numbers that zbar reads from a picture, from the top down.
  private func scanned(_ paper: Paper) throws -> [String] {
    let folder = TestFolder()
    let path = folder.path + "/slip.pbm"
    try Data(paper.file()).write(to: URL(fileURLWithPath: path))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "zbarimg", "--raw", "-q", "-Sdisable", "-Scode128.enable", path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
      .map(String.init)
  }

  @Test(arguments: SlipWidth.allCases)
  func aScannerReadsTheCardAndEveryItemFromThePrintedSlip(
    _ width: SlipWidth
  ) throws {
    var style = SlipStyle()
    style.width = width
    style.card = .full
    let items = (0..<12).map { "370000341\(10 + $0)" }
    let slip = SlipSamples.slip(of: items, style)
    let paper = try #require(printed(slip.receipt(.ofDrawing())))
    #expect(paper.isCut)
    #expect(paper.bytesPerRow == (width == .wide ? 72 : 48))
    // More than one block.
    #expect(paper.rows.count / paper.bytesPerRow > 2 * Receipt.blockHeight)
    #expect(
      try scanned(paper).sorted() == (items + [SlipSamples.card]).sorted())
  }

  @Test func thePrintedSlipIsThePageDotByDot() throws {
    let slip = SlipSamples.slip()
    let ruler = try Ruler.ofDrawing()
    let page = try slip.page(ruler).page
    let paper = try #require(printed(slip.receipt(ruler)))
    let dots = Double(SlipLayout.dots)
    #expect(
      paper.rows.count / paper.bytesPerRow
        == Int((page.size.height * dots).rounded()))
    func isBlack(_ column: Double, _ row: Double) -> Bool {
      let (column, row) = (Int(column), Int(row))
      let byte = paper.rows[row * paper.bytesPerRow + column / 8]
      return byte & 0x80 >> UInt8(column % 8) != 0
    }
    for bar in page.bars {
      let left = (bar.left - 4) * dots
      let right = (bar.right - 4) * dots
      for row in [bar.top * dots, bar.bottom * dots - 1] {
        #expect(isBlack(left, row) && isBlack(right - 1, row))
        // The rules go from edge to edge.
        if bar.width < 70 { #expect(!isBlack(right, row)) }
      }
    }
    // There is text, too.
    let black = paper.rows.reduce(0) { $0 + $1.nonzeroBitCount }
    let ofBars = page.bars.reduce(0.0) { $0 + $1.width * $1.height }
    #expect(Double(black) > ofBars * dots * dots + 1_000)
  }
}
