/// The day for which somebody dismissed the warning about lines of an earlier
/// day, and the lines concerned.
///
/// Stored in a file of the desk's folder, so that the warning does not come
/// back on the same day. If the file is lost, the warning appears once more.
struct StaleLinesDismissal {
  private let path: String
  private let fileSystem: any FileSystem
  private var text: String

  /// Reads the dismissal stored in a folder.
  init(in folder: StationFolder, fileSystem: any FileSystem) {
    path = folder.path.appending(path: "OffCirc.aside")
    self.fileSystem = fileSystem
    text = ""
    if let file = try? fileSystem.open(path, for: .reading),
      let length = try? file.length(), length <= 200,
      let bytes = try? file.bytes(0..<length)
    {
      text = String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Returns true if the warning about these lines is dismissed on the day of a
  /// time.
  func holds(_ stale: DataFileSummary, on time: LocalTime) -> Bool {
    text == Self.text(stale, on: time)
  }

  /// Dismisses the warning; if the file can't be written, until the station
  /// closes.
  mutating func put(_ stale: DataFileSummary, on time: LocalTime) {
    text = Self.text(stale, on: time)
    let bytes = Array(text.utf8)
    _ = try? fileSystem.replace(path) { file throws(FileError) in
      try file.append(bytes.span)
    }
  }

  private static func text(
    _ stale: DataFileSummary, on time: LocalTime
  ) -> String {
    let first = stale.first?.iso8601 ?? ""
    return "\(time.iso8601.prefix(10)) \(stale.lineCount) \(first)\n"
  }
}

extension Desk {
  /// Returns the result of ``staleLines(in:)``, unless dismissed for today.
  package func staleLinesToReport(in present: DataFileSummary)
    -> DataFileSummary?
  {
    guard let stale = staleLines(in: present) else { return nil }
    return staleLinesDismissal.holds(stale, on: clock.now()) ? nil : stale
  }

  /// Dismisses the warning about lines of an earlier day for today.
  ///
  /// - Returns: false if there was no such warning.
  package func dismissStaleLines() -> Bool {
    guard
      let present = try? summary(), let stale = staleLinesToReport(in: present)
    else { return false }
    staleLinesDismissal.put(stale, on: clock.now())
    return true
  }
}
