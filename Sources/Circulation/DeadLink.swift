import Glibc
import SystemPackage

/// A symbolic link with a missing target, at a file's path or in a folder above
/// it, for example to an unmounted drive.
package struct DeadLink: Hashable, Sendable {
  /// The path of the link.
  package let path: String
  /// The target of the link.
  package let target: String

  /// Finds the dangling link that makes a path unreachable; nil if there is
  /// none.
  package init?(onTheWayTo path: String) {
    var place = FilePath(path)
    var status = stat()
    while lstat(place.string, &status) != 0 {
      guard place.removeLastComponent(), !place.components.isEmpty else {
        return nil
      }
    }
    guard
      status.st_mode & S_IFMT == S_IFLNK, stat(place.string, &status) != 0
    else { return nil }
    self.path = place.string
    target = Self.target(of: place.string)
  }

  private static func target(of link: String) -> String {
    var name = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(link, &name, name.count)
    let bytes = name.prefix(max(count, 0)).map(UInt8.init(bitPattern:))
    return String(validating: bytes, as: UTF8.self) ?? String(quoting: bytes)
  }
}
