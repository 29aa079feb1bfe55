import Circulation
import Offload
import Typesetting

extension Words where Self: Grammar {
  func date(_ time: LocalTime, isShort: Bool) -> String {
    let date = isShort ? dates.day(time) : dates.dayWithName(time)
    return "\(date) \(dates.clock(time))"
  }

  func day(_ time: LocalTime) -> String { dates.day(time) }

  func listTime(_ time: LocalTime, today: LocalTime) -> String {
    time.isSameDay(as: today)
      ? dates.clockWithSeconds(time)
      : "\(dates.dayAndMonth(time)) \(dates.clock(time))"
  }

  func savedTime(_ time: LocalTime, today: LocalTime) -> String {
    time.isSameDay(as: today)
      ? dates.clock(time) : listTime(time, today: today)
  }

  func tableTime(_ time: LocalTime) -> String {
    dates.tableTime(time)
  }

  /// Returns a date and time for a sentence.
  func moment(_ time: LocalTime) -> String {
    dates.dayWithName(time) + dates.beforeTime + dates.clock(time)
  }

  /// Returns the moment at which a station took its folder.
  func start(of holder: StationLock.Holder) -> String {
    let time = LocalTime(iso8601: Array(holder.since.utf8).span)
    return time.map(moment) ?? holder.since.printable
  }
}
