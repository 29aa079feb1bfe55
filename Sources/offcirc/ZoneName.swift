import Circulation
import Exchange
import Glibc

/// The name of a time zone: one of the system's, such as `Europe/Paris`, or
/// a fixed distance from UTC, such as `+01:00`.
struct ZoneName {
  private enum Kind {
    case fixed(seconds: Int32)
    /// A file of the system's zones.
    case named
    /// The zone of this computer.
    case system
  }

  private let name: String
  private let kind: Kind

  /// Creates the zone of a name; nil if the system does not know it.
  init?(_ name: String) {
    self.name = name
    if let seconds = Self.distance(name) {
      kind = .fixed(seconds: seconds)
    } else if Self.isKnown(name) {
      kind = .named
    } else {
      return nil
    }
  }

  private init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// The zone of this computer, by the name that `TZ` or the system gives it.
  static var ofSystem: ZoneName {
    if let name = Environment.variables["TZ"], !name.isEmpty {
      return ZoneName(name, .system)
    }
    let target = CommandContext.disk.realPath("/etc/localtime") ?? ""
    let parts = target.split(separator: "/")
    if let start = parts.firstIndex(of: "zoneinfo") {
      let name = parts[(start + 1)...].joined(separator: "/")
      return ZoneName(name, .system)
    }
    let now = WallClock.system.now().utcOffset ?? 0
    let minutes = Int(now.magnitude) / 60
    func digits(_ number: Int) -> String {
      number < 10 ? "0\(number)" : "\(number)"
    }
    return ZoneName(
      (now < 0 ? "-" : "+") + digits(minutes / 60) + ":"
        + digits(minutes % 60), .system)
  }

  /// Returns the zone; the whole process follows a named one from now on.
  func zone() -> Zone {
    switch kind {
    case .fixed(let seconds): return Zone(name: name, fixed: seconds)
    case .named:
      setenv("TZ", name, 1)
      tzset()
      return .ofSystem(named: name)
    case .system: return .ofSystem(named: name)
    }
  }

  /// Parses `±HH:MM`.
  private static func distance(_ text: String) -> Int32? {
    guard let match = text.wholeMatch(of: #/([+-])(\d\d):([0-5]\d)/#),
      let hours = Int32(match.2), let minutes = Int32(match.3), hours <= 14
    else { return nil }
    let seconds = hours * 3_600 + minutes * 60
    return match.1 == "-" ? -seconds : seconds
  }

  /// Returns true if the system has a file for the zone: the C library takes
  /// any other name for UTC without a word.
  private static func isKnown(_ name: String) -> Bool {
    guard
      name.wholeMatch(of: #/[A-Za-z][A-Za-z0-9_+\/-]*/#) != nil
    else { return false }
    let folder = Environment.variables["TZDIR"] ?? "/usr/share/zoneinfo"
    guard
      let file = try? CommandContext.disk.open(
        folder.appending(path: name), for: .reading),
      let start = try? file.bytes(0..<4)
    else { return false }
    return start == Array("TZif".utf8)
  }
}
