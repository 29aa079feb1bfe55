import Foundation
import Testing

/// A disk of which the end can break off, and be put back.
struct BrokenDisk {
  /// A part of it: the last, which breaks off, or the first.
  enum Part {
    case sound
    case lost
  }

  let disk: Disk
  /// The first block that breaks off.
  private let firstLost: Int32
  /// What fills a place in each part.
  private let fillers: [Part: String]

  /// Fills the disk but for a place in one part.
  init(roomIn part: Part = .lost, options: String = "rw") throws {
    // Files of 12 blocks: they have no others beside, which would be anywhere.
    disk = try Disk(
      """
      mount -t tmpfs -o size=40m none $UNDER &&
      truncate -s 8M $UNDER/image && mkdir $UNDER/copy &&
      mke2fs -q -t ext2 -b 4096 -m 0 $UNDER/image &&
      mount -o loop,\(options) $UNDER/image $FILES && chmod 700 $FILES &&
      losetup -n -O NAME -j $UNDER/image > $UNDER/loop &&
      mkdir $FILES/fillers || exit 1
      n=100
      while dd if=/dev/zero of=$FILES/fillers/$n bs=48k count=1 2> $UNDER/dd
      do n=$((n + 1)); done
      """)
    let files = disk.seen(disk.folder.files + "/fillers")
    let all = try FileManager.default.contentsOfDirectory(atPath: files)
      .map { (name: $0, blocks: try Self.blocks(of: files + "/" + $0)) }
      .filter { $0.blocks.count == 12 }
    let first = try #require(
      all.min { ($0.blocks.max() ?? 0) < ($1.blocks.max() ?? 0) })
    let last = try #require(
      all.max { ($0.blocks.min() ?? 0) < ($1.blocks.min() ?? 0) })
    let lost = try #require(last.blocks.min())
    try #require(first.blocks.allSatisfy { $0 < lost })
    firstLost = lost
    fillers = [.sound: first.name, .lost: last.name]
    try fill()
    try makeRoom(in: part)
  }

  /// Where a file's blocks are on its disk.
  private static func blocks(of path: String) throws -> [Int32] {
    let file = try #require(FileHandle(forReadingAtPath: path))
    let count = (try file.seekToEnd() + 4_095) / 4_096
    return try (0..<Int32(count)).map { index in
      var block = index
      // FIBMAP, which Swift does not see.
      try #require(ioctl(file.fileDescriptor, 1, &block) == 0)
      return block
    }
  }

  /// From here on, what is written beyond fails, as on a disk that dies.
  func breakOff(with name: String? = nil) throws {
    if let name {
      let file = disk.seen(disk.folder.files + "/" + name)
      try #require(try Self.blocks(of: file).allSatisfy { $0 >= firstLost })
    }
    try disk.sh(
      """
      cp $UNDER/image $UNDER/whole && truncate -s $((\(firstLost) * 4096)) \
      $UNDER/image && losetup --set-capacity $(cat $UNDER/loop)
      """)
  }

  /// Leaves not a block: what is kept for files that may grow goes with a sync.
  func fill() throws {
    try disk.sh(
      """
      for turn in 1 2 3 4 5 6 7 8; do
        dd if=/dev/zero bs=4k >> $FILES/fillers/rest 2> $UNDER/dd
        sync -f $FILES
        [ $(stat -f -c %f $FILES) = 0 ] && exit 0
      done; exit 1
      """)
  }

  func makeRoom(in part: Part) throws {
    try disk.sh("rm $FILES/fillers/\(fillers[part] ?? "") && sync -f $FILES")
  }

  func mend() throws {
    try disk.sh(
      """
      dd if=$UNDER/whole of=$UNDER/image bs=4k skip=\(firstLost) \
      seek=\(firstLost) conv=notrunc 2> $UNDER/dd &&
      losetup --set-capacity $(cat $UNDER/loop)
      """)
  }
}
