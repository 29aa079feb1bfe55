import Glibc

/// A C library that is opened when it is used.
///
/// A linked one would be loaded at each start of the program, which is also the
/// station, with all the libraries that it needs itself.
package struct SharedLibrary {
  private let handle: UnsafeMutableRawPointer
  private let debianPackage: String

  /// Opens a library; it stays open.
  ///
  /// - Parameters:
  ///   - file: its file name, which has the version of its interface.
  ///   - debianPackage: the package that installs it on Debian.
  /// - Throws: ``MissingLibrary``.
  package init(
    _ file: String, of debianPackage: String
  ) throws(MissingLibrary) {
    guard let handle = dlopen(file, RTLD_NOW) else {
      throw MissingLibrary(debianPackage: debianPackage)
    }
    self.handle = handle
    self.debianPackage = debianPackage
  }

  /// Returns a function, as the C function pointer that the caller declares.
  ///
  /// - Throws: ``MissingLibrary``.
  package func function<Function>(
    _ name: String
  ) throws(MissingLibrary) -> Function {
    guard let address = dlsym(handle, name) else {
      throw MissingLibrary(debianPackage: debianPackage)
    }
    return unsafeBitCast(address, to: Function.self)
  }
}

/// An error: a library is not installed.
package struct MissingLibrary: Error, Hashable, Sendable {
  /// The package that installs it on Debian.
  package let debianPackage: String

  /// Creates the error about a package.
  package init(debianPackage: String) { self.debianPackage = debianPackage }
}
