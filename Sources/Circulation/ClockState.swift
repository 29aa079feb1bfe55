import CTimex
import Glibc

/// The state of the computer's clock: who set it, and what the hardware clock
/// shows.
package struct ClockState: Hashable, Sendable {
  /// True if the network keeps the clock right.
  package let isSynchronized: Bool
  /// The seconds by which the hardware clock is ahead of it; nil if there is no
  /// hardware clock.
  package let hardwareLead: Int?

  /// Creates a state.
  package init(isSynchronized: Bool, hardwareLead: Int?) {
    self.isSynchronized = isSynchronized
    self.hardwareLead = hardwareLead
  }

  /// Creates the state of a clock that shows `now`.
  ///
  /// - Parameters:
  ///   - now: the time on the clock.
  ///   - hardware: the content of `since_epoch` of the hardware clock; nil if
  ///     there is none.
  ///   - isSynchronized: true if the network keeps the clock right.
  package init(now: LocalTime, hardware: [UInt8]?, isSynchronized: Bool) {
    let digits = hardware?.prefix { $0 != .lineFeed } ?? []
    let seconds = Int(String(decoding: digits, as: UTF8.self))
    let offset = Int(now.utcOffset ?? 0)
    let lead = seconds.map { $0 - (Int(now.wallSeconds) - offset) }
    // Some computers keep the local time in the hardware clock.
    self.init(
      isSynchronized: isSynchronized,
      hardwareLead: lead.map {
        abs($0 - offset) < abs($0) ? $0 - offset : $0
      })
  }

  /// Asks the kernel about the clock that shows `now`.
  package static func ofThisComputer(_ now: LocalTime) -> ClockState {
    // No mode is set: the kernel only answers.
    var answer = timex()
    let state = adjtimex(&answer)
    let isSynchronized =
      state >= 0 && state != TIME_ERROR && answer.status & STA_UNSYNC == 0
    let hardware = try? PosixFileSystem()
      .open("/sys/class/rtc/rtc0/since_epoch", for: .reading).bytes(0..<32)
    return ClockState(
      now: now, hardware: hardware, isSynchronized: isSynchronized)
  }
}
