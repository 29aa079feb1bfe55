/// The name that the system has for an open file, by which it is known again to
/// be the one that a path names.
///
/// Asked for its stamp, some systems keep finer times of a file from then on,
/// and put each on disk: so that is done only when the name has changed.
struct FilePlace {
  /// What a path names.
  enum Finding: Hashable, Sendable {
    case thisFile
    case nothing
    case anotherFile
  }

  /// The name that the system had for the file when it was last found.
  private var known: String?

  /// Looks what a path names beside an open file.
  mutating func find(
    _ file: any OpenFile, at path: String, in fileSystem: any FileSystem
  ) throws(FileFailure) -> Finding {
    let place = file.place
    if place != nil, place == known { return .thisFile }
    guard let stamp = try fileSystem.stamp(path) else { return .nothing }
    guard try file.stamp().isSameFile(as: stamp) else { return .anotherFile }
    known = place
    return .thisFile
  }
}
