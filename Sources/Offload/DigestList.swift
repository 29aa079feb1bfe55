import Circulation

/// What `SHA256SUMS` says: the digest of each file of a folder, as `sha256sum`
/// writes and checks it.
package struct DigestList: Hashable, Sendable {
  /// What the file is called.
  package static let name = "SHA256SUMS"

  /// The files in their order, each with its digest in 64 hexadecimal digits.
  package private(set) var digests: [Entry] = []

  /// A file, by its name in the folder, and its digest.
  package struct Entry: Hashable, Sendable {
    /// The name, after the folder's own.
    package let name: String
    /// 64 hexadecimal digits.
    package let digest: String
  }

  /// A list of nothing.
  package init() {}

  /// Reads a list; lines of another kind are passed over.
  package init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard
        parts.count == 2, parts[0].count == 64,
        let name = parts.last?.drop(while: { $0 == " " || $0 == "*" })
      else { continue }
      self[String(name)] = String(parts[0])
    }
  }

  /// Reads the list of a folder.
  ///
  /// - Throws: ``FileFailure``, also where there is none.
  package init(
    ofFolder path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) throws(FileFailure) {
    let file = try fileSystem.open(path + "/" + Self.name, for: .reading)
    self.init(try file.bytes(0..<file.length()))
  }

  /// The digest of a file; nil if it is not in the list.
  package subscript(name: String) -> String? {
    get { digests.first { $0.name == name }?.digest }
    set {
      digests.removeAll { $0.name == name }
      if let newValue { digests.append(Entry(name: name, digest: newValue)) }
    }
  }

  /// The folders in the folder that its files are in.
  var subfolders: [String] {
    let folders = digests.compactMap { entry in
      entry.name.lastIndex(of: "/").map { String(entry.name[..<$0]) }
    }
    return Set(folders).sorted()
  }

  /// The list as a file has it.
  package var bytes: [UInt8] {
    Array(digests.map { "\($0.digest)  \($0.name)\n" }.joined().utf8)
  }
}
