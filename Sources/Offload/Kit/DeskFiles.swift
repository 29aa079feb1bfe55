import Circulation

/// The files of one desk of the library system, as given for a kit.
struct DeskFiles {
  /// The name of the desk; nil if not given.
  let name: String?
  /// The merge of its files.
  let merge: Merge
  /// The files with their content and the lines that the ledger lists; empty
  /// before ``read(by:_:)``.
  private(set) var files:
    [(file: StationFile, content: FileContent, uploadStatus: UploadStatus)] =
      []

  /// Groups files by desk, in the order of each desk's first file; opens them
  /// without reading.
  ///
  /// - Throws: ``KitError/similarDesks(_:_:)``; ``FileError``.
  static func all(of files: [StationFile]) throws -> [DeskFiles] {
    var names: [String?] = []
    for file in files where !names.contains(file.desk) {
      let like = names.compactMap(\.self).first {
        $0.asDesk == file.desk?.asDesk
      }
      if let like, let desk = file.desk {
        throw KitError.similarDesks(like, desk)
      }
      names.append(file.desk)
    }
    var desks: [DeskFiles] = []
    for name in names {
      let merge = try Merge(files.filter { $0.desk == name })
      desks.append(DeskFiles(name: name, merge: merge))
    }
    return desks
  }

  private init(name: String?, merge: Merge) {
    self.name = name
    self.merge = merge
  }

  private var allFiles: [StationFile] {
    merge.files + merge.overlaps.map(\.file)
  }

  /// The total length of the files in bytes.
  var byteCount: Int { merge.inputs.reduce(0) { $0 + $1.version.length } }

  /// Returns the desk with its files read.
  ///
  /// - Throws: ``FileError``.
  func read(
    by ledger: Ledger.Reading, _ work: inout ProgressCounter
  ) throws(FileError) -> DeskFiles {
    var desk = self
    for file in allFiles {
      let content = try FileContent(of: file.path) { [work] in work.show($0) }
      desk.files.append((file, content, try ledger.uploadStatus(of: file.path)))
      work.finish(content.byteCount)
    }
    return desk
  }

  /// Drops the marks of the lines, which are needed only to decide if the kit
  /// may be made: there may be millions.
  mutating func forgetMarks() {
    for index in files.indices { files[index].content.forgetMarks() }
  }

  /// True if there are lines, but no transaction.
  var isUnreadable: Bool {
    let lineCount = files.reduce(0) { $0 + $1.uploadStatus.lineCount }
    let unreadable = files.reduce(0) {
      $0 + $1.content.summary.unreadable.count
    }
    return lineCount > 0 && unreadable == lineCount
  }

  /// The files that are merged, with their content.
  var mergedFiles: [(file: StationFile, content: FileContent)] {
    files.prefix(merge.files.count).map { ($0.file, $0.content) }
  }

  /// Returns true if a file has lines; if `old` is given, lines that it does
  /// not list.
  func hasLines(beside old: Ledger.Reading?) -> Bool {
    files.contains {
      old == nil ? $0.uploadStatus.lineCount > 0 : $0.uploadStatus.newCount > 0
    }
  }

  /// Returns true if its first transaction is earlier than that of another
  /// desk.
  func comesBefore(_ other: DeskFiles) -> Bool {
    guard let first else { return false }
    return other.first.map { first.precedes($0) } ?? true
  }

  private var first: LocalTime? {
    let times = files.compactMap(\.content.summary.first)
    return times.min { $0.precedes($1) }
  }
}
