import Glibc

/// Sees to what the system does to this program, before it does anything.
func prepareSurroundings() {
  holdClosedStreams()
  // A file that may not grow any more, or a pipe that nobody reads any more, is
  // an error to tell, not the end.
  signal(SIGXFSZ, SIG_IGN)
  signal(SIGPIPE, SIG_IGN)
  // The runtime would print bytes of memory to whoever stands at the desk.
  for number in [SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGBUS, SIGSEGV] {
    signal(number, SIG_DFL)
  }
  forbidCores()
  raiseFileLimit()
}

/// Keeps memory, which holds who borrowed what, from being written to the disk
/// if the program dies.
private func forbidCores() {
  var none = rlimit(rlim_cur: 0, rlim_max: 0)
  setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  // A program that collects cores asks for no limit, but for this.
  let filter = open("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC)
  guard filter >= 0 else { return }
  write(filter, "0", 1)
  close(filter)
}

/// Lets as many files be open as the system grants: a merge reads all of them at
/// once.
private func raiseFileLimit() {
  let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  var limit = rlimit()
  guard getrlimit(resource, &limit) == 0 else { return }
  limit.rlim_cur = limit.rlim_max
  setrlimit(resource, &limit)
}
