import Circulation
import Glibc
import Offload

extension English {
  /// Why the system refuses something that it seldom does.
  func rareReason(_ failure: FileFailure) -> String {
    switch failure.code {
    case EBUSY where failure.act == .replace:
      "another program wrote it at the same time; run the command again"
    case EBUSY, EAGAIN, ETXTBSY:
      "another program uses it; wait until it is done, and try again"
    case EEXIST: "something with this name is there already; move it away"
    case ENOTEMPTY: "the folder is not empty; move away what is in it"
    case EINTR: "a signal interrupted it; try again"
    case EPIPE:
      "nobody reads it any more; run the command again, and read all of it"
    case EBADF: "it is closed; run the command again without closing it"
    case EMFILE, ENFILE:
      "only \(FileFailure.openFileLimit) files can be open at once; name fewer, or raise the limit with ulimit -n"
    case EXDEV: "that is on another disk; name a place on the same one"
    case EINVAL where failure.act == .replace:
      "it is not a file of transactions; name another, or move it away"
    case EINVAL: "the system does not take it; name another"
    case ENOSYS, EOPNOTSUPP, ENOTTY: "this disk can't do that; use another one"
    case ENOLCK: "its drive can't lock files; use another one"
    case EOVERFLOW: "it is larger than the system can read"
    case EILSEQ: "the disk does not take such a name; choose another"
    case EUCLEAN: "the disk is damaged; have it checked, and use another one"
    case ENXIO, ENOMEDIUM: "its disk is not there; put it back"
    case let code where FileFailure.isOfTheNetwork(code):
      "its drive does not answer; see to the network, and try again"
    case let code:
      "the system refuses it; try again, and if it stays so, tell your administrator this number: \(code)"
    }
  }

  func removedRemains(_ paths: [String]) -> String {
    "A run that was cut short had left \(list(paths)): removed."
  }

  func foundRemains(_ paths: [String]) -> String {
    "A run that was cut short left \(list(paths)). If nothing runs there, offcirc purge removes it."
  }

  private func list(_ paths: [String]) -> String {
    paths.map(\.printable).joined(separator: ", ")
  }
}

extension FileFailure {
  /// How many files this program can have open.
  static var openFileLimit: Int {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return Int(clamping: limit.rlim_cur)
  }

  /// Whether a code is of a drive behind a network.
  static func isOfTheNetwork(_ code: Int32) -> Bool {
    [
      ETIMEDOUT, EHOSTDOWN, EHOSTUNREACH, ENETDOWN, ENETUNREACH, ENETRESET,
      ECONNREFUSED, ECONNRESET, ECONNABORTED, ENOTCONN, EREMOTEIO,
    ].contains(code)
  }
}
