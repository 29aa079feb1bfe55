// The parts of a path as it was given; Foundation's NSString ends the program
// when it is asked for those of ".".

extension String {
  /// The folder that the path is in; `.` if it names none.
  package var folder: String {
    let path = withoutEndSlashes
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What stands after the last slash.
  package var lastName: String {
    let path = withoutEndSlashes
    return path.lastIndex(of: "/").map {
      String(path[path.index(after: $0)...])
    } ?? path
  }

  /// The path, without slashes after the last name.
  var withoutEndSlashes: String {
    var path = self
    while path.count > 1, path.last == "/" { path.removeLast() }
    return path
  }
}
