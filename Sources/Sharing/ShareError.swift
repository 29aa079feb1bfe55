import Circulation
import SharedLibraries

/// An error of sharing.
package enum ShareError: Error, Hashable, Sendable {
  // Before the connection.

  /// libpq is not installed.
  case missing(MissingLibrary)
  /// The address can't be understood.
  case address(reason: String)
  /// The address has a password, which others could read.
  case passwordInAddress
  /// The file of passwords can be read by others.
  case passwordFileOpen(path: String)

  // The connection.

  /// No server answers.
  case unreachable(reason: String)
  /// The server has refused the connection.
  case notAdmitted(reason: String)
  /// The server can't prove that it is the one that is meant.
  case untrusted(reason: String)
  /// A server on another machine does not encrypt.
  case unencrypted(host: String)
  /// The server has not answered for so many seconds.
  case noAnswer(seconds: Int)
  /// The connection was lost.
  case lost(reason: String)

  // The database.

  /// The server has refused a statement, with this SQLSTATE.
  case refused(reason: String, state: String)
  /// The server is older than this major version.
  case serverTooOld(version: String, needed: Int)
  /// The database is in an encoding other than UTF-8.
  case encoding(String)
  /// The database was not prepared.
  case notPrepared
  /// The database was prepared by an older program.
  case olderSchema(step: Int, needed: Int)
  /// The database was prepared by a newer program, which older ones must not
  /// write to.
  case newerSchema(step: Int, known: Int)

  // The lists.

  /// The role may not change the library's lists.
  case mayNotPublish(role: String)
  /// Another computer is changing the library's lists.
  case listsBusy
  /// A list is not whole, or was replaced while it was read.
  case listCut(String)

  // The journal.

  /// The journal and the database have different lines of one number: the
  /// folder was copied, and both copies were used.
  case fork(station: String, sequence: Int)
  /// The database has lines after the journal's last one.
  case ahead(station: String, count: Int)
  /// The database has no line of the station.
  case unknownStation(String)
  /// The journals of several stations could be meant.
  case severalStations([String])
  /// The journal can't be read.
  case file(FileError)

  /// True if it may pass by itself.
  package var isPassing: Bool {
    switch self {
    case .unreachable, .noAnswer, .lost, .listCut: true
    case .refused(_, let state): Self.isPassing(state: state[...])
    default: false
    }
  }

  /// Returns true if libpq says that it does not trust a server: only its text
  /// tells, in the language of the environment.
  static func isDistrust(_ reason: String) -> Bool {
    // Its certificate, as OpenSSL says it too; or it has none.
    ["certificat", "SSL was required", "SSL était"].contains {
      reason.contains($0)
    }
  }

  /// Returns true if what this SQLSTATE says may pass by itself.
  static func isPassing(state: Substring) -> Bool {
    // Connections, rollbacks, resources, operators, the system; and a server
    // that only reads.
    ["08", "40", "53", "57", "58"].contains(state.prefix(2))
      || state == "25006"
  }
}
