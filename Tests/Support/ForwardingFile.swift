import Circulation

/// An open file that lets another do all that it does not do itself.
package protocol ForwardingFile: OpenFile {
  /// The file that does the work.
  var base: any OpenFile { get }
}

extension ForwardingFile {
  package var path: String { base.path }

  package var identity: FileIdentity { base.identity }

  package func lock() throws(FileError) -> Bool { try base.lock() }

  package func length() throws(FileError) -> Int { try base.length() }

  package func version() throws(FileError) -> FileVersion { try base.version() }

  package func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(FileError) -> Int {
    try base.read(into: buffer, at: offset)
  }

  package func append(_ bytes: Span<UInt8>) throws(FileError) {
    try base.append(bytes)
  }

  package func write(
    _ bytes: Span<UInt8>, at offset: Int
  ) throws(FileError) {
    try base.write(bytes, at: offset)
  }

  package func synchronize() throws(FileError) {
    try base.synchronize()
  }

  package func truncate(to length: Int) throws(FileError) {
    try base.truncate(to: length)
  }
}
