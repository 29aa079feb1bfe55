import Foundation

/// A package, as it is described and filled.
protocol DebianPackage {
  /// Its name.
  var name: String { get }
  /// The fields of its description, without those that all packages have.
  func fields(_ stage: Stage) throws -> [(String, String)]
  /// Puts its files in their places.
  func fill(_ stage: Stage) throws
  /// The files that an administrator may change.
  var settings: [String] { get }
  /// Its scripts, by their names.
  var scripts: [String: String] { get }
}

/// The folder in which a package is laid out before it is packed.
final class Stage {
  /// Its root.
  let root: URL
  private let moment: Int
  private let disk = FileManager.default

  /// Creates an empty folder; all in it gets the time of a moment.
  init(in folder: URL, _ moment: Int) throws {
    root = folder.appending(path: "stage")
    self.moment = moment
    if disk.fileExists(atPath: root.path) { try disk.removeItem(at: root) }
    try disk.createDirectory(at: root, withIntermediateDirectories: true)
  }

  /// Returns the place of an installed file; its folders are made.
  func place(_ path: String) throws -> URL {
    let place = root.appending(path: path)
    try disk.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    return place
  }

  /// Installs a copy of a file.
  func install(_ file: URL, as path: String, mode: Int = 0o644) throws {
    try disk.copyItem(at: file, to: place(path))
    try setMode(mode, of: path)
  }

  /// Installs a file with a text.
  func install(_ text: String, as path: String, mode: Int = 0o644) throws {
    try Data(text.utf8).write(to: place(path))
    try setMode(mode, of: path)
  }

  /// Installs a link.
  func link(_ path: String, to target: String) throws {
    try disk.createSymbolicLink(
      atPath: place(path).path, withDestinationPath: target)
  }

  /// Compresses a file without its name and time.
  func compress(_ path: String) throws {
    _ = try URL.tool("gzip").output("-9nf", root.appending(path: path).path)
  }

  private func setMode(_ mode: Int, of path: String) throws {
    try disk.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: root.appending(path: path).path)
  }

  /// The paths of all in it, folders too, in order.
  func paths() throws -> [String] {
    try disk.subpathsOfDirectory(atPath: root.path).sorted()
  }

  /// Packs it; returns the package.
  func pack(
    _ package: any DebianPackage, _ source: Source, to folder: URL
  ) throws -> URL {
    let fields = try package.fields(self)
    try describe(package, source)
    try writeControl(package, source, fields)
    for path in try paths() where isFolder(path) {
      try setMode(0o755, of: path)
    }
    _ = try URL.tool("find").output(
      root.path, "-exec", "touch", "-h", "-d", "@\(moment)", "{}", "+")
    let architecture =
      fields.first { $0.0 == "Architecture" }.map(\.1) ?? "all"
    try disk.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(
      path: "\(package.name)_\(source.version)_\(architecture).deb")
    _ = try URL.tool("dpkg-deb").output(
      ["--root-owner-group", "-Zxz", "--build", root.path, file.path],
      environment: ["SOURCE_DATE_EPOCH": String(moment)])
    return file
  }

  private func isFolder(_ path: String) -> Bool {
    let kind = try? disk.attributesOfItem(
      atPath: root.appending(path: path).path)[.type]
    return kind as? FileAttributeType == .typeDirectory
  }

  /// Writes what every package says of itself: its changes and its licence.
  private func describe(
    _ package: any DebianPackage, _ source: Source
  ) throws {
    let place = "usr/share/doc/" + package.name
    try install(
      """
      \(package.name) (\(source.version)) unstable; urgency=medium

        * Made from the project as it is: see its commits.

       -- \(source.maintainer)  \(moment.asMailDate)

      """, as: place + "/changelog")
    try compress(place + "/changelog")
    let own = try String(
      contentsOf: source.files.appending(path: "copyright"), encoding: .utf8)
    try install(
      own + "\n" + source.licences(), as: place + "/copyright")
  }

  private func writeControl(
    _ package: any DebianPackage, _ source: Source,
    _ fields: [(String, String)]
  ) throws {
    let installed = try paths().filter { !isFolder($0) }
    let sizes = installed.map { path -> Int in
      let size = try? disk.attributesOfItem(
        atPath: root.appending(path: path).path)[.size]
      return ((size as? Int ?? 0) + 1_023) / 1_024
    }
    let links = installed.filter { path in
      (try? disk.destinationOfSymbolicLink(
        atPath: root.appending(path: path).path)) != nil
    }
    let sums = try URL.tool("md5sum").output(
      installed.filter { path in
        !links.contains(path) && !package.settings.contains("/" + path)
      }, in: root)
    let control =
      [
        ("Package", package.name), ("Version", source.version),
        ("Maintainer", source.maintainer), ("Section", "misc"),
        ("Priority", "optional"),
        ("Installed-Size", String(sizes.reduce(0, +))),
      ] + fields
    try install(
      control.map { "\($0.0): \($0.1)\n" }.joined(), as: "DEBIAN/control")
    try install(sums, as: "DEBIAN/md5sums")
    if !package.settings.isEmpty {
      try install(
        package.settings.map { $0 + "\n" }.joined(), as: "DEBIAN/conffiles")
    }
    for (name, text) in package.scripts {
      try install(text, as: "DEBIAN/" + name, mode: 0o755)
    }
  }
}

extension Int {
  /// The moment, in seconds since 1970, as the head of a mail has it.
  fileprivate var asMailDate: String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "UTC")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
    return format.string(from: Date(timeIntervalSince1970: Double(self)))
  }
}
