import Glibc

/// The standard folders of a user.
package struct UserFolders: Hashable, Sendable {
  /// The user's home folder.
  package let home: String
  /// The folder for data of programs: `XDG_DATA_HOME`, or `~/.local/share`.
  package let data: String
  /// The folder for settings of programs: `XDG_CONFIG_HOME`, or `~/.config`.
  package let configuration: String
  /// The folder for what programs note of themselves: `XDG_STATE_HOME`, or
  /// `~/.local/state`.
  package let state: String

  /// Reads the folders from the environment; as the XDG Base Directory
  /// Specification demands, relative paths are ignored.
  package init(environment: [String: String]) {
    let home =
      environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? Self.homeOfUser
    func folder(_ name: String, else place: String) -> String {
      if let path = environment[name], path.isAbsolutePath { return path }
      return home.appending(path: place)
    }
    self.home = home
    data = folder("XDG_DATA_HOME", else: ".local/share")
    configuration = folder("XDG_CONFIG_HOME", else: ".config")
    state = folder("XDG_STATE_HOME", else: ".local/state")
  }

  /// The home folder in the user database, for an environment without `HOME`.
  private static var homeOfUser: String {
    getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) } ?? "/"
  }
}
