import Terminal

extension Words {
  /// Returns the name of an act's key, the first if it has several.
  func key(_ act: Act, in context: Command.Context = .desk) -> String {
    Command.keys(of: act, in: context).first.map(name(of:)) ?? ""
  }
}
