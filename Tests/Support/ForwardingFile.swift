import Circulation

/// An open file that lets another do all that it does not do itself.
package protocol ForwardingFile: OpenFile {
  /// The file that does the work.
  var base: any OpenFile { get }
}

extension ForwardingFile {
  package var path: String { base.path }

  package var identity: FileIdentity { base.identity }

  package func lock() throws(FileFailure) -> Bool { try base.lock() }

  package func length() throws(FileFailure) -> Int { try base.length() }

  package func stamp() throws(FileFailure) -> FileStamp { try base.stamp() }

  package func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(FileFailure) -> Int {
    try base.read(into: buffer, at: offset)
  }

  package func append(_ bytes: Span<UInt8>) throws(FileFailure) {
    try base.append(bytes)
  }

  package func write(
    _ bytes: Span<UInt8>, at offset: Int
  ) throws(FileFailure) {
    try base.write(bytes, at: offset)
  }

  package func synchronize() throws(FileFailure) {
    try base.synchronize()
  }

  package func truncate(to length: Int) throws(FileFailure) {
    try base.truncate(to: length)
  }
}
