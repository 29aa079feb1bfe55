import Circulation

/// A file as programs see it, and as it is on disk.
final class SimulatedFile {
  let id: UInt
  private(set) var bytes: [UInt8]
  private(set) var changeCount = 0
  private var onDisk: [UInt8]
  /// The opening of it that has locked it.
  weak var locker: OpenSimulatedFile?
  /// What the system will write at the next sync.
  private var dirty: [Range<Int>] = []

  init(id: Int, bytes: [UInt8]) {
    self.id = UInt(id)
    self.bytes = bytes
    onDisk = bytes
  }

  func version(on disk: UInt) -> FileVersion {
    FileVersion(
      identity: FileIdentity(device: disk, inode: id), length: bytes.count,
      modifiedSeconds: changeCount,
      modifiedNanoseconds: 0)
  }

  func write(_ written: some Collection<UInt8>, at offset: Int) {
    changeCount += 1
    let range = offset..<offset + written.count
    extend(to: range.upperBound)
    bytes.replaceSubrange(range, with: written)
    dirty.append(range)
  }

  private func extend(to length: Int) {
    guard length > bytes.count else { return }
    dirty.append(bytes.count..<length)
    bytes += [UInt8](repeating: 0, count: length - bytes.count)
  }

  func truncate(to length: Int) {
    changeCount += 1
    bytes = Array(bytes.prefix(length))
    dirty = dirty.map { $0.clamped(to: 0..<length) }
    extend(to: length)
  }

  func replace(by bytes: [UInt8]) {
    changeCount += 1
    self.bytes = bytes
    onDisk = bytes
    dirty = []
  }

  func synchronize() {
    onDisk = Array(onDisk.prefix(bytes.count))
    onDisk += [UInt8](repeating: 0, count: bytes.count - onDisk.count)
    onDisk.withUnsafeMutableBytes { disk in
      bytes.withUnsafeBytes { bytes in
        for range in dirty {
          UnsafeMutableRawBufferPointer(rebasing: disk[range])
            .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[range]))
        }
      }
    }
    forgetWhatWasToBeWritten()
  }

  /// After a sync that failed, Linux takes for written what was not.
  func forgetWhatWasToBeWritten() {
    dirty = []
  }

  func content(after remains: SimulatedFileSystem.Remains) -> [UInt8] {
    switch remains {
    case .all: return bytes
    case .nothing: return onDisk
    case .half:
      let dirty = Set(dirty.joined()).sorted()
      var content = onDisk
      for index in dirty.prefix(dirty.count / 2) {
        let gap = index + 1 - content.count
        if gap > 0 { content += [UInt8](repeating: 0, count: gap) }
        content[index] = bytes[index]
      }
      return content
    case .zeros:
      let zeros = [UInt8](
        repeating: 0, count: max(0, bytes.count - onDisk.count))
      return onDisk + zeros
    }
  }
}
