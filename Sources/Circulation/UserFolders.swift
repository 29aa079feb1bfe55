import Glibc

/// Where the files of a user are, as the environment tells.
public struct UserFolders: Hashable, Sendable {
  /// The home of the user.
  public let home: String
  /// What its programs keep: `XDG_DATA_HOME`, else `~/.local/share`.
  public let data: String
  /// How they are set: `XDG_CONFIG_HOME`, else `~/.config`.
  public let configuration: String

  /// The folders that the environment names; those of the XDG Base Directory
  /// Specification only if they are whole paths, as it demands.
  public init(environment: [String: String]) {
    let home =
      environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? Self.homeOfUser
    func folder(_ name: String, else place: String) -> String {
      if let path = environment[name], path.hasPrefix("/") { return path }
      return home + place
    }
    self.home = home
    data = folder("XDG_DATA_HOME", else: "/.local/share")
    configuration = folder("XDG_CONFIG_HOME", else: "/.config")
  }

  /// The home that the system has for the user, where `HOME` names none.
  private static var homeOfUser: String {
    getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) } ?? ""
  }
}
