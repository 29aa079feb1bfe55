internal import CNcurses
import Glibc

/// The terminal in full-screen mode: events in, surfaces out.
///
/// The only type that calls curses; there can be one instance at a time.
package final class Terminal {
  /// The color depth; none if `NO_COLOR` is set.
  package let depth: ColorDepth

  private let screen: OpaquePointer
  private let window: curses_window
  private var painter: Painter
  private var knownSize: Size
  private var bellsToRing = 0
  private var isOpen = true
  private var parser = KeyParser()
  /// The deadline for the rest of a sequence; nil if there is none.
  private var waitsUntil: ContinuousClock.Instant?
  /// The time when the incomplete sequence began.
  private var beginning: ContinuousClock.Instant?
  /// The input that came well after Esc, returned by the next call.
  private var behindEscape: [Event] = []
  private var input = InputClock(at: .now)
  /// The earliest time at which the first of the last events may have arrived.
  package var arrival: ContinuousClock.Instant { input.arrival }
  /// The latest time until which all input is known to have been returned.
  package var silence: ContinuousClock.Instant { input.silence }

  // Limits the events of one call, so that the first of a burst need not wait
  // for the last.
  private static let maximumEvents = 1 << 16
  // A pause of so many milliseconds ends a paste.
  private static let pasteGap: Int32 = 1_000
  // Milliseconds: scanners send a character every 7 to 16 ms, and no hand
  // presses two keys within 40 ms.
  private static let handPause: Int32 = 40
  // Milliseconds: two bells closer together sound like one.
  private static let bellGap: Int32 = 180

  /// Switches the terminal to full-screen mode.
  ///
  /// - Throws: ``TerminalError``; the terminal is unchanged then.
  package init() throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(.input) }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(.output) }
    let isUnicode = Self.setLocale()
    Self.limitSize()
    Signals.catchAll { CNcurses.endwin() }
    let kind = getenv("TERM").map { String(cString: $0) } ?? ""
    guard Self.colorCount(of: kind) != nil else { throw .unknownKind(kind) }
    guard
      let output = fdopen(dup(STDOUT_FILENO), "w"),
      let input = fdopen(dup(STDIN_FILENO), "r"),
      let screen = newterm(nil, output, input),
      let window = newwin(0, 0, 0, 0)
    else { throw .unknownKind(kind) }
    Self.unlimitSize()
    self.screen = screen
    self.window = window
    Self.resumeOnce()
    raw()
    noecho()
    nonl()
    keypad(window, true)
    KeySequences.define()
    nodelay(window, true)
    // Milliseconds: long enough for keys that a slow line splits, short enough
    // for Esc.
    set_escdelay(50)
    mousemask(
      curses_button1_pressed | curses_wheel_up | curses_wheel_down, nil)
    mouseinterval(0)
    // Curses would wait for the rest of a truncated report, and drop the input
    // after it.
    keyok(KEY_MOUSE, false)
    let colorIsUnwanted = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let hasColors = !colorIsUnwanted && has_colors() && start_color() == OK
    // A pair that is not asked for costs no sequence after each change.
    _ = use_default_colors()
    depth =
      hasColors ? ColorDepth(count: Int(tigetnum("colors")), of: kind) : .none
    painter = Painter(
      window, glyphs: Glyphs(isUnicode: isUnicode, kind: kind),
      hasColors: depth != .none)
    knownSize = Size(
      columns: Int(getmaxx(window)), rows: Int(getmaxy(window)))
    bracketPastes(true)
    redraw()
  }

  /// Ends the initial state of curses, in which it sends each movement of the
  /// cursor by itself.
  ///
  /// It has to be done before colors are started, since coming back with them
  /// resets the palette of the terminal.
  private static func resumeOnce() {
    endwin()
    doupdate()
    // All input is read before painting: none has to interrupt it.
    typeahead(-1)
  }

  /// The size of the screen, cut to the maximum.
  package var size: Size { knownSize }

  // MARK: Events

  /// Waits for events.
  ///
  /// - Parameter milliseconds: the time to wait before ``Event/tick``.
  /// - Returns: all events; a scan or a burst arrives as a whole.
  package func events(within milliseconds: Int) -> [Event] {
    if !behindEscape.isEmpty {
      defer { behindEscape = [] }
      input.read(since: silence)
      return behindEscape
    }
    var left = Int32(clamping: max(milliseconds, 0))
    // Waiting input may have arrived right after the last look.
    var earliest = input.lastLook
    while true {
      var events = waitingKeys(since: earliest)
      // Measured by silence, since signals cut a wait short.
      if events.isEmpty, let waitsUntil, silence >= waitsUntil {
        self.waitsUntil = nil
        events = parser.release()
      }
      if let size = changedSize() { events.insert(.resize(size), at: 0) }
      if !events.isEmpty { return events }
      if parser.isInPaste { left = min(left, Self.pasteGap) }
      let timeout = waitsUntil.map {
        max(Int32(clamping: ContinuousClock.now.milliseconds(to: $0)), 0)
      }

      var sources = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: Signals.pipeOut, events: Int16(POLLIN), revents: 0),
      ]
      // An incomplete sequence is not silence; its pause is measured by
      // completed waits.
      let longest = timeout.map { min($0, Self.handPause) } ?? left
      let wait = bellsToRing > 0 ? min(longest, Self.bellGap) : longest
      let began = ContinuousClock.now
      let ready = poll(&sources, nfds_t(sources.count), wait)
      earliest = .now
      if ready == 0 {
        input.waited(until: began + .milliseconds(wait))
        if bellsToRing > 0 { ringOnce() }
        left = max(left - wait, 0)
        if left > 0 || waitsUntil != nil { continue }
        // A paste whose end was lost would swallow all further input.
        if let paste = parser.endPaste() { return [paste] }
        return [.tick]
      }
      for signal in Signals.received() where signal != SIGWINCH {
        if signal == SIGCONT { return [comeBack()] }
        return [.end(signal == SIGHUP ? .hangup : .signal(signal))]
      }
      let gone = Int16(POLLHUP | POLLERR | POLLNVAL)
      if sources[0].revents & gone != 0 {
        let last = waitingKeys(since: earliest) + parser.release()
        return last + [.end(.hangup)]
      }
      if sources[0].revents & Int16(POLLIN) != 0, isAtEnd() {
        return [.end(.hangup)]
      }
    }
  }

  /// Returns true if the terminal is readable but has no input: it was closed.
  private func isAtEnd() -> Bool {
    var count: Int32 = 0
    return ioctl(STDIN_FILENO, UInt(FIONREAD), &count) == 0 && count == 0
  }

  private func waitingKeys(since earliest: ContinuousClock.Instant) -> [Event] {
    let began = ContinuousClock.now
    defer { input.looked(at: .now) }
    var codes: [KeyParser.Code] = []
    var escapes = 0
    while codes.count < Self.maximumEvents {
      let code = wgetch(window)
      guard code != ERR else { break }
      if let byte = UInt8(exactly: code) {
        codes.append(.byte(byte))
        // Recognizing an Esc takes a wait: a held Esc key would go on for ever,
        // and delay the input before it.
        escapes = byte == 0x1b ? escapes + 1 : 0
        if escapes == 3 { break }
      } else if code == KeySequences.pasteBegin {
        codes.append(.pasteBegin)
      } else if code == KeySequences.pasteEnd {
        codes.append(.pasteEnd)
      } else if code == KEY_MOUSE {
        codes.append(.event(mouseEvent()))
      } else if let key = Self.key(code) {
        codes.append(.event(.key(key)))
      } else if KeySequences.isOfAKey(code) {
        codes.append(.event(.key(.unknown)))
      }
    }
    guard !codes.isEmpty else {
      input.foundNothing(since: began)
      return []
    }
    if parser.timeout == nil { input.read(since: earliest) }
    let begun = beginning
    let events = parser.events(of: codes)
    waitsUntil = parser.timeout.map { .now + .milliseconds($0) }
    beginning = waitsUntil == nil ? nil : begun ?? .now
    // Esc and a later key are two inputs if there was a measured pause between
    // them, and not only two reads.
    if let begun, begun.duration(to: silence) >= .milliseconds(Self.handPause),
      events.count > 1, events.first == .key(.escape)
    {
      behindEscape = Array(events.dropFirst())
      return [.key(.escape)]
    }
    return events
  }

  static func key(_ code: Int32) -> Key? {
    switch code {
    case KEY_ENTER: .enter
    case KEY_BTAB: .backTab
    case KEY_BACKSPACE: .backspace
    case KEY_DC: .delete
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_HOME: .home
    case KEY_END: .end
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_F0 + 1...KEY_F0 + 12: .function(Int(code - KEY_F0))
    default: nil
    }
  }

  /// Returns the mouse event of the Linux console, which sends no bytes.
  private func mouseEvent() -> Event {
    var mouse = MEVENT()
    guard getmouse(&mouse) == OK else { return .otherMouse }
    switch mouse.bstate {
    case curses_button1_pressed:
      return .click(Position(column: Int(mouse.x), row: Int(mouse.y)))
    case curses_wheel_up: return .wheel(-1)
    case curses_wheel_down: return .wheel(1)
    default: return .otherMouse
    }
  }

  /// Returns the size if it has changed; queried rather than signaled, so that
  /// a change during a repaint is noticed.
  private func changedSize() -> Size? {
    guard let size = Self.reportedSize()?.limited else { return nil }
    guard size != knownSize else { return nil }
    knownSize = size
    painter.forget()
    resizeterm(Int32(size.rows), Int32(size.columns))
    wresize(window, Int32(size.rows), Int32(size.columns))
    return size
  }

  // MARK: The screen

  /// Displays a surface; only changed cells are sent.
  package func show(_ surface: Surface) {
    painter.put(surface, rowCount: knownSize.rows)
    wnoutrefresh(window)
    doupdate()
  }

  /// Repaints the whole screen at the next ``show(_:)``.
  package func redraw() {
    painter.forget()
    clearok(window, true)
  }

  /// Rings the bell a number of times, with audible gaps.
  package func ring(_ times: Int) {
    guard times > 0 else { return }
    bellsToRing = times
    ringOnce()
  }

  private func ringOnce() {
    beep()
    bellsToRing -= 1
  }

  // MARK: Coming and going

  /// Restores full-screen mode after the program was suspended; curses has
  /// restored the rest.
  private func comeBack() -> Event {
    // Curses has turned it on again.
    keyok(KEY_MOUSE, false)
    bracketPastes(true)
    redraw()
    return .resize(knownSize)
  }

  /// Turns bracketed paste on, and focus reports off, which look like PgUp on
  /// some terminals.
  ///
  /// Sent only to ANSI terminals, which ignore unknown modes.
  private func bracketPastes(_ isOn: Bool) {
    guard
      let movement = tigetstr("cup"), movement[0] == 0x1b,
      movement[1] == CChar(bitPattern: UInt8(ascii: "["))
    else { return }
    let sequence = isOn ? "\u{1b}[?2004h\u{1b}[?1004l" : "\u{1b}[?2004l"
    _ = write(STDOUT_FILENO, sequence, sequence.utf8.count)
  }

  /// Restores the terminal to its previous state.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    erase()
    endwin()
  }

  /// Clears the screen, so that no personal data stays on a terminal without an
  /// alternate screen.
  private func erase() {
    bracketPastes(false)
    werase(window)
    wnoutrefresh(window)
    doupdate()
  }

  /// Ends the process as the system would have without a signal handler; must
  /// be called last.
  package static func end(_ ending: Ending) {
    switch ending {
    case .signal(let number): Signals.die(of: number)
    case .hangup: Signals.die(of: SIGHUP)
    }
  }

  deinit { close() }
}

extension ContinuousClock.Instant {
  /// Returns the milliseconds to a later time, rounded up.
  fileprivate func milliseconds(to other: Self) -> Int {
    let parts = duration(to: other).components
    return Int(parts.seconds) * 1_000
      + Int(parts.attoseconds / 1_000_000_000_000_000) + 1
  }
}
