import Foundation
import Support

@testable import Circulation

typealias TestFolder = Support.TestFolder

extension TestFolder {
  /// The folder of a station in it, not made yet.
  var station: StationFolder { StationFolder(path: path + "/a/b/files") }

  static func permissions(of path: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }
}
