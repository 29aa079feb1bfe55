import Circulation
import Glibc
import Support
import Testing

@testable import Offload

/// What stands in the place of a merge, and is not one.
@Suite struct MergeOutputTests {
  private let folder = TestFolder()
  private let lines = "201805091348L37000034179          9921000000164\r\n"

  @Test(arguments: [
    "To do: call the supplier.\n", "\n", "37000034179\r\n37000034180\r\n",
    "%PDF-1.7\n", "\u{0}\u{0}\u{0}\u{0}", "date,item\n2018-05-09,37000034179\n",
  ])
  func whatIsNotAFileOfTransactionsIsLeftAlone(_ notes: String) throws {
    let file = try folder.file("a", lines)
    _ = try folder.file("notes.txt", notes)
    let path = folder.path + "/notes.txt"
    let error = FileError(operation: .replace, path: path, code: EINVAL)
    #expect(throws: error) { try Merge([file]).write(to: path) }
    #expect(try folder.text("notes.txt") == notes)
  }

  @Test func theSameMergeAgainReplacesItsOutput() throws {
    let file = try folder.file("a", "no transaction\r\n" + lines)
    let path = folder.path + "/merged"
    for _ in 1...2 { try Merge([file]).write(to: path) }
    #expect(try folder.text("merged") == "no transaction\r\n" + lines)
  }
}
