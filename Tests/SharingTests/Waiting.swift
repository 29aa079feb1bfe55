import Circulation

/// Waits until something is so, as long as it takes, while time passes at a
/// desk if there is one.
func wait(
  at desk: Desk? = nil, until isSo: () throws -> Bool
) async throws {
  while try !isSo() {
    desk?.tendCopies()
    try await Task.sleep(for: .milliseconds(5))
  }
}
