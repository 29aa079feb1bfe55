import Circulation

/// The desks whose files are expected after an outage, by their names.
package struct ExpectedDesks: Hashable, Sendable {
  /// The names, in the order of the settings.
  package let names: [String]

  /// Creates the desks with these names; blank ones are left out.
  package init(_ names: [String] = []) {
    self.names = names.compactMap { $0.trimmingWhitespace.nonEmpty }
  }

  /// Returns the expected desk of a file; nil if it is not one of them.
  ///
  /// Without a desk given by the user, it is the name of a folder on the path,
  /// the nearest first, or of the file itself.
  package func desk(of file: StationFile) -> String? {
    if let desk = file.desk {
      return names.first { $0.asDesk == desk.asDesk }
    }
    let parts = file.path.split(separator: "/").reversed()
    for (index, part) in parts.enumerated() {
      let ending = index == 0 ? part.lastIndex(of: ".") : nil
      let name = String(part[..<(ending ?? part.endIndex)]).asNameOfDesk
      if let desk = names.first(where: { $0.asNameOfDesk == name }) {
        return desk
      }
    }
    return nil
  }

  /// Returns the desks that have none of the files.
  package func missing(among files: [StationFile]) -> [String] {
    let present = Set(files.compactMap { desk(of: $0) })
    return names.filter { !present.contains($0) }
  }
}

extension String {
  /// The name of a desk without differences in case, accents and spacing.
  var asDesk: String { collapsingWhitespace.withoutAccents.lowercased() }

  /// The name of a desk as folders and files have it, where hyphens and low
  /// lines may stand for spaces.
  fileprivate var asNameOfDesk: String {
    String(map { $0 == "-" || $0 == "_" ? " " : $0 }).asDesk
  }
}
