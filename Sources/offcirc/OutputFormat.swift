import ArgumentParser

/// The format of what a command writes to standard output.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// Text or a table, for a person.
  case text
  /// Comma-separated values, for programs.
  case csv
  /// JSON, for programs.
  case json

  init?(argument: String) {
    // The older name of the text of a list.
    self.init(rawValue: argument == "table" ? "text" : argument)
  }
}
