import Foundation

/// Starts another program, looked up as a shell does.
///
/// - Parameters:
///   - command: its name or path, and its arguments.
///   - variables: all of its environment.
///   - files: what its standard streams are.
///   - flags: those of `posix_spawn`, beside the one that this sets.
/// - Returns: its process.
/// - Throws: `POSIXError`.
package func spawn(
  _ command: [String], variables: [String],
  _ files: inout posix_spawn_file_actions_t, flags: Int16 = 0
) throws -> pid_t {
  // The threads of a test run block signals, which a program would inherit.
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var signals = sigset_t()
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  posix_spawnattr_setflags(
    &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | flags)
  var process: pid_t = 0
  let error = command.withCStrings { arguments in
    variables.withCStrings { variables in
      posix_spawnp(
        &process, command[0], &files, &attributes, arguments, variables)
    }
  }
  guard error == 0 else { throw POSIXError(.init(rawValue: error) ?? .EIO) }
  return process
}

extension [String] {
  /// Calls the body with the strings as C takes them.
  fileprivate func withCStrings<Value>(
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
  ) -> Value {
    let pointers = map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
