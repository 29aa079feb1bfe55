import Circulation
import Scanning

/// The reports on the uploads of a morning: the files of a folder that may
/// change while it is looked at.
package struct MorningReports {
  /// The path of the folder.
  package let folder: String
  private let disk: any FolderOperations

  /// Names the folder of reports; it need not exist.
  package init(
    in folder: String, disk: any FolderOperations = PosixFileSystem()
  ) {
    self.folder = folder
    self.disk = disk
  }

  /// The paths of the reports with their versions, which tell if one has come
  /// or changed.
  ///
  /// - Returns: the versions by the names; empty without a folder.
  /// - Throws: ``FileError``.
  package func versions() throws(FileError) -> [String: FileVersion] {
    guard try disk.target(of: folder) == .folder else { return [:] }
    var versions: [String: FileVersion] = [:]
    // What begins with a dot is not finished, or of the system.
    for name in try disk.names(in: folder) where !name.hasPrefix(".") {
      let path = folder.appending(path: name)
      guard try disk.target(of: path) == .file else { continue }
      versions[path] = try disk.version(path)
    }
    return versions
  }

  /// Matches a report with the uploaded file that it is about.
  ///
  /// - Parameters:
  ///   - path: the path of the report.
  ///   - uploads: the paths of the uploaded files.
  ///   - rules: the rules for numbers.
  ///   - known: the search in the catalogue; nil if there is none.
  /// - Returns: the worklist with the fewest doubts.
  /// - Throws: ``OtherFile`` if it is about none of them; ``ReportError``;
  ///   ``FileError``; ``CatalogueError``.
  package func worklist(
    of path: String, about uploads: [String], rules: ScanRules = ScanRules(),
    known: KnownNeighbours? = nil
  ) throws -> Worklist? {
    let report = try JobReport(file: path, fileSystem: disk)
    var best: Worklist?
    var other: OtherFile?
    for upload in uploads {
      do {
        let worklist = try Worklist(
          of: report, with: upload, rules: rules, known: known,
          fileSystem: disk)
        if best.map({ worklist.doubtCount < $0.doubtCount }) ?? true {
          best = worklist
        }
      } catch let error as OtherFile {
        other = other ?? error
      }
    }
    if best == nil, let other { throw other }
    return best
  }

  /// Adds a report under a name of its own, unless it is there already; returns
  /// when it is on disk.
  ///
  /// - Returns: the path of the report.
  /// - Throws: ``FileError``.
  @discardableResult
  package func add(
    _ bytes: [UInt8], named name: String
  ) throws(FileError) -> String {
    try disk.makeFolders(folder)
    var path = folder.appending(path: name)
    var number = 1
    while try disk.version(path) != nil {
      let old = try disk.open(path, for: .reading)
      if try old.length() == bytes.count,
        try old.bytes(0..<bytes.count) == bytes
      {
        return path
      }
      number += 1
      path = folder.appending(path: "\(number)-\(name)")
    }
    _ = try disk.replace(path) { file throws(FileError) in
      try file.write(bytes.span, at: 0)
    }
    try disk.synchronizeFolder(folder)
    return path
  }
}

extension Worklist {
  /// The number of reasons to doubt that the report is about this file.
  fileprivate var doubtCount: Int {
    warnings.count + tasks(in: .unclear).count
  }
}
