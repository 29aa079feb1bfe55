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
  init(kind: String, options: [String]) {
    let locksAreLocal =
      switch kind {
      // nfs(5): with these options flock is local to the machine.
      case "nfs", "nfs4":
        options.contains {
          ["nolock", "local_lock=flock", "local_lock=all"].contains($0)
        }
      // mount.cifs(8): no byte ranges are locked on the server.
      case "cifs", "smb3":
        options.contains { ["nobrl", "nolock"].contains($0) }
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
  init?(of device: UInt, in mounts: [UInt8]) {
    // Major and minor number, as makedev(3) combines them.
    let major = device >> 8 & 0xfff | device >> 32 & ~0xfff
    let minor = device & 0xff | device >> 12 & 0xfff00
    let name = "\(major):\(minor)".utf8
    for line in mounts.split(separator: .lineFeed) {
      let fields = line.split(separator: .space)
      guard
        fields.count > 6, fields[2].elementsEqual(name),
        let end = fields.firstIndex(of: [UInt8(ascii: "-")]),
        fields.count > end + 1
      else { continue }
      let options = [fields[5], fields.last ?? []].flatMap {
        $0.split(separator: UInt8(ascii: ","))
      }
      self.init(
        kind: String(decoding: fields[end + 1], as: UTF8.self),
        options: options.map { String(decoding: $0, as: UTF8.self) })
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
    return Drive(of: UInt(status.st_dev), in: mounts) ?? .own
  }
}
