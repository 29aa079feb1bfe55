import Circulation
import Dispatch
import Synchronization

/// The slips of an open station on their way to the printer, in the
/// background; the desk never waits for paper.
package final class SlipQueue: Sendable {
  private let folder: SlipFolder
  private let printer: Printer
  private let style: SlipStyle
  private let words: any SlipWords
  private let queue: DispatchQueue?
  private let group = DispatchGroup()
  private let state = Mutex(State())

  private struct State {
    var waiting: [SlipRequest] = []
    var isAsked = false
    var isBusy = false
    var problem: PrinterError?
    var triedAt = ContinuousClock.now
  }

  /// The most slips that wait in memory, while the printer is being written to.
  package static let limit = 20
  /// The time after which a printer that did not print is tried again.
  private static let pause = Duration.seconds(10)

  /// Creates a queue that works in the background, or synchronously in each
  /// call.
  package init(
    in folder: SlipFolder, on printer: Printer, _ style: SlipStyle,
    _ words: any SlipWords, inBackground: Bool = true
  ) {
    self.folder = folder
    self.printer = printer
    self.style = style
    self.words = words
    queue = inBackground ? DispatchQueue(label: "offcirc.slips") : nil
  }

  /// The folder of the slips that wait.
  package var path: String { folder.path }

  /// The reason why the last slips are not printed; nil if they are.
  package var problem: PrinterError? { state.withLock { $0.problem } }

  /// True while a slip is being printed.
  package var isBusy: Bool { state.withLock { $0.isBusy } }

  /// Has a slip printed; returns at once.
  ///
  /// - Returns: false if too many wait: this one is not printed.
  package func add(_ request: SlipRequest) -> Bool {
    let isTaken = state.withLock { state in
      guard state.waiting.count < Self.limit else { return false }
      state.waiting.append(request)
      return true
    }
    if isTaken { start() }
    return isTaken
  }

  /// Tries again to print what waits, if some time has passed.
  package func tend(at now: ContinuousClock.Instant) {
    let isDue = state.withLock {
      $0.problem != nil && $0.triedAt.duration(to: now) > Self.pause
    }
    if isDue { start() }
  }

  /// Waits up to 5 seconds for the printer.
  ///
  /// - Returns: the reason why slips are kept; nil if all are printed.
  package func finish() -> PrinterError? {
    let isLate = group.wait(timeout: .now() + .seconds(5)) == .timedOut
    return isLate ? .silent(path: printer.text) : problem
  }

  private func start() {
    let isBusy = state.withLock { state in
      state.isAsked = true
      defer { state.isBusy = true }
      return state.isBusy
    }
    if isBusy { return }
    guard let queue else { return work() }
    queue.async(group: group) { self.work() }
  }

  private func work() {
    while let requests = next() {
      var problem: PrinterError?
      var left: [SlipRequest] = []
      for request in requests {
        do throws(PrinterError) {
          try keep(request)
        } catch {
          problem = error
          left.append(request)
        }
      }
      do throws(PrinterError) {
        if folder.hasSlips { try folder.print(on: printer) }
      } catch {
        problem = problem ?? error
      }
      state.withLock { [problem, left] state in
        state.waiting = left + state.waiting
        state.problem = problem
        state.triedAt = .now
      }
    }
  }

  /// Draws a slip, and keeps it until it is printed.
  private func keep(_ request: SlipRequest) throws(PrinterError) {
    let bytes: [UInt8]
    do throws(DrawingError) {
      bytes = try Slip(request, in: style, words).receipt(.ofDrawing())
    } catch {
      throw .drawing(error)
    }
    try folder.keep(
      bytes, at: request.time, number: request.visit.entries.last?.sequence ?? 0
    )
  }

  /// Returns what waits, if anybody has asked since the last time.
  private func next() -> [SlipRequest]? {
    state.withLock { state in
      guard state.isAsked else {
        state.isBusy = false
        return nil
      }
      state.isAsked = false
      defer { state.waiting = [] }
      return state.waiting
    }
  }
}
