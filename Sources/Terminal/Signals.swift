import Glibc

/// The signals that a full-screen program answers, turned into bytes of a pipe.
///
/// A handler may do next to nothing; writing a byte is allowed, and wakes the
/// program out of its `poll`.
enum Signals {
  /// The end to read from: one byte a signal, its number.
  nonisolated(unsafe) private(set) static var pipeOut: Int32 = -1
  /// Written once, before the first handler is there, and read by handlers.
  nonisolated(unsafe) private static var pipeIn: Int32 = -1
  /// What a dying program has to do first; set once, before the handlers.
  nonisolated(unsafe) private static var restore: @convention(c) () -> Void = {}

  /// Catches the signals; to be called before curses is started, which leaves
  /// alone what is caught already.
  static func catchAll(restore: @convention(c) @escaping () -> Void) {
    guard pipeOut < 0 else { return }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (pipeOut, pipeIn) = (ends[0], ends[1])
    self.restore = restore
    for signal in [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGCONT] {
      handle(signal) { number in
        let code = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(Signals.pipeIn, &byte, 1)
        errno = code
      }
    }
    for signal in [SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGBUS, SIGSEGV] {
      handle(
        signal, flags: Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_NODEFER
      ) { number in
        // Not safe in a handler, but the program is dying, and the person at
        // the desk needs a terminal.
        Signals.restore()
        raise(number)
      }
    }
    // Writing to a terminal that is gone must fail, not kill.
    signal(SIGPIPE, SIG_IGN)
    // A parent that blocked signals, as a service manager may, hands that on.
    var none = sigset_t()
    sigemptyset(&none)
    sigprocmask(SIG_SETMASK, &none, nil)
  }

  private static func handle(
    _ signal: Int32, flags: Int32 = 0,
    _ handler: @convention(c) @escaping (Int32) -> Void
  ) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    // No SA_RESTART: a call that blocks is to be left.
    action.sa_flags = flags
    sigaction(signal, &action, nil)
  }

  /// The signals that came since the last time.
  static func received() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(pipeOut, &bytes, bytes.count)
    return bytes.prefix(max(count, 0)).map(Int32.init)
  }

  /// Lets the signal end the process, as it would have without a handler, so
  /// that who started the program sees why it ended.
  static func die(of signal: Int32) {
    Glibc.signal(signal, SIG_DFL)
    raise(signal)
  }
}
