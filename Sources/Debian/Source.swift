import Foundation

/// The material of the packages.
struct Source {
  /// The folder of the project.
  let folder: URL
  /// The built program.
  let program: URL
  /// The release of Debian that the packages are for.
  let release: Release
  /// The version of the packages.
  let version: String
  /// The field `Maintainer`.
  let maintainer: String
  /// The libraries that are in the program, with their folders.
  let libraries: [(name: String, folder: URL)]

  /// The owner of the project names who looks after its packages.
  static let unnamed = "To be named by the owner <owner@offcirc.invalid>"

  /// The folder of what is packed as it is.
  var files: URL { folder.appending(path: "Sources/Debian") }

  /// The moment that all in a package has: that of the last change, so that two
  /// packages made of it are the same.
  var moment: Int {
    let named = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"]
    if let seconds = named.flatMap({ Int($0) }) { return seconds }
    let text = try? URL.tool("git").output(
      "log", "-1", "--format=%ct", in: folder)
    return text.flatMap { Int($0.lastWord) } ?? 0
  }

  /// The architecture of this machine, as Debian names it.
  func architecture() throws -> String {
    try URL.tool("dpkg").output("--print-architecture").lastWord
  }

  /// The packages whose static libraries are in the program.
  private static let linked = [
    "libncurses-dev", "libpcre2-dev", "libsqlite3-dev", "libssl-dev",
  ]

  /// The licences of the libraries in the program.
  func licences() throws -> String {
    let own = try libraries.sorted { $0.name < $1.name }.map { name, folder in
      let names = try FileManager.default.contentsOfDirectory(
        atPath: folder.path)
      guard
        let file = names.sorted().first(where: {
          $0.uppercased().hasPrefix("LICENSE")
        })
      else { throw Failure("\(name) has no licence in \(folder.path).") }
      return (name, folder.appending(path: file))
    }
    let debian = Self.linked.map { name in
      (name, URL(fileURLWithPath: "/usr/share/doc/\(name)/copyright"))
    }
    return try (own + debian).map { name, file in
      let text = try String(contentsOf: file, encoding: .utf8)
      return "\(name)\n\(String(repeating: "-", count: name.count))\n\n"
        + text.withoutTextOfApache
    }.joined(separator: "\n")
  }
}

extension String {
  /// A licence; the one that each Debian has is only named, its exception kept.
  fileprivate var withoutTextOfApache: String {
    guard
      let start = range(of: "Apache License\n"),
      contains("END OF TERMS AND CONDITIONS")
    else { return self }
    let exception =
      range(of: "## Runtime Library Exception")
      .map { String(self[$0.lowerBound...]) } ?? ""
    return self[..<start.lowerBound].drop { $0 == " " }
      + "Apache License 2.0: /usr/share/common-licenses/Apache-2.0\n"
      + exception
  }
}
