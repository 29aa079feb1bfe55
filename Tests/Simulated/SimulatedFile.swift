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
  private var isDirty: [Bool]
  /// Where such bytes can be.
  private var dirty = Int.max..<Int.max

  init(id: Int, bytes: [UInt8]) {
    self.id = UInt(id)
    self.bytes = bytes
    onDisk = bytes
    isDirty = [Bool](repeating: false, count: bytes.count)
  }

  func version(on disk: UInt) -> FileVersion {
    FileVersion(
      identity: FileIdentity(device: disk, inode: id), length: bytes.count,
      modifiedSeconds: changeCount,
      modifiedNanoseconds: 0)
  }

  func write(_ written: some Collection<UInt8>, at offset: Int) {
    changeCount += 1
    let end = max(bytes.count, offset + written.count)
    bytes += [UInt8](repeating: 0, count: end - bytes.count)
    isDirty += [Bool](repeating: true, count: end - isDirty.count)
    let range = offset..<offset + written.count
    bytes.replaceSubrange(range, with: written)
    isDirty.replaceSubrange(
      range, with: [Bool](repeating: true, count: written.count))
    dirty = min(dirty.lowerBound, offset)..<end
  }

  func truncate(to length: Int) {
    changeCount += 1
    bytes = Array(bytes.prefix(length))
    isDirty = Array(isDirty.prefix(length))
    bytes += [UInt8](repeating: 0, count: length - bytes.count)
    isDirty += [Bool](repeating: true, count: length - isDirty.count)
  }

  func replace(by bytes: [UInt8]) {
    changeCount += 1
    self.bytes = bytes
    onDisk = bytes
    isDirty = [Bool](repeating: false, count: bytes.count)
  }

  func synchronize() {
    onDisk = Array(onDisk.prefix(bytes.count))
    onDisk += [UInt8](repeating: 0, count: bytes.count - onDisk.count)
    for index in dirty.clamped(to: bytes.indices) where isDirty[index] {
      onDisk[index] = bytes[index]
    }
    forgetWhatWasToBeWritten()
  }

  /// After a sync that failed, Linux takes for written what was not.
  func forgetWhatWasToBeWritten() {
    dirty = .max ..< .max
    isDirty = [Bool](repeating: false, count: bytes.count)
  }

  func content(after remains: SimulatedFileSystem.Remains) -> [UInt8] {
    switch remains {
    case .all: return bytes
    case .nothing: return onDisk
    case .half:
      let dirty = isDirty.indices.filter { isDirty[$0] }
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
