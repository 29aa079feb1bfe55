import Circulation
import Settings
import Terminal

extension Station {
  /// Runs the station on a terminal until it is closed.
  ///
  /// One turn takes all the input that waits, makes it durable with one sync,
  /// and paints once.
  ///
  /// - Returns: why the system ended it, or nil if a person did.
  package mutating func run(
    on terminal: Terminal, _ theme: Theme
  ) -> Ending? {
    let palette = Palette(theme, depth: terminal.depth)
    _ = update([.resize(terminal.size)])
    terminal.show(view(palette))
    var gate = ScanGate(rules.scanner.suffix, shortestScan: shortestScan)
    while true {
      let events = terminal.events(
        within: min(gate.milliseconds(at: .now) ?? .max, millisecondsToWait))
      let decided = gate.take(
        events, since: terminal.arrival, at: .now, silence: terminal.silence)
      if decided.isEmpty { continue }
      let effects = update(decided)
      for effect in effects {
        switch effect {
        case .ring(let times): terminal.ring(times)
        case .redraw: terminal.redraw()
        case .quit(let ending): return ending
        }
      }
      terminal.show(view(palette))
    }
  }

  /// How long nothing changes by itself: until the clock shows another minute,
  /// what waits for the disk is to be tried again, or something may be said of
  /// the copy or of what was handed over.
  var millisecondsToWait: Int {
    if ledger?.hasNews ?? false { return 0 }
    let minute = (60 - desk.clock.now().fields.second) * 1_000
    let isAwaited =
      !desk.waiting.isEmpty || desk.copyFolder != nil || aftermath != nil
      || ledger?.isBusy ?? false
    return isAwaited ? min(minute, 2_000) : minute
  }
}
