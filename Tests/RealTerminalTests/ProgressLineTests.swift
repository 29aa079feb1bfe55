import Settings
import Station
import Testing

@testable import Languages
@testable import offcirc

/// The line of progress, on a clock that the test sets.
@Suite(.serialized, .ownThread)
struct ProgressLineTests {
  private final class Line {
    var now = ContinuousClock.now
    var written: [String] = []

    func progress(isOnTerminal: Bool = true) -> ProgressLine {
      ProgressLine(
        Language.english.words, isOnTerminal: isOnTerminal, now: { self.now },
        write: { self.written.append($0) })
    }
  }

  @Test func whatIsDoneInHalfASecondNeedsNoWord() {
    let line = Line()
    let progress = line.progress()
    line.now += .milliseconds(499)
    progress.show(99, of: 100)
    progress.erase()
    #expect(line.written.isEmpty)
    line.now += .milliseconds(1)
    progress.show(37, of: 100)
    #expect(line.written == ["37% of 1 MB read"])
  }

  @Test func itIsDrawnAFewTimesASecondAndTakenAway() {
    let line = Line()
    let progress = line.progress()
    line.now += .seconds(1)
    for part in 0..<1_000 {
      progress.show(part, of: 1_000)
      line.now += .milliseconds(1)
    }
    #expect(line.written.count == 5)
    let width = line.written.last?.count ?? 0
    progress.erase()
    #expect(
      line.written.suffix(2) == [String(repeating: " ", count: width), ""])
    progress.erase()
    #expect(line.written.count == 7)
  }

  @Test func whereThereIsNoTerminalThereIsNoLine() {
    let line = Line()
    let progress = line.progress(isOnTerminal: false)
    line.now += .seconds(60)
    progress.show(1, of: 2)
    progress.erase()
    #expect(line.written.isEmpty)
  }
}
