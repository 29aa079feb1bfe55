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
    let real = Palette(theme, depth: terminal.depth)
    let palette = shared.isExercise ? real.ofExercise : real
    _ = update([.resize(terminal.size)], at: .now)
    terminal.show(view(palette))
    var gate = ground.gate(shared)
    while true {
      let events = terminal.events(
        within: min(gate.milliseconds(at: .now) ?? .max, millisecondsToWait))
      let decided = gate.decide(
        events, since: terminal.arrival, at: .now, silence: terminal.silence)
      if decided.isEmpty { continue }
      for effect in update(decided, at: .now) {
        switch effect {
        case .ring(let times): terminal.ring(times)
        case .redraw: terminal.redraw()
        case .copy(let text): terminal.copy(text)
        case .quit(let ending): return ending
        }
      }
      terminal.show(view(palette))
    }
  }
}
