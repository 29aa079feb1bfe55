import Settings

extension Language {
  /// The language of the help and of errors in the command line.
  static let ofCommandLine = Language(
    ofCommandLine: CommandLine.arguments.dropFirst(),
    environment: Environment.variables)

  /// Finds the language before the command line is parsed, whatever else is
  /// wrong with it or with the settings.
  init(
    ofCommandLine arguments: some Sequence<String>,
    environment: [String: String]
  ) {
    let arguments = Array(arguments.prefix { $0 != "--" })
    func value(of option: String) -> String? {
      for place in arguments.indices.reversed() {
        let argument = arguments[place]
        if argument.hasPrefix(option + "=") {
          return String(argument.dropFirst(option.count + 1))
        }
        if argument == option, place + 1 < arguments.count {
          return arguments[place + 1]
        }
      }
      return nil
    }
    let language = value(of: "--language")
    self =
      SettingsSources(
        environment: environment,
        flags: language.map { [.language: $0] } ?? [:],
        file: value(of: "--config"),
        readsFile: !arguments.contains("--no-settings")
      ).language
  }
}
