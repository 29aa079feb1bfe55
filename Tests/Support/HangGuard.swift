import Foundation

/// The one place where tests wait: for what must come, however busy the machine
/// is.
///
/// Only what hangs takes so long, so it says nothing about speed.
package struct HangGuard {
  /// The longest wait.
  package static let limit = Duration.seconds(300)

  private let end = ContinuousClock.now + limit

  /// Begins a wait.
  package init() {}

  /// Waits until a condition holds; asks some fifty times a second.
  ///
  /// - Returns: false if it hangs.
  package static func waits(until condition: () throws -> Bool) rethrows -> Bool
  {
    let hangGuard = HangGuard()
    while try !condition() {
      if hangGuard.isOver { return false }
      pause()
    }
    return true
  }

  /// Waits for a fiftieth of a second: a step of a poll, and never a time in
  /// which something has to have happened.
  package static func pause() {
    Thread.sleep(forTimeInterval: 0.02)
  }

  /// Whether what was waited for is taken to hang.
  package var isOver: Bool { ContinuousClock.now > end }
}
