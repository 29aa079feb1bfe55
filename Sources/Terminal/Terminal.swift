internal import CNcurses
import Glibc

/// Why there is no screen to work on.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is no terminal.
  case notATerminal(TerminalStream)
  /// The kind of terminal that `TERM` names is not known, or can't move the
  /// cursor.
  case unknownKind(String)
}

/// The end of the program that is no terminal.
public enum TerminalStream: Hashable, Sendable {
  /// Standard input.
  case input
  /// Standard output.
  case output
}

/// The terminal as a full screen: events in, surfaces out.
///
/// The only type that calls curses. There can be one at a time.
public final class Terminal {
  /// The colours that it has; none if `NO_COLOR` is set.
  public let depth: ColorDepth
  private let glyphs: Glyphs

  private let screen: OpaquePointer
  private let window: curses_window
  private var pairs: [Style.Colors: Int16] = [:]
  private var knownSize: Size
  private var bellsToRing = 0
  private var isOpen = true
  private var parser = KeyParser()
  /// How long the rest of a sequence is waited for; nil if there is none.
  private var waitsUntil: ContinuousClock.Instant?
  /// When what is waited for had begun.
  private var beginning: ContinuousClock.Instant?
  /// What came well behind Esc, and is told next.
  private var behindEscape: [Event] = []
  /// When there was nothing to read last.
  private var lastLook = ContinuousClock.now
  /// When the first of what was told last came, at the earliest.
  public private(set) var arrival = ContinuousClock.now
  /// The last moment of which is known that all that had come by then was told.
  public private(set) var silence = ContinuousClock.now

  // A burst is taken in parts of this size, so that its beginning is not kept
  // waiting for its end.
  private static let mostEvents = 1 << 16
  // A paste that halts for so many milliseconds is taken for whole.
  private static let pasteGap: Int32 = 1_000
  // No hand presses two keys faster, and no scanner is as slow.
  private static let handPause: Int32 = 40
  // Two bells nearer than this sound like one.
  private static let bellGap: Int32 = 180

