import SharedLibraries
import Sharing
import Station
import Typesetting

extension English {
  func sentence(_ error: ShareError) -> String {
    switch error {
    case .missing(let library):
      "Cannot share without the package \(library.debianPackage). Install it, then try again."
    case .address(let reason):
      "Cannot read the address of the shared database: \(reason.printable). Write it like service=offcirc."
    case .passwordInAddress:
      "The address of the shared database contains a password, which others could read. Move it to ~/.pgpass, with mode 600."
    case .passwordFileOpen(let path):
      "Others can read the passwords in \(path.printable), so they are not used. Run chmod 600 on it."
    case .unreachable(let reason):
      "Cannot reach the shared database: \(reason.printable)."
    case .notAdmitted(let reason):
      "The shared database refuses this station: \(reason.printable). Check role, password and pg_hba.conf."
    case .untrusted(let reason):
      "The shared database cannot prove that it is the right one: \(reason.printable). Check the dates and the host name of its certificate, and sslrootcert here."
    case .unencrypted(let host):
      "The connection to \(host.printable) is not encrypted. Turn on TLS on the server, and sslmode=verify-full here."
    case .noAnswer(let seconds):
      "The shared database has not answered for \(seconds) s."
    case .lost(let reason):
      "The connection to the shared database was lost: \(reason.printable)."
    case .refused(let reason, let state):
      "The shared database refused: \(reason.printable) (\(state)). Check the rights of the role."
    case .serverTooOld(let version, let needed):
      "The server is PostgreSQL \(version.printable). Use version \(needed) or newer."
    case .encoding(let name):
      "The encoding of the database is \(name.printable). Create it with UTF8."
    case .notPrepared:
      "The database is not prepared. Run offcirc share init as its owner."
    case .olderSchema(let step, let needed):
      "The shared database is at step \(step), and this OffCirc needs step \(needed). Run offcirc share init as its owner."
    case .newerSchema(let step, let known):
      "The shared database is at step \(step), and this OffCirc knows step \(known). Install the new version on this desk."
    case .mayNotPublish(let role):
      "The role \(role.printable) may not change the lists of the library. Use a computer with the role of a referent."
    case .listsBusy:
      "Another computer is changing the lists of the library. Run the same command again later."
    case .listCut(let name):
      "The list \(name.printable) did not arrive whole, so the lists stay as they are. Run the same command again."
    case .fork(let station, let sequence):
      "The shared database has another event \(sequence) of station \(station.printable). The folder was copied, and both copies were used. Nothing more is shared. Keep both folders, and merge their OffCirc.dat."
    case .ahead(let station, let count):
      "The shared database has \(counting(count, "event")) of station \(station.printable) that its journal lacks. Nothing more is shared. Recover the journal with offcirc recover --share."
    case .unknownStation(let station):
      "The shared database has nothing of station \(station.printable). offcirc share status lists the stations."
    case .severalStations([]):
      "The shared database has no station of this role. offcirc share status lists the stations."
    case .severalStations(let stations):
      "The shared database has \(stations.count) stations of this role. Give one of them: \(stations.joined(separator: ", ").printable)."
    case .file(let error): sentence(error)
    }
  }

  func sentence(_ warning: Sharer.Warning) -> String {
    switch warning {
    case .error(let error): sentence(error)
    case .clock(let lead):
      "The clock is \(span(lead)) \(lead < 0 ? "behind" : "ahead of") that of the shared database. Set the clock that is wrong."
    case .lists:
      "Cannot take the new lists of the library, so the old ones stay. Run offcirc share lists to see why."
    }
  }

  private func span(_ seconds: Int) -> String {
    let minutes = Int(seconds.magnitude) / 60
    return switch minutes {
    case ..<120: "\(minutes) min"
    case ..<2_880: "\(minutes / 60) h"
    default: "\(minutes / 1_440) days"
    }
  }

  func clockLead(_ seconds: Int) -> String {
    seconds.magnitude < 60 ? "" : (seconds < 0 ? "−" : "") + span(seconds)
  }

  var noShare: String {
    "There is no address of a shared database. Give it with --share, OFFCIRC_SHARE or the settings."
  }

  func prepared(_ schema: Schema) -> [String] {
    let database = schema.database.printable
    return [
      schema.steps.isEmpty
        ? "The database \(database) was prepared before."
        : "The database \(database) is prepared.",
      "Create a login role for each desk and referent in psql:",
    ] + schema.loginRoles.map { "  " + $0.printable } + [
      "In pg_hba.conf, let them in with TLS only:",
      "  " + schema.admission.printable,
    ]
  }

  var shareHeadings: [String] {
    [
      "Desk", "Station", "Role", "Heard", "Events", "Waiting", "Clock", "Lists",
    ]
  }

  var nothingShared: String { "No station has shared anything yet." }

  func sentence(_ lists: SharedLists) -> String {
    guard let published = lists.published else {
      return "The shared database has no lists yet."
    }
    return
      "Lists of the library: version \(lists.version), published on \(moment(published)) by \(lists.role.printable), \(counting(lists.files.count, "list"))."
  }

  func publishedLists(_ version: Int) -> String {
    "The lists of the library are those of this computer: version \(version)."
  }

  var listsOnlyHere: String {
    "Only the lists of this computer have changed. Publish them later with offcirc share lists --publish."
  }

  func ownLists(_ count: Int) -> String {
    "\(counting(count, "list is", "lists are")) on this computer only. Publish with offcirc share lists --publish, in the role of a referent."
  }

  func fetched(_ count: Int, into folder: String) -> String {
    "Written: \(counting(count, "journal")), in \(folder.printable)."
  }

  var nothingToFetch: String {
    "The shared database has no transaction that is not archived."
  }

  func unsaved(_ count: Int, at status: ShareStatus) -> String {
    "\(status.name.printable): \(counting(count, "transaction is", "transactions are")) not saved, so left out. Save there with \(key(.save)), then run the same command again."
  }

  func lagging(_ status: ShareStatus) -> String {
    let name = status.name.printable
    let events = counting(status.waitingCount, "event")
    guard status.isSilent else {
      return
        "\(name): \(events) not sent yet. Run the same command again later."
    }
    let waiting = status.waitingCount > 0 ? ", with \(events) not sent" : ""
    return
      "\(name): last heard of on \(moment(status.heard))\(waiting). What it recorded later is not here."
  }

  func sharedLinesToErase(_ count: Int, olderThan days: Int) -> String {
    "In the shared database, older than \(counting(days, "day")): \(counting(count, "line"))."
  }

  func erasedShared(_ count: Int) -> String {
    "Deleted from the shared database: \(counting(count, "line"))."
  }

  func shared(_ standing: Sharer.Standing) -> String {
    switch standing {
    case .upToDate: "Shared: up to date"
    case .waiting(let count, let since):
      "Shared: \(count) waiting since \(dates.clock(since))"
    case .off(let since): "Shared: off since \(dates.clock(since))"
    }
  }
}
