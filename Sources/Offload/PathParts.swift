// Parts of a path as given. Foundation's NSString crashes when asked for those
// of ".".

extension String {
  /// The parent folder; `.` if the path names none.
  package var folder: String {
    let path = withoutEndSlashes
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last component.
  package var lastName: String {
    let path = withoutEndSlashes
    return path.lastIndex(of: "/").map {
      String(path[path.index(after: $0)...])
    } ?? path
  }

  /// The path without trailing slashes.
  var withoutEndSlashes: String {
    var path = self
    while path.count > 1, path.last == "/" { path.removeLast() }
    return path
  }
}
