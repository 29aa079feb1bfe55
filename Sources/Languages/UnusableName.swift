/// A name that the program was given and can't use, since it is not UTF-8; each
/// as a shell takes it.
///
/// A text would have another character in the place of each such byte, and two
/// names would become one.
package enum UnusableName: Hashable, Sendable {
  /// An argument of the command line.
  case argument(String)
  /// A variable of the environment, and its value.
  case variable(String, String)
  /// The user's home, as the system has it.
  case home(String)
  /// The current folder.
  case currentFolder(String)
}
