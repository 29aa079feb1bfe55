import Catalogue
import Circulation
import Exchange

/// A folder with everything needed for an upload: a file for each desk of the
/// library system, a readable list of the transactions, and a checklist.
package struct Kit {
  /// The file to upload for one desk.
  package struct Upload {
    /// The name of the file, without folder.
    package let name: String
    /// The name of the desk; nil if not given.
    package let desk: String?
    /// The source files.
    package let sources: [StationFile]
    /// The source files left out because another one begins with their lines.
    package let overlaps: [Overlap]
    /// The content of the file.
    package let content: FileContent
    /// The lines that are not transactions.
    package let unreadable: UnreadableLines
    /// The number of lines left out because the ledger lists them.
    package let leftOutCount: Int
    /// The control characters left out of each file.
    package internal(set) var marks: [(file: StationFile, marks: OuterMarks)] =
      []
    /// The lines shared by two source files, reported instead of a conflict for
    /// each line.
    package let shared: [SharedLines]
    /// The first few conflicts between source files.
    package let conflicts: [Conflict]
    /// The total number of such conflicts.
    package let conflictCount: Int
    /// The first few conflicts that the stations' journals decide.
    package let decided: [Conflict]
    /// The total number of those.
    package let decidedCount: Int
    /// The files of stations of which the sources were made by decisions; empty
    /// if the sources are those of stations.
    var origins: [StationFile] = []

    /// The files of stations in it.
    package var stations: [StationFile] {
      origins.isEmpty ? sources : origins
    }

    /// True if a person must look at some of its lines.
    package var needsAttention: Bool {
      unreadable.count > 0 || !shared.isEmpty || conflictCount > 0
    }
  }

  /// The path of the folder.
  package let folder: String
  /// The time when it was made.
  package let time: LocalTime
  /// The files to upload, in order.
  package let uploads: [Upload]
  /// The source files without transactions.
  package let emptyFiles: [StationFile]
  /// The ledger that was created for it, unless it is the default one: there
  /// may be another on an absent drive.
  package internal(set) var newLedger: String?

  /// The rehearsal of the uploads; nil if there is no catalogue.
  package internal(set) var rehearsal: KitRehearsal?
  /// The error of the catalogue that prevented the rehearsal.
  package internal(set) var catalogueError: CatalogueError?
  /// The part for PMB; nil in a kit for another system.
  package internal(set) var pmb: PMBKit?
  /// The part for Koha, Evergreen, Sierra or Destiny; nil in a kit for another
  /// system.
  package internal(set) var system: SystemKit?
  /// The lists of copies by state, for another system.
  var stateLists: [StateLists.List] = []

  /// A file of the kit that is written at once.
  typealias File = (name: String, text: String)

  /// The names of the kit's other files.
  package enum Name {
    /// The list of all transactions, for reading.
    package static let transactions = "transactions.csv"
    /// The checklist as plain text.
    package static let checklist = "checklist.txt"
    /// The checklist as HTML, for printing.
    package static let printedChecklist = "checklist.html"
    /// The rehearsal as plain text.
    package static let rehearsal = "rehearsal.txt"
    /// The rehearsal as HTML, for printing.
    package static let printedRehearsal = "rehearsal.html"
    /// The items that are not for loan and were lent, each once.
    package static let notForLoan = "not-for-loan.csv"

    static let all = [
      transactions, checklist, printedChecklist, rehearsal, printedRehearsal,
      notForLoan, DigestList.name,
    ]
  }
}

extension Kit {
  /// Returns the file names for desks, nil for an unnamed one, in the order of
  /// the upload.
  ///
  /// A number at the beginning makes each name unique.
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

  /// Returns the names of the files for another library system that have the
  /// lines of an upload.
  func systemFiles(of index: Int) -> [String] {
    if let pmb { return pmb.loanFiles }
    guard let system else { return [] }
    let names = system.report.written.map(\.path)
    // Files of days have the lines of all desks.
    return system.system.hasTimes ? [names[index]] : names
  }

  /// Returns true if a kit can contain a file of this name.
  static func has(_ name: String) -> Bool {
    Name.all.contains(name) || name == StationFolder.dataFileName
      || name.wholeMatch(of: /[0-9]+-[A-Za-z0-9-]+\.dat/) != nil
      || name.wholeMatch(of: /state-[0-9]+\.(csv|txt)/) != nil
      || SystemKit.has(name) || PMBKit.has(name)
  }
}
