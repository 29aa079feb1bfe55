import Circulation
import Settings
import Sheet

/// The slips of a desk: what prints them, and who is still to get one.
package struct SlipDesk {
  let queue: SlipQueue
  /// The name of the desk.
  let name: String
  /// True if each reader gets a slip.
  private let isForEach: Bool
  /// The sequence numbers of transactions that are on no slip yet.
  private var pending: [Int] = []

  /// Creates what a desk needs to print slips; nil if it has no printer, or
  /// prints none.
  ///
  /// - Parameters:
  ///   - settings: the settings.
  ///   - folder: the station's folder, where slips wait for the printer.
  ///   - name: the name of the desk.
  ///   - words: the language.
  ///   - inBackground: true to print in the background.
  package init?(
    _ settings: PrintingSettings, in folder: StationFolder, name: String,
    _ words: any SlipWords, inBackground: Bool = true
  ) {
    guard let printer = settings.printer, settings.printsAtDesk else {
      return nil
    }
    queue = SlipQueue(
      in: SlipFolder(of: folder), on: printer, settings.style, words,
      inBackground: inBackground)
    self.name = name
    isForEach = settings.slips == .each
  }

  /// The reason why the last slips are not printed; nil if they are.
  var problem: PrinterError? { queue.problem }

  /// True while something is to be said of the printer soon.
  var isAwaited: Bool { queue.isBusy || queue.problem != nil }

  /// Tries again to print what waits, if some time has passed.
  func tend(at now: ContinuousClock.Instant) { queue.tend(at: now) }

  /// The folder of the slips that wait.
  package var path: String { queue.path }

  /// Waits a moment for the printer.
  ///
  /// - Returns: the reason why slips are kept; nil if all are printed.
  package func finish() -> PrinterError? { queue.finish() }

  /// Notes what was recorded, if each reader gets a slip.
  mutating func note(_ recorded: ArraySlice<DeskEntry>) {
    if isForEach { pending += recorded.map(\.sequence) }
  }

  /// Forgets what is on a slip now.
  mutating func forget(_ entries: [DeskEntry]) {
    let printed = Set(entries.map(\.sequence))
    pending.removeAll(where: printed.contains)
  }

  /// Takes the readers who have left the desk and are to get a slip, in the
  /// order in which they came.
  mutating func takeReaders(
    leaving staying: Barcode?, at desk: Desk
  ) -> [Barcode] {
    var readers: [Barcode] = []
    pending.removeAll { sequence in
      guard let reader = desk.reader(ofSequence: sequence) else { return true }
      if reader == staying { return false }
      if !readers.contains(reader) { readers.append(reader) }
      return true
    }
    return readers
  }
}
