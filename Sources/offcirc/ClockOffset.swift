import ArgumentParser
import Circulation
import Languages
import Offload
import Station

extension TimeShift: ExpressibleByArgument {}

/// The correction of a wrong clock: a duration to add, or the current time.
enum ClockOffset: Hashable {
  /// Adds this many seconds.
  case shift(seconds: Int)
  /// Sets this date and time, or this date with the clock's time.
  case now(LocalTime, isDayOnly: Bool)

  /// Parses `±HH:MM[:SS]` or `YYYY-MM-DD[THH:MM]`.
  ///
  /// - Throws: `ValidationError`.
  init(argument: String) throws {
    if let shift = TimeShift(argument: argument) {
      self = .shift(seconds: shift.seconds)
    } else if let time = Since(argument: argument)?.time {
      self = .now(time, isDayOnly: !argument.contains("T"))
    } else {
      throw ValidationError(
        .clockOffset(maximumHours: TimeShift.maximumHours)
      )
    }
  }

  /// Returns the seconds to add to a clock.
  ///
  /// - Throws: `ValidationError` if they exceed the maximum.
  func seconds(for clock: WallClock) throws -> Int32 {
    let seconds: Int
    switch self {
    case .shift(let shift): seconds = shift
    case .now(let time, let isDayOnly):
      let shown = clock.now()
      let at = shown.fields
      let minutes =
        time.wallMinutes + (isDayOnly ? at.hour * 60 + at.minute : 0)
      seconds = (minutes - shown.wallMinutes) * 60 - (isDayOnly ? 0 : at.second)
    }
    guard
      seconds.magnitude <= UInt(TimeShift.maximumHours * 3_600),
      let result = Int32(exactly: seconds)
    else {
      throw ValidationError(
        .clockOffsetTooLarge(maximumHours: TimeShift.maximumHours)
      )
    }
    return result
  }
}

/// The clock options of a command.
struct ClockOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(.clockOffset, .shiftOrMoment),
    transform: ClockOffset.init(argument:))
  var clockOffset: ClockOffset?

  /// Returns the computer's clock, corrected.
  ///
  /// - Throws: `ValidationError` if the correction exceeds the maximum.
  func clock() throws -> WallClock {
    let seconds = try clockOffset?.seconds(for: .system) ?? 0
    return WallClock.system.corrected(by: seconds)
  }
}
