/// A page of the manual, by its name on the command line.
enum ManualPage: String, CaseIterable {
  case program = "offcirc"
  case settings = "offcirc.toml"

  /// The section of the manual that it belongs to.
  var section: Int {
    switch self {
    case .program: 1
    case .settings: 5
    }
  }

  /// Its file in a folder of pages, such as `man1/offcirc.1`.
  var file: String { "man\(section)/\(rawValue).\(section)" }
}
