import Circulation
import Foundation
import Support
import Testing

@testable import Settings

/// Every call on the file of the settings fails in turn, or is the last.
struct SettingsErrorTests {
  private let folder = TestFolder()

  private let old = "[station]\ndesk = \"Central\"\n"
  private let new = "[station]\ndesk = \"Annexe\"\n"

  @Test(arguments: [EIO, EACCES, ENOSPC])
  func whateverFailsWhenSettingsAreReadIsTold(_ code: Int32) throws {
    try folder.write(old)
    var count = 0
    for isEnd in [false, true] {
      for number in 1... {
        let disk = FailingFileSystem(
          at: number, isEnd: isEnd, code: code, failsReading: true)
        var issue: SettingsIssue?
        do throws(SettingsIssue) {
          #expect(try SettingsFile(at: folder.file, in: disk) != nil)
        } catch { issue = error }
        guard disk.callCount >= number else { break }
        count += 1
        guard case .unreadable(let failure)? = issue?.error else {
          Issue.record("call \(number): \(String(describing: issue))")
          continue
        }
        #expect(failure.code == code && failure.path == folder.file)
      }
    }
    print("Failing calls of reading the settings: \(count)")
    #expect(count >= 4)
    #expect(try folder.read() == old)
  }

  @Test func whateverFailsWhenSettingsAreWrittenIsTold() throws {
    let file = try SettingsFile(new)
    var count = 0
    for isEnd in [false, true] {
      for number in 1... {
        try folder.write(old)
        let disk = FailingFileSystem(
          at: number, isEnd: isEnd, failsReading: true)
        var failure: (any Error)?
        do { try file.write(to: folder.file, in: disk) } catch {
          failure = error
        }
        guard disk.callCount >= number else { break }
        count += 1
        #expect(failure != nil, "call \(number)")
        let text = try folder.read()
        #expect(text == old || text == new, "call \(number)")
        try file.write(to: folder.file)
        #expect(try folder.read() == new, "call \(number)")
      }
    }
    print("Failing calls of writing the settings: \(count)")
    #expect(count > 10)
  }
}
