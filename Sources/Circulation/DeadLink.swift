import Glibc

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
    var place = path
    var status = stat()
    while lstat(place, &status) != 0 {
      guard
        let slash = place.lastIndex(of: "/"), slash != place.startIndex
      else { return nil }
      place = String(place[..<slash])
    }
    guard
      status.st_mode & S_IFMT == S_IFLNK, stat(place, &status) != 0
    else { return nil }
    self.path = place
    target = Self.target(of: place)
  }

  private static func target(of link: String) -> String {
    var name = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(link, &name, name.count)
    let bytes = name.prefix(max(count, 0)).map(UInt8.init(bitPattern:))
    return String(validating: bytes, as: UTF8.self) ?? String(quoting: bytes)
  }
}
