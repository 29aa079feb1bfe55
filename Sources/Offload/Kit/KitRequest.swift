import Circulation
import Exchange

/// A request for a kit of some files, with what a person says about lines that
/// the ledger lists already, and the rules by which it is granted.
package struct KitRequest: Hashable, Sendable {
  /// The treatment of lines that the ledger lists already.
  package enum Policy: Hashable, Sendable {
    /// Refuse files with such lines.
    case refuse
    /// Include them again.
    case again
    /// Leave them out.
    case rest
  }

  /// The files, in the order given.
  package let files: [StationFile]
  /// The treatment of lines that the ledger lists already.
  package let policy: Policy
  /// The files of stations of which a file was made by decisions, by its path.
  package let origins: [String: [StationFile]]

  /// Creates a request for files.
  package init(
    _ files: [StationFile], _ policy: Policy = .refuse,
    madeOf origins: [String: [StationFile]] = [:]
  ) {
    self.files = files
    self.policy = policy
    self.origins = origins
  }

  /// Creates a request for files as they were named and found.
  ///
  /// - Parameters:
  ///   - files: the files.
  ///   - desk: the desk of files that name none; blank for none.
  ///   - expected: the desks that their folders may name.
  ///   - policy: the treatment of lines that the ledger lists already.
  ///   - system: the library system. PMB and Destiny take files of days, and not
  ///     of desks: files of all desks are joined, in the order of time.
  ///   - origins: the files of stations of which a file was made, by its path.
  package init(
    _ files: [StationFile], desk: String, expecting expected: ExpectedDesks,
    _ policy: Policy, for system: KitTarget.System = .alma,
    madeOf origins: [String: [StationFile]] = [:]
  ) {
    let assigned = files.map { file in
      system.joinsDesks
        ? StationFile(path: file.path)
        : file.assigned(to: expected.desk(of: file) ?? "").assigned(to: desk)
    }
    self.init(assigned, policy, madeOf: origins)
  }
}

/// A refusal to make a kit, since the ledger lists lines of the files, or may.
package struct KitRefusal {
  /// A file with the lines that the ledger lists, and its unreadable lines.
  package typealias File = (
    file: StationFile, uploadStatus: UploadStatus, unreadable: UnreadableLines
  )

  /// The files, desk by desk.
  package let files: [File]

  /// True if lines of the files are in the ledger.
  package var hasOld: Bool {
    files.contains { $0.uploadStatus.handedOverCount > 0 }
  }

  /// True if lines of the files are not in the ledger, as far as it is known.
  package var hasNew: Bool { files.contains { $0.uploadStatus.newCount > 0 } }

  /// The reason why lines that seem new may be in a ledger; nil if there is
  /// none.
  package var warning: UploadStatus.Warning? {
    files.lazy.compactMap(\.uploadStatus.warning).first
  }
}

extension KitRequest {
  /// Decides if the kit may be made.
  ///
  /// - Parameters:
  ///   - desks: the files of the request, read.
  ///   - reading: the content of the ledger.
  ///   - isOwnTorn: true if the truncated line of the ledger is the entry of
  ///     this kit, which nobody can have used.
  /// - Returns: the refusal; nil if it may be made.
  /// - Throws: ``KitError`` for files that no policy admits; ``FileError``.
  func refusal(
    of desks: [DeskFiles], by reading: Ledger.Reading, isOwnTorn: Bool
  ) throws -> KitRefusal? {
    for desk in desks where desk.isUnreadable {
      guard let file = desk.merge.files.first else { continue }
      throw KitError.unreadable(
        file,
        try ForeignFile(
          at: file.path, fileSystem: desk.merge.fileSystem))
    }
    try refuseSameFiles(desks)
    try refuseSharedLines(desks, beside: policy == .rest ? reading : nil)
    let refusal = KitRefusal(
      files: desks.flatMap(\.files).map {
        ($0.file, $0.uploadStatus, $0.content.summary.unreadable)
      })
    if refusal.hasOld,
      policy == .refuse || policy == .rest && !refusal.hasNew
    {
      return refusal
    }
    // Unreadable ledger lines may list these files.
    let isHidden = refusal.files.contains {
      $0.uploadStatus.warning?.remains(isOwnTorn) ?? false
    }
    return isHidden && policy != .again ? refusal : nil
  }

  /// Refuses a file given for two desks: it would be uploaded twice.
  ///
  /// - Throws: ``KitError/sameFile(_:_:)``.
  private func refuseSameFiles(_ desks: [DeskFiles]) throws(KitError) {
    var seen: [String: (desk: Int, file: StationFile)] = [:]
    for (index, desk) in desks.enumerated() {
      for (file, content, uploadStatus) in desk.files
      where uploadStatus.lineCount > 0 {
        if let other = seen[content.sha256], other.desk != index {
          throw .sameFile(other.file, file)
        }
        seen[content.sha256] = (index, file)
      }
    }
  }

  /// Refuses lines that two files share, or that a file repeats: they would be
  /// uploaded twice.
  ///
  /// - Throws: ``KitError``; ``FileError``.
  private func refuseSharedLines(
    _ desks: [DeskFiles], beside old: Ledger.Reading?
  ) throws {
    var seen: [(desk: Int, file: StationFile, lines: MarkCount)] = []
    for (index, desk) in desks.enumerated() {
      for (file, content) in desk.mergedFiles {
        var lines = MarkCount(of: content.marks)
        if policy != .again, let count = lines.repeatedCount {
          throw KitError.repeatedLines(file, count: count)
        }
        if var uploadedLines = try old?.uploadedLines(for: file) {
          // Lines to be left out are not uploaded twice.
          lines = MarkCount(
            of: content.marks.filter { !uploadedLines.consume($0) })
        }
        for other in seen where other.desk != index || policy != .again {
          guard let count = other.lines.shared(with: lines) else { continue }
          throw KitError.sharedLines(
            SharedLines(first: other.file, second: file, count: count),
            isOneDesk: other.desk == index)
        }
        seen.append((index, file, lines))
      }
    }
  }
}
