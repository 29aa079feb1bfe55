import ArgumentParser
import Circulation
import Glibc
import Languages
import Station

// Names are bytes; strings in this program are UTF-8.
extension UnusableName {
  /// Returns the first unusable name among the arguments and the variables that
  /// name files; nil if there is none.
  static func find() -> UnusableName? {
    for argument in CommandLine.unsafeArguments where !argument.isUTF8 {
      return .argument(String(quoting: argument))
    }
    for name in namesOfVariables {
      guard let value = getenv(name)?.bytes, !value.isUTF8 else { continue }
      return .variable(name, String(quoting: value))
    }
    if getenv("HOME") == nil, let user = getpwuid(getuid()),
      let home = user.pointee.pw_dir?.bytes, !home.isUTF8
    {
      return .home(String(quoting: home))
    }
    return nil
  }

  /// The current folder, if its name is unusable; nil otherwise.
  static var currentFolder: UnusableName? {
    guard let path = PosixFileSystem.currentFolder, !path.isUTF8 else {
      return nil
    }
    return .currentFolder(String(quoting: path))
  }

  private static var namesOfVariables: [String] {
    var names = ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"]
    var index = 0
    while let variable = environ[index] {
      let name = variable.bytes.prefix { $0 != UInt8(ascii: "=") }
      if name.starts(with: "OFFCIRC_".utf8) {
        names.append(String(decoding: name, as: UTF8.self))
      }
      index += 1
    }
    return names
  }
}

/// Throws an exit status if the current folder's path is unusable.
func requireCurrentFolder(_ words: any Words) throws {
  guard let name = UnusableName.currentFolder else { return }
  printError(words.sentence(name))
  throw ExitCode.inputOutputError
}

extension CommandLine {
  /// The arguments as bytes.
  fileprivate static var unsafeArguments: [[UInt8]] {
    (0..<Int(argc)).compactMap { unsafeArgv[$0]?.bytes }
  }
}

extension UnsafeMutablePointer<CChar> {
  fileprivate var bytes: [UInt8] {
    (0..<strlen(self)).map { UInt8(bitPattern: self[$0]) }
  }
}

extension [UInt8] {
  fileprivate var isUTF8: Bool {
    String(validating: self, as: UTF8.self) != nil
  }
}
