import Circulation
import Foundation
import Glibc

/// A file like `OffCirc.dat`, as it was handed in: from which desk, and from
/// which station if that can be known.
package struct StationFile: Hashable, Sendable {
  /// Where the file is.
  package let path: String
  /// The circulation desk of the library system, as the person who hands the
  /// file in calls it; nil if that was not said.
  package let desk: String?
  /// The id of the station that wrote the file: that of the journal which
  /// stands beside a file named `OffCirc.dat`; nil if there is none.
  package let station: String?

  /// A file at a path.
  package init(path: String, desk: String? = nil) {
    self.path = path
    self.desk = desk
    let isOwn = path.lastName == StationFolder.dataFileName
    let folder = StationFolder(path: path.folder)
    station = isOwn ? JournalReader.station(of: folder) : nil
  }

  /// A file as the command line names it: `PATH`, or `DESK=PATH` where no file
  /// has all of that for its name; a desk of blanks only is none.
  package init(argument: String) {
    guard
      !Self.mayBeThere(argument),
      let sign = argument.firstIndex(of: "="), sign > argument.startIndex
    else {
      self.init(path: argument)
      return
    }
    self.init(
      path: String(argument[argument.index(after: sign)...]),
      desk: String(argument[..<sign]).withoutOuterBlanks.nonEmpty)
  }

  /// Whether a path is one of something, as far as that can be known; why it
  /// can't be is told when it is opened.
  private static func mayBeThere(_ path: String) -> Bool {
    do throws(FileFailure) {
      return try PosixFileSystem().target(of: path) != nil
    } catch {
      return ![ENOTDIR, ENAMETOOLONG].contains(error.code)
    }
  }
}

extension String {
  /// The text without the blanks around it.
  package var withoutOuterBlanks: String {
    trimmingCharacters(in: .whitespacesAndNewlines)
  }

  var nonEmpty: String? { isEmpty ? nil : self }
}
