import Circulation
import Support
import Testing

@testable import Offload

/// A suite that merges files in a folder of its own.
protocol Merging {
  var folder: TestFolder { get }
}

extension Merging {
  var friday: String { "202605300900R1\r\n202605300901R2\r\n" }
  var both: String {
    "202605300900R1\r\n202605300901R2\r\n202605310901R3\r\n"
  }

  func merged(_ files: [StationFile]) throws -> String {
    _ = try Merge(files).write(to: folder.path + "/merged")
    return try folder.text("merged")
  }
}
