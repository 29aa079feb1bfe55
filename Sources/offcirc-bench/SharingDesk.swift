import Circulation
import Foundation
import Sharing

/// A desk in a folder of its own, which shares if it has an address.
final class SharingDesk {
  let desk: Desk
  let sharer: Sharer?
  private let folder: StationFolder
  /// The number of items lent so far.
  private(set) var count = 0

  init(
    _ name: String, with address: ShareAddress? = nil,
    in temporary: TemporaryFolder
  ) throws {
    folder = StationFolder(path: try temporary.newFolder())
    let desk = try Desk(folder: folder)
    self.desk = desk
    sharer = address.map {
      Sharer(to: $0.text, of: desk.station, desk: name, clock: desk.clock)
    }
    if let sharer { desk.add(sharer) }
  }

  /// Lends the next item, durably, and returns it.
  @discardableResult
  func lend() throws -> Barcode {
    count += 1
    let item = try Barcode("\(desk.station.prefix(8))\(count)")
    desk.identify(try Barcode("9921000000164"))
    try desk.record(item)
    try desk.commit()
    return item
  }

  /// True if nothing is left to be sent.
  var isUpToDate: Bool { sharer?.standing == .upToDate && !isBusy }

  private var isBusy: Bool { sharer?.isBusy ?? false }

  /// The journal's bytes, without the room after them.
  var bytes: [UInt8] {
    get throws {
      let file = try PosixFileSystem().open(folder.journal, for: .reading)
      let bytes = try file.bytes(0..<file.length())
      let end = bytes.lastIndex(of: UInt8(ascii: "\n")) ?? -1
      return Array(bytes[...end])
    }
  }
}

/// Waits until something is so, looking every fifth of a millisecond.
///
/// - Throws: ``CommandError`` if it is not so after so many seconds.
func wait(
  seconds: Double = 60, until isSo: () throws -> Bool
) throws {
  let end = ContinuousClock.now + .seconds(seconds)
  while try !isSo() {
    guard ContinuousClock.now < end else {
      throw CommandError(name: "waiting for \(seconds) s")
    }
    usleep(200)
  }
}
