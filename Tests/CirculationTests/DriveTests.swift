import Support
import Testing

@testable import Circulation

/// A drive that others may write to is known by what the system says of it.
struct DriveTests {
  private func drive(_ kind: String, _ options: String) -> Drive? {
    Drive(
      of: 0x2b,
      in: Array(
        """
        22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
        99 22 0:43 / /srv/desk rw,relatime shared:5 - \(kind) server:/x \(options)

        """.utf8))
  }

  @Test(arguments: [
    ("nfs4", "rw,vers=4.2,local_lock=none", true, false),
    ("nfs", "rw,vers=3,local_lock=flock", true, true),
    ("nfs", "rw,local_lock=all,addr=::1", true, true),
    ("nfs", "rw,nolock", true, true),
    ("nfs", "rw,local_lock=posix", true, false),
    ("cifs", "rw,vers=3.1.1", true, false),
    ("cifs", "rw,nobrl", true, true),
    ("smb3", "rw,nolock", true, true),
    ("fuse.sshfs", "rw", true, true),
    ("9p", "rw,trans=virtio", true, false),
    ("ext4", "rw", false, false),
    ("vfat", "rw", false, false),
    ("tmpfs", "rw", false, false),
  ])
  func aDriveIsKnownByItsKindAndItsOptions(
    _ kind: String, _ options: String, _ isShared: Bool, _ isLocal: Bool
  ) throws {
    let drive = try #require(self.drive(kind, options))
    #expect(drive.kind == kind)
    #expect(drive.isShared == isShared)
    #expect(drive.locksAreLocal == isLocal)
  }

  @Test func aDeviceThatIsNotNamedIsNone() {
    for mounts in ["22 1 254:0 / / rw - ext4 /dev/vda rw", "no\n\n - - -"] {
      #expect(Drive(of: 0x2c, in: Array(mounts.utf8)) == nil)
    }
  }

  @Test func theDiskOfTheTestsIsNotShared() throws {
    let folder = TestFolder()
    #expect(!PosixFileSystem().drive(of: folder.path).locksAreLocal)
  }
}
