import Circulation
import Foundation

/// The files of one desk of the library system.
struct HandedInDesk {
  /// What the desk is called; nil if that was not said.
  let name: String?
  /// The files as one.
  let merge: Merge
  /// What is in each of them, and how much of it was handed over before; empty
  /// until they are read.
  private(set) var files:
    [(file: StationFile, tally: FileTally, standing: Standing)] =
      []

  /// The desks, in the order in which the first file of each was given; nothing
  /// of the files is read yet, but that they can be.
  ///
  /// - Throws: ``KitError/similarDesks(_:_:)``; ``FileFailure``.
  static func all(of files: [StationFile]) throws -> [HandedInDesk] {
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
    var desks: [HandedInDesk] = []
    for name in names {
      let merge = try Merge(files.filter { $0.desk == name })
      desks.append(HandedInDesk(name: name, merge: merge))
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

  /// The length of all files.
  var byteCount: Int { merge.inputs.reduce(0) { $0 + $1.stamp.length } }

  /// The desk when its files were read.
  func read(
    by ledger: Ledger.Reading, _ work: inout Work
  ) throws(FileFailure) -> HandedInDesk {
    var desk = self
    for file in allFiles {
      let tally = try FileTally(of: file.path) { [work] in work.show($0) }
      desk.files.append((file, tally, try ledger.standing(of: file.path)))
      work.finish(tally.byteCount)
    }
    return desk
  }

  /// Whether there are lines, and none of them is a transaction.
  var isUnreadable: Bool {
    let lineCount = files.reduce(0) { $0 + $1.standing.lineCount }
    let unreadable = files.reduce(0) { $0 + $1.tally.unreadable.count }
    return lineCount > 0 && unreadable == lineCount
  }

  /// The files that are merged, with their tallies.
  var mergedFiles: [(file: StationFile, tally: FileTally)] {
    files.prefix(merge.files.count).map { ($0.file, $0.tally) }
  }

  /// Whether a file has lines in it, or such that were not handed over.
  func hasLines(beside old: Ledger.Reading?) -> Bool {
    files.contains {
      old == nil ? $0.standing.lineCount > 0 : $0.standing.newCount > 0
    }
  }

  /// Whether its first transaction was before that of another.
  func comesBefore(_ other: HandedInDesk) -> Bool {
    guard let first else { return false }
    return other.first.map { first.precedes($0) } ?? true
  }

  private var first: LocalTime? {
    let times = files.compactMap(\.tally.first)
    return times.min { $0.precedes($1) }
  }
}

extension String {
  /// A name without what two ways to write it differ in.
  fileprivate var asDesk: String {
    tidied.folding(
      options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }
}
