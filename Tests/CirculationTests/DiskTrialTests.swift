import Glibc
import Simulated
import Testing

@testable import Circulation

/// A disk is tried as the journal uses it, and nothing stays of the trial.
struct DiskTrialTests {
  private let files = SimulatedFileSystem()
  private let folder = StationFolder.simulated.path

  /// A clock on which each write takes a millisecond longer than the last.
  private func trial(_ count: Int) throws(FileError) -> DiskTrial {
    var now = ContinuousClock.now
    var callCount = 0
    return try DiskTrial(in: folder, count: count, fileSystem: files) {
      callCount += 1
      now += .milliseconds(callCount / 2)
      return now
    }
  }

  @Test func theUsualAndTheSlowestTimeAreMeasured() throws {
    #expect(
      try trial(5)
        == DiskTrial(
          count: 5, median: .milliseconds(3), slowest: .milliseconds(5)))
    let syncs = files.calls.count { $0.request == .synchronize }
    #expect(syncs == 5)
    #expect(files.paths.isEmpty)
  }

  @Test func aFailureNamesTheFolderAndLeavesNothing() {
    for request in [
      SimulatedFileSystem.Call.Request.open, .append, .synchronize, .read,
    ] {
      files.trouble = { _, call in
        call.request == request ? .init(code: EIO) : nil
      }
      let failure = #expect(throws: FileError.self) { try trial(3) }
      #expect(failure?.path == folder)
      files.heal()
      #expect(files.paths.isEmpty)
    }
  }
}

/// The clock, as kernel and hardware know it.
struct ClockStateTests {
  // 31 May 2018, 07:05:00 UTC.
  private let now = LocalTime(
    secondsSince1970: 1_527_750_300, utcOffset: 2 * 3_600)

  private func lead(_ hardware: String?) -> Int? {
    ClockState(
      now: now, hardware: hardware.map { Array($0.utf8) },
      isSynchronized: false
    ).hardwareLead
  }

  @Test func theHardwareClockIsComparedInUTCOrLocalTime() {
    #expect(lead("1527750300\n") == 0)
    #expect(lead("1527750290\n") == -10)
    #expect(lead("1527761100\n") == 3_600)
    // A computer whose hardware clock has the local time.
    #expect(lead("1527757500\n") == 0)
    #expect(lead(nil) == nil)
    #expect(lead("no clock\n") == nil)
  }
}
