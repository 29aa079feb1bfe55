import Glibc

/// Prepares the process: streams, signals, core dumps and limits.
func prepareSurroundings() {
  holdClosedStreams()
  // A file size limit or a closed pipe is an error to report, not the end.
  signal(SIGXFSZ, SIG_IGN)
  signal(SIGPIPE, SIG_IGN)
  // The runtime would print memory contents to the terminal.
  for number in [SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGBUS, SIGSEGV] {
    signal(number, SIG_DFL)
  }
  forbidCores()
  raiseFileLimit()
}

/// Prevents core dumps: memory holds who borrowed what.
private func forbidCores() {
  var none = rlimit(rlim_cur: 0, rlim_max: 0)
  setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  // A core collector ignores the limit, but not this filter.
  let filter = open("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC)
  guard filter >= 0 else { return }
  write(filter, "0", 1)
  close(filter)
}

/// Raises the limit of open files to the maximum: a merge opens all inputs at
/// once.
private func raiseFileLimit() {
  let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  var limit = rlimit()
  guard getrlimit(resource, &limit) == 0 else { return }
  limit.rlim_cur = limit.rlim_max
  setrlimit(resource, &limit)
}
