import Glibc

/// The drive of a folder: its file system, and who else may write to it.
package struct Drive: Hashable, Sendable {
  /// The file system type as the kernel names it: `ext4`, `nfs4`.
  package let kind: String
  /// True if other machines may write to it too.
  package let isShared: Bool
  /// True if a lock on it is known to exclude only this machine.
  package let locksAreLocal: Bool

  /// A local disk.
  package static let own = Drive(
    kind: "", isShared: false, locksAreLocal: false)

  /// Creates a drive from its file system type and mount options.
  init(kind: String, options: Set<Substring>) {
    let locksAreLocal =
      switch kind {
      // nfs(5): with these options flock is local to the machine.
      case "nfs", "nfs4":
        !options.isDisjoint(with: ["nolock", "local_lock=flock"])
          || options.contains("local_lock=all")
      // mount.cifs(8): no byte ranges are locked on the server.
      case "cifs", "smb3": !options.isDisjoint(with: ["nobrl", "nolock"])
      // These have no locks that other machines see.
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

  /// Finds a device in the text of `/proc/self/mountinfo` (proc(5)); nil if it
  /// is not listed.
  init?(of device: UInt, in mounts: String) {
    // Major and minor number, as makedev(3) combines them.
    let major = device >> 8 & 0xfff | device >> 32 & ~0xfff
    let minor = device & 0xff | device >> 12 & 0xfff00
    let name = "\(major):\(minor)"
    for line in mounts.utf8.split(separator: .lineFeed) {
      let start = line.split(separator: .space, maxSplits: 3)
      guard start.count > 3, start[2].elementsEqual(name.utf8) else { continue }
      let fields = Substring(line).split(separator: " ")
      guard
        fields.count > 6, let end = fields.firstIndex(of: "-"),
        fields.count > end + 1
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
  /// Returns the drive of a folder; ``Drive/own`` if the system does not report
  /// it.
  package func drive(of folder: String) -> Drive {
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
