import Circulation

/// A station as a shared database knows it.
package struct ShareStatus: Hashable, Sendable {
  /// The station's id.
  package let station: String
  /// The name of the desk; empty if it has none.
  package let desk: String
  /// The role that registered it, and that alone may write for it.
  package let role: String
  /// The time when it was last heard of.
  package let heard: LocalTime
  /// The seconds since then, on the server's clock; until then, if that was set
  /// back.
  package var silence = 0
  /// The sequence number of its last line in the database; 0 if it has none.
  package let last: Int
  /// The number of lines that it had and the database had not, when it was
  /// last heard of.
  package let waitingCount: Int
  /// The seconds by which its clock was ahead of the server's.
  package let clockLead: Int
  /// The version of the library's lists that it has; 0 if it has none.
  package var lists = 0
  /// True if the role of this connection registered it.
  package let isOwn: Bool

  /// The name of the desk, or else the station's id.
  package var name: String { desk.isEmpty ? station : desk }

  /// True if it has missed several of its reports, which come every half a
  /// minute: it is closed, or cut off.
  package var isSilent: Bool { silence > 120 }

  /// Returns all stations, in the order of their desks.
  ///
  /// - Throws: ``ShareError``.
  package static func all(
    on connection: Connection
  ) throws(ShareError) -> [ShareStatus] {
    try Schema.check(on: connection)
    let answer = try connection.run(
      """
      select station, desk, role, extract(epoch from spoken)::bigint, \
      coalesce(sequence, 0), \
      greatest(last_sequence - greatest(coalesce(sequence, 0), purged), 0), \
      \(SharedStation.clockLead), role = current_user, \
      abs(extract(epoch from clock_timestamp() - spoken))::bigint, \
      lists \
      from offcirc.station s left join lateral (\
      select sequence, arrived from offcirc.event \
      where station = s.station order by sequence desc limit 1) e on true \
      cross join lateral (select greatest(heard, \
      case when arrived <= clock_timestamp() then arrived end) as spoken) h \
      order by desk, station
      """)
    return answer.rows.indices.map { row in
      let texts = answer.texts(row).map { $0 ?? "" }
      return ShareStatus(
        station: texts[0], desk: texts[1], role: texts[2],
        heard: WallClock.localTime(secondsSince1970: Int(texts[3]) ?? 0),
        silence: Int(texts[8]) ?? 0, last: Int(texts[4]) ?? 0,
        waitingCount: Int(texts[5]) ?? 0,
        clockLead: Int(texts[6]) ?? 0, lists: Int(texts[9]) ?? 0,
        isOwn: texts[7] == "t")
    }
  }

  /// Returns the id of the only station that this role registered, and that has
  /// lines in the database.
  ///
  /// - Throws: ``ShareError/severalStations(_:)`` if there is none, or more
  ///   than one; another ``ShareError``.
  package static func onlyOwnStation(
    on connection: Connection
  ) throws(ShareError) -> String {
    let own = try all(on: connection).filter { $0.isOwn && $0.last > 0 }
    guard own.count == 1 else {
      throw .severalStations(
        own.map { [$0.station, $0.desk].filter { !$0.isEmpty } }
          .map { $0.joined(separator: " ") })
    }
    return own[0].station
  }
}
