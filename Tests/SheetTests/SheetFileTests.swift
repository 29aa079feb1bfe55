import Circulation
import Foundation
import Settings
import Support
import Testing

@testable import Languages
@testable import Sheet
@testable import Station

/// Every call that writes a sheet fails in turn, or is the last: the sheet that
/// was there is whole, or the new one is, and it is told.
struct SheetFileTests {
  private let folder = TestFolder()
  private let page: Page

  init() throws {
    let words = Language.english.words
    page = try Page(
      title: words.sheetTitle, purpose: words.sheetPurpose,
      name: words.name(of:))
  }

  @Test func aSheetHasTheFormOfItsName() throws {
    #expect(SheetFile(path: "a.svg") != nil && SheetFile(path: "A.PDF") != nil)
    #expect(SheetFile(path: "a.png") == nil)
  }

  @Test(arguments: [true, false])
  func whateverFailsWhenASheetIsWrittenIsTold(_ isThere: Bool) throws {
    let path = folder.path + "/sheet.svg"
    let file = try #require(SheetFile(path: path))
    let old = Data("old".utf8)
    var count = 0
    for isEnd in [false, true] {
      for number in 1... {
        try? FileManager.default.removeItem(atPath: path)
        if isThere { try old.write(to: URL(fileURLWithPath: path)) }
        let disk = FailingFileSystem(
          at: number, isEnd: isEnd, failsReading: true)
        var failure: (any Error)?
        do { try file.write(page, with: disk) } catch { failure = error }
        guard disk.callCount >= number else { break }
        count += 1
        let content = FileManager.default.contents(atPath: path)
        #expect(
          content == (isThere ? old : nil) || isWhole(content), "call \(number)"
        )
        #expect(failure != nil, "call \(number)")
        // What a run that was cut short left is in nobody's way.
        try file.write(page)
        #expect(isWhole(FileManager.default.contents(atPath: path)))
      }
    }
    print("Failing calls of a sheet: \(count)")
    #expect(count > 10)
  }

  /// Whether a drawing is there from its beginning to its end.
  private func isWhole(_ content: Data?) -> Bool {
    guard let content else { return false }
    let text = String(decoding: content, as: UTF8.self)
    return text.hasPrefix("<?xml") && text.hasSuffix("</svg>\n")
  }
}
