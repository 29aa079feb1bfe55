/// For which day somebody has put the warning about lines of an earlier day
/// aside, and of which lines.
///
/// It stands in a file of the desk's folder, so that whoever opens the station
/// again on that day is not asked again. Lost, it costs one more warning.
struct StaleAside {
  private let path: String
  private let fileSystem: any FileSystem
  private var text: String

  /// What the folder remembers.
  init(in folder: StationFolder, fileSystem: any FileSystem) {
    path = folder.path + "/OffCirc.aside"
    self.fileSystem = fileSystem
    text = ""
    if let file = try? fileSystem.open(path, for: .reading),
      let length = try? file.length(), length <= 200,
      let bytes = try? file.bytes(0..<length)
    {
      text = String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Whether the warning about these lines is put aside on the day of a time.
  func holds(_ stale: DataFile.Survey, on time: LocalTime) -> Bool {
    text == Self.text(stale, on: time)
  }

  /// Puts it aside; if the file can't be written, for as long as the station is
  /// open.
  mutating func put(_ stale: DataFile.Survey, on time: LocalTime) {
    text = Self.text(stale, on: time)
    let bytes = Array(text.utf8)
    _ = try? fileSystem.replace(path) { file throws(FileFailure) in
      try file.append(bytes.span)
    }
  }

  private static func text(
    _ stale: DataFile.Survey, on time: LocalTime
  ) -> String {
    let oldest = stale.oldest?.iso8601 ?? ""
    return "\(time.iso8601.prefix(10)) \(stale.lineCount) \(oldest)\n"
  }
}

extension Desk {
  /// What ``staleLines(in:)`` says, unless somebody has put it aside for today.
  public func staleLinesToTell(in present: DataFile.Survey) -> DataFile.Survey?
  {
    guard let stale = staleLines(in: present) else { return nil }
    return staleAside.holds(stale, on: clock.now()) ? nil : stale
  }

  /// Puts the lines of an earlier day aside for today.
  ///
  /// - Returns: whether there were any to be told.
  public func putStaleLinesAside() -> Bool {
    guard
      let present = try? survey(), let stale = staleLinesToTell(in: present)
    else { return false }
    staleAside.put(stale, on: clock.now())
    return true
  }
}
