import Glibc

/// A link that leads to nothing, in the place of a file or on the way there:
/// its drive is not there, say.
public struct DeadLink: Hashable, Sendable {
  /// Where the link is.
  public let path: String
  /// Where it leads.
  public let target: String

  /// Finds the one that keeps a path from being there; nil if there is none.
  public init?(onTheWayTo path: String) {
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
