import Foundation
import Support
import Testing

@testable import Sharing

/// No password is where others see it.
@Suite(.needsPostgres)
struct ShareAddressTests {
  @Test(arguments: [
    "host=h password=secret", "host=h password = 'se cret'",
    "postgresql://desk:secret@h/library", "postgres://h/l?password=secret",
    "host=h sslpassword=secret",
  ])
  func anAddressWithAPasswordIsRefused(_ address: String) {
    #expect(throws: ShareError.passwordInAddress) {
      try ShareAddress(address)
    }
  }

  @Test func anAddressThatCannotBeReadIsSaid() {
    #expect(throws: ShareError.self) { try ShareAddress("host=h nothing") }
    #expect(throws: Never.self) { try ShareAddress("service=offcirc") }
    #expect(throws: Never.self) { try ShareAddress("library") }
  }

  @Test func aFileOfPasswordsThatOthersCanReadIsSaid() throws {
    let folder = TestFolder()
    let path = folder.path + "/pgpass"
    try Data("*:*:*:*:secret\n".utf8).write(to: URL(fileURLWithPath: path))
    chmod(path, 0o644)
    #expect(throws: ShareError.passwordFileOpen(path: path)) {
      try ShareAddress("host=h passfile=\(path)")
    }
    chmod(path, 0o600)
    #expect(throws: Never.self) { try ShareAddress("host=h passfile=\(path)") }
  }
}
