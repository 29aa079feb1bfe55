import Glibc

/// The drive that a folder is on, as far as it matters to who else may write
/// there.
public struct Drive: Hashable, Sendable {
  /// The kind of its file system, as the system calls it: `ext4`, `nfs4`.
  public let kind: String
  /// Whether other machines may write to it too.
  public let isShared: Bool
  /// Whether a lock on it is known to hold on one machine only.
  public let locksAreLocal: Bool

  /// A disk of this machine's own.
  public static let own = Drive(
    kind: "", isShared: false, locksAreLocal: false)

  /// A drive of a kind, with the options that it was mounted with.
  init(kind: String, options: Set<Substring>) {
    let locksAreLocal =
      switch kind {
      // nfs(5): these two leave flock to the machine itself.
      case "nfs", "nfs4":
        !options.isDisjoint(with: ["nolock", "local_lock=flock"])
          || options.contains("local_lock=all")
      // mount.cifs(8): no byte ranges are locked on the server.
      case "cifs", "smb3": !options.isDisjoint(with: ["nobrl", "nolock"])
      // They have no locks that other machines see.
      case "fuse.sshfs", "fuse.rclone", "fuse.curlftpfs", "vboxsf": true
      default: false
      }
    let isShared =
      locksAreLocal
      || [
        "nfs", "nfs4", "cifs", "smb3", "9p", "afs", "ceph", "fuse.glusterfs",
        "gfs2", "ocfs2", "virtiofs", "fuse.vmhgfs-fuse", "fuse.davfs2",
      ].contains(kind)
    self.init(kind: kind, isShared: isShared, locksAreLocal: locksAreLocal)
  }

  private init(kind: String, isShared: Bool, locksAreLocal: Bool) {
    self.kind = kind
    self.isShared = isShared
    self.locksAreLocal = locksAreLocal
  }

  /// The drive of a device by what `/proc/self/mountinfo` says (proc(5)); nil
  /// if it does not name the device.
  init?(of device: UInt, in mounts: String) {
    // The parts of the number, as makedev(3) puts them together.
    let major = device >> 8 & 0xfff | device >> 32 & ~0xfff
    let minor = device & 0xff | device >> 12 & 0xfff00
    let name = "\(major):\(minor)"
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard
        fields.count > 6, fields[2] == name,
        let end = fields.firstIndex(of: "-"), fields.count > end + 1
      else { continue }
      let options = [fields[5], fields.last ?? ""].flatMap {
        $0.split(separator: ",")
      }
      self.init(kind: String(fields[end + 1]), options: Set(options))
      return
    }
    return nil
  }
}

extension PosixFileSystem {
  /// The drive of a folder; one of this machine's own if the system does not
  /// tell.
  public func drive(of folder: String) -> Drive {
    var status = stat()
    guard
      stat(folder, &status) == 0,
      let mounts = try? open("/proc/self/mountinfo", for: .reading)
        .bytes(0..<1 << 20)
    else { return .own }
    return Drive(
      of: UInt(status.st_dev), in: String(decoding: mounts, as: UTF8.self))
      ?? .own
  }
}
