import Circulation
import Glibc
import Offload
import Station
import Typesetting

extension English {
  /// Returns the reason of a rare error.
  func rareReason(_ error: FileError) -> String {
    switch error.code {
    case EBUSY where error.operation == .replace:
      "another program wrote it at the same time. Run the command again"
    case EBUSY, EAGAIN, ETXTBSY:
      "another program is using it. Wait until it has finished, then try again"
    case EEXIST: "a file or folder with this name already exists. Move it away"
    case ENOTEMPTY: "the folder is not empty. Move its content away"
    case EINTR: "interrupted by a signal. Try again"
    case EPIPE:
      "the reader has closed it. Run the command again, and read all of it"
    case EBADF: "it is closed. Run the command again without closing it"
    case EMFILE, ENFILE:
      "too many open files (the limit is \(FileError.openFileLimit)). Give fewer, or raise the limit with ulimit -n"
    case EXDEV: "that is another disk. Give a place on the same one"
    case EINVAL where error.operation == .replace:
      "it is not a file of transactions. Give another one, or move it away"
    case EINVAL: "the system refused it. Give another one"
    case ENOSYS, EOPNOTSUPP, ENOTTY:
      "this disk does not support it. Use another disk"
    case ENOLCK: "its drive does not support locks. Use another drive"
    case EOVERFLOW: "it is larger than the system can read"
    case EILSEQ: "the disk does not allow this name. Choose another one"
    case EUCLEAN:
      "the disk is damaged. Have it checked, and use another disk"
    case ENXIO, ENOMEDIUM: "its disk is not connected. Reconnect it"
    case let code where FileError.isOfTheNetwork(code):
      "its drive does not answer. Check the network, then try again"
    case let code:
      "the system refused it. Try again. If it fails again, give your administrator this number: \(code)"
    }
  }

  func removedRemains(_ paths: [String]) -> String {
    "Removed the leftovers of an interrupted run: \(list(paths))."
  }

  func foundRemains(_ paths: [String]) -> String {
    "An interrupted run left \(list(paths)). If nothing is running there, offcirc purge removes it."
  }

  private func list(_ paths: [String]) -> String {
    paths.map(\.printable).joined(separator: ", ")
  }
}

extension FileError {
  /// The number of files that this program can have open.
  static var openFileLimit: Int {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return Int(clamping: limit.rlim_cur)
  }

  /// Returns true for an error of a network drive.
  static func isOfTheNetwork(_ code: Int32) -> Bool {
    [
      ETIMEDOUT, EHOSTDOWN, EHOSTUNREACH, ENETDOWN, ENETUNREACH, ENETRESET,
      ECONNREFUSED, ECONNRESET, ECONNABORTED, ENOTCONN, EREMOTEIO,
    ].contains(code)
  }
}