  /// Takes the terminal over.
  ///
  /// - Throws: ``TerminalError``; the terminal is as it was then.
  public init() throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(.input) }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(.output) }
    let isUnicode = Self.setLocale()
    Self.limitSize()
    Signals.catchAll { CNcurses.endwin() }
    let kind = getenv("TERM").map { String(cString: $0) } ?? ""
    guard Self.canMoveCursor(kind) else { throw .unknownKind(kind) }
    guard
      let output = fdopen(dup(STDOUT_FILENO), "w"),
      let input = fdopen(dup(STDIN_FILENO), "r"),
      let screen = newterm(nil, output, input),
      let window = newwin(0, 0, 0, 0)
    else { throw .unknownKind(kind) }
    Self.unlimitSize()
    self.screen = screen
    self.window = window
    raw()
    noecho()
    nonl()
    keypad(window, true)
    KeySequences.define()
    nodelay(window, true)
    // Long enough for the keys that a slow line sends in parts, short enough
    // for Esc.
    set_escdelay(50)
    mousemask(
      curses_button1_pressed | curses_wheel_up | curses_wheel_down, nil)
    mouseinterval(0)
    // Curses would wait in vain for the rest of a report that was cut off, and
    // swallow what comes after it.
    keyok(KEY_MOUSE, false)
    let colorIsUnwanted = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let hasColors = !colorIsUnwanted && has_colors() && start_color() == OK
    depth =
      hasColors ? ColorDepth(count: Int(tigetnum("colors")), of: kind) : .none
    glyphs = Glyphs(isUnicode: isUnicode, kind: kind)
    knownSize = Size(
      columns: Int(getmaxx(window)), rows: Int(getmaxy(window)))
    bracketPastes(true)
  }

  /// Takes the locale of the environment.
  ///
  /// - Returns: whether its characters are Unicode.
  private static func setLocale() -> Bool {
    if setlocale(LC_ALL, "") == nil {
      // A locale that is named and not installed, as on a small system, still
      // says what the terminal understands.
      let names = ["LC_ALL", "LC_CTYPE", "LANG"].map { (variable: String) in
        getenv(variable).map { String(cString: $0).uppercased() } ?? ""
      }
      let name = names.first { !$0.isEmpty } ?? ""
      if name.hasSuffix("UTF-8") || name.hasSuffix("UTF8") {
        setlocale(LC_CTYPE, "C.UTF-8")
      }
    }
    return String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8"
  }

  /// Whether the kind of terminal is known and fit for a full screen; asked
  /// before curses is started, which would write to the terminal.
  private static func canMoveCursor(_ kind: String) -> Bool {
    var status: Int32 = 0
    guard
      !kind.isEmpty, setupterm(kind, STDOUT_FILENO, &status) == OK
    else { return false }
    defer { del_curterm(set_curterm(nil)) }
    return tigetstr("cup") != nil
  }

  /// The part of the screen that is drawn on: all of it, if it is not larger
  /// than any screen is.
  public var size: Size { knownSize }

  // MARK: Events

  /// Waits for something to happen.
  ///
  /// - Parameter milliseconds: how long to wait before ``Event/tick``.
  /// - Returns: all that has happened: what one scan, or a burst, has typed
  ///   comes as a whole.
  public func events(within milliseconds: Int) -> [Event] {
    if !behindEscape.isEmpty {
      defer { behindEscape = [] }
      arrival = silence
      return behindEscape
    }
    var left = Int32(clamping: max(milliseconds, 0))
    // What waits already may have come as soon as nothing waited.
    var earliest = lastLook
    while true {
      var events = waitingKeys(since: earliest)
      // By the silence, and not by the wait alone, which signals cut short.
      if events.isEmpty, let waitsUntil, silence >= waitsUntil {
        self.waitsUntil = nil
        events = parser.release()
      }
      if let size = changedSize() { events.insert(.resize(size), at: 0) }
      if !events.isEmpty { return events }
      if parser.isInPaste { left = min(left, Self.pasteGap) }
      let patience = waitsUntil.map {
        max(Int32(clamping: ContinuousClock.now.milliseconds(to: $0)), 0)
      }

      var sources = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: Signals.pipeOut, events: Int16(POLLIN), revents: 0),
      ]
      // Nothing is silence as long as something has begun to come; how long it
      // halts is measured by waits that end.
      let longest = patience.map { min($0, Self.handPause) } ?? left
      let wait = bellsToRing > 0 ? min(longest, Self.bellGap) : longest
      let began = ContinuousClock.now
      let ready = poll(&sources, nfds_t(sources.count), wait)
      earliest = .now
      if ready == 0 {
        silence = began + .milliseconds(wait)
        if bellsToRing > 0 { ringOnce() }
        left = max(left - wait, 0)
        if left > 0 || waitsUntil != nil { continue }
        // A paste whose end got lost would swallow all that comes after it.
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

  /// Whether the terminal says that it can be read, and has nothing: the other
  /// end is gone.
  private func isAtEnd() -> Bool {
    var count: Int32 = 0
    return ioctl(STDIN_FILENO, UInt(FIONREAD), &count) == 0 && count == 0
  }

  private func waitingKeys(since earliest: ContinuousClock.Instant) -> [Event] {
    let began = ContinuousClock.now
    defer { lastLook = .now }
    var codes: [KeyParser.Code] = []
    var escapes = 0
    while codes.count < Self.mostEvents {
      let code = wgetch(window)
      guard code != ERR else { break }
      if let byte = UInt8(exactly: code) {
        codes.append(.byte(byte))
        // To know an Esc takes a wait: one that is held down would go on for
        // ever, and keep what came before it waiting.
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
      silence = began
      return []
    }
    if parser.patience == nil { arrival = earliest }
    let begun = beginning
    let events = parser.events(of: codes)
    waitsUntil = parser.patience.map { .now + .milliseconds($0) }
    beginning = waitsUntil == nil ? nil : begun ?? .now
    // Esc and what a hand pressed next are two; it is known that there was time
    // between them, and not only that they were read one after the other.
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

  /// What the mouse of the Linux console did, which sends no bytes.
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

  /// The size, if it is not what it was: asked for, not told, so that a change
  /// in the middle of a repaint is seen too.
  private func changedSize() -> Size? {
    guard let size = Self.askedSize()?.limited else { return nil }
    guard size != knownSize else { return nil }
    knownSize = size
    resizeterm(Int32(size.rows), Int32(size.columns))
    wresize(window, Int32(size.rows), Int32(size.columns))
    return size
  }

  // MARK: The screen

  /// Puts a surface on the screen; only what has changed is sent.
  public func show(_ surface: Surface) {
    for row in 0..<min(surface.size.rows, knownSize.rows) {
      wmove(window, Int32(row), 0)
      var run = ""
      var style: Style?
      for cell in surface.row(row) {
        if cell.style != style {
          add(run, style)
          run = ""
          style = cell.style
        }
        run += glyphs.text(for: cell.character)
      }
      add(run, style)
    }
    wmove(window, Int32(surface.cursor.row), Int32(surface.cursor.column))
    wnoutrefresh(window)
    doupdate()
  }

  private func add(_ text: String, _ style: Style?) {
    guard !text.isEmpty, let style else { return }
    var attributes: attr_t = 0
    if style.isBold { attributes |= curses_bold }
    if style.isUnderlined { attributes |= curses_underline }
    if style.isReversed { attributes |= curses_reverse }
    wattr_set(window, attributes, style.colors.map(pair(of:)) ?? 0, nil)
    waddstr(window, text)
  }

  private func pair(of colors: Style.Colors) -> Int16 {
    guard depth != .none else { return 0 }
    if let pair = pairs[colors] { return pair }
    let pair = Int16(pairs.count + 1)
    init_pair(pair, colors.foreground.index, colors.background.index)
    pairs[colors] = pair
    return pair
  }

  /// Sends the whole screen anew, whatever stands on it.
  public func redraw() {
    clearok(window, true)
  }

  /// Rings the bell a number of times, with a gap that an ear can hear.
  public func ring(_ times: Int) {
    guard times > 0 else { return }
    bellsToRing = times
    ringOnce()
  }

  private func ringOnce() {
    beep()
    bellsToRing -= 1
  }

  // MARK: Coming and going

  /// Takes the terminal again after somebody stopped the program; curses gave
  /// it to the shell, and has it back.
  private func comeBack() -> Event {
    bracketPastes(true)
    redraw()
    return .resize(knownSize)
  }

  /// Asks the terminal to tell a text that is pasted from one that is typed, and
  /// not to tell who looks at it, which is PgUp on some.
  ///
  /// One of the ANSI kind that does not know what that is does not mind.
  private func bracketPastes(_ isOn: Bool) {
    guard
      let movement = tigetstr("cup"), movement[0] == 0x1b,
      movement[1] == CChar(bitPattern: UInt8(ascii: "["))
    else { return }
    let sequence = isOn ? "\u{1b}[?2004h\u{1b}[?1004l" : "\u{1b}[?2004l"
    _ = write(STDOUT_FILENO, sequence, sequence.utf8.count)
  }

  /// Gives the terminal back as it was.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    erase()
    endwin()
  }

  /// Leaves nothing of who borrowed what on a terminal that can't give back
  /// what was on it before.
  private func erase() {
    bracketPastes(false)
    werase(window)
    wnoutrefresh(window)
    doupdate()
  }

  /// Ends the process the way the system would have, without a handler for
  /// its signal; to be called last.
  public static func end(_ ending: Ending) {
    switch ending {
    case .signal(let number): Signals.die(of: number)
    case .hangup: Signals.die(of: SIGHUP)
    }
  }

  deinit { close() }
}

extension ContinuousClock.Instant {
  /// The milliseconds from this moment to the other, the last one begun.
  fileprivate func milliseconds(to other: Self) -> Int {
    let parts = duration(to: other).components
    return Int(parts.seconds) * 1_000
      + Int(parts.attoseconds / 1_000_000_000_000_000) + 1
  }
}
