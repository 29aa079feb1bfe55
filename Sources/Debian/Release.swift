import Foundation

/// The release of Debian on which a package is made, and for which alone it is.
struct Release {
  /// Its number, such as `12`.
  let number: String

  /// The end of the version, by which that for a later release is newer.
  var suffix: String { "+deb" + number }

  /// The packages of the libraries that are opened when a command needs them:
  /// those whose headers the program was compiled with.
  var libraries: [String] {
    get throws {
      switch number {
      case "12":
        [
          "libcairo2", "libgmime-3.0-0", "libicu72", "libxml2", "libzint2.11",
          "libzip4",
        ]
      case "13":
        [
          "libcairo2", "libgmime-3.0-0t64", "libicu76", "libxml2",
          "libzint2.15", "libzip5",
        ]
      default:
        throw Failure("Packages are made on Debian 12 and 13 only.")
      }
    }
  }

  /// Reads the release of this system.
  static func current() throws -> Release {
    let text = try String(contentsOfFile: "/etc/os-release", encoding: .utf8)
    var fields: [Substring: Substring] = [:]
    for line in text.split(separator: "\n") {
      let field = line.split(separator: "=", maxSplits: 1)
      if field.count == 2 {
        fields[field[0]] = field[1].trimming { $0 == "\"" }
      }
    }
    guard fields["ID"] == "debian", let number = fields["VERSION_ID"] else {
      throw Failure("Packages are made on Debian, of the release of the desks.")
    }
    return Release(number: String(number))
  }
}

extension Substring {
  fileprivate func trimming(_ isEdge: (Character) -> Bool) -> Substring {
    var text = drop(while: isEdge)
    while let last = text.last, isEdge(last) { text.removeLast() }
    return text
  }
}
