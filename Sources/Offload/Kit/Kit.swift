import Circulation

/// A folder with all that an upload needs: a file for each circulation desk of
/// the library system, the same transactions to be read, and a checklist.
package struct Kit {
  /// The file of one desk.
  package struct Upload {
    /// Its name, without a folder.
    package let name: String
    /// The desk; nil if that was not said.
    package let desk: String?
    /// The files that it was made of.
    package let sources: [StationFile]
    /// Those of them that were left out, since others begin with them.
    package let overlaps: [Overlap]
    /// What is in it.
    package let tally: FileTally
    /// The lines in it that are no transactions.
    package let unreadable: UnreadableLines
    /// How many lines were left out, since they were handed over before.
    package let leftOutCount: Int
    /// The marks of old programs that were left out of files.
    package internal(set) var marks: [(file: StationFile, marks: OuterMarks)] =
      []
    /// The lines that two of the files share, told in place of a conflict for
    /// each.
    package let shared: [SharedLines]
    /// What the files that it was made of contradict each other in, the first
    /// few.
    package let conflicts: [Conflict]
    /// How many such conflicts there are.
    package let conflictCount: Int
  }

  /// Where it is.
  package let folder: String
  /// When it was made.
  package let time: LocalTime
  /// The files to upload, in order.
  package let uploads: [Upload]
  /// The files that had no transactions in them.
  package let emptyFiles: [StationFile]

  /// The names of what is in it beside the files to upload.
  package enum Name {
    /// Every transaction, to be read.
    package static let transactions = "transactions.csv"
    /// What to do, in order.
    package static let checklist = "checklist.txt"
    /// The same, to be printed.
    package static let printedChecklist = "checklist.html"

    static let all = [
      transactions, checklist, printedChecklist, DigestList.name,
    ]
  }
}

extension Kit {
  /// The names of the files of some desks, each nil if it was not said, in the
  /// order of the upload.
  ///
  /// They begin with their number, which keeps them apart.
  static func names(ofFilesFor desks: [String?]) -> [String] {
    guard desks != [nil] else { return [StationFolder.dataFileName] }
    let width = String(desks.count).count
    return zip(1..., desks).map { number, desk in
      let digits = String(number)
      let zeros = String(repeating: "0", count: width - digits.count)
      let slug = desk?.asFileName.nonEmpty ?? "OffCirc"
      return "\(zeros)\(digits)-\(slug).dat"
    }
  }

  /// Whether a file of this name can be one of a kit.
  static func has(_ name: String) -> Bool {
    Name.all.contains(name) || name == StationFolder.dataFileName
      || name.wholeMatch(of: /[0-9]+-[A-Za-z0-9-]+\.dat/) != nil
  }
}
