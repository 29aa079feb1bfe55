import Terminal

extension StationWords {
  /// Returns the name of an action's key, the first if it has several.
  package func key(_ action: Action, in context: KeyContext = .desk) -> String {
    KeyBinding.keys(of: action, in: context).first.map(name(of:)) ?? ""
  }
}
