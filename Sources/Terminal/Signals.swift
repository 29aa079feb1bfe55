import Glibc

/// The signals handled by a full-screen program, as bytes in a pipe.
///
/// Writing a byte is safe in a signal handler, and wakes the program from
/// `poll`.
enum Signals {
  /// The read end: each byte is a signal's number.
  nonisolated(unsafe) private(set) static var pipeOut: Int32 = -1
  /// The write end; set before the first handler is installed, read by
  /// handlers.
  nonisolated(unsafe) private static var pipeIn: Int32 = -1
  /// The clean-up of a crashing program; set before the handlers.
  nonisolated(unsafe) private static var restore: @convention(c) () -> Void = {}

  /// Installs the handlers; must be called before curses starts, which keeps
  /// existing handlers.
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
        // Not async-signal-safe, but the program is crashing, and the user
        // needs a working terminal.
        Signals.restore()
        raise(number)
      }
    }
    // Writing to a closed terminal must fail, not kill the program.
    signal(SIGPIPE, SIG_IGN)
    // A parent that blocked signals, such as a service manager, passes its mask
    // on.
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
    // No SA_RESTART: a blocking call must be interrupted.
    action.sa_flags = flags
    sigaction(signal, &action, nil)
  }

  /// Returns the signals received since the last call.
  static func received() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(pipeOut, &bytes, bytes.count)
    return bytes.prefix(max(count, 0)).map(Int32.init)
  }

  /// Ends the process by the signal's default action, so that its parent sees
  /// the cause.
  static func die(of signal: Int32) {
    Glibc.signal(signal, SIG_DFL)
    raise(signal)
  }
}
