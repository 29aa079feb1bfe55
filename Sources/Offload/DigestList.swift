import Circulation
import Glibc

/// The content of `SHA256SUMS`: the digest of each file in a folder, in the
/// format of `sha256sum`.
package struct DigestList: Hashable, Sendable {
  /// The name of the file.
  package static let name = StationFolder.digestListName
  /// The maximum size that is read, in bytes; a folder has few files.
  package static let maximumSize = 1_000_000

  /// The files in order, each with its digest as 64 hexadecimal digits.
  package private(set) var digests: [Entry] = []
  /// True if the list that was read is not exactly in this format: other lines,
  /// names outside the folder, or other line ends.
  package private(set) var isChanged = false
  private var places: [String: Int] = [:]

  /// A file of the list, with its digest.
  package struct Entry: Hashable, Sendable {
    /// The path relative to the folder.
    package let name: String
    /// The digest as 64 hexadecimal digits.
    package let digest: String
  }

  /// Creates an empty list.
  package init() {}

  /// Parses a list; lines in another format, or with a name outside the folder,
  /// are skipped.
  package init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard
        parts.count == 2, parts[0].count == 64,
        let name = parts.last?.drop(while: { $0 == " " || $0 == "*" }),
        Self.canHave(String(name)), self[String(name)] == nil
      else { continue }
      self[String(name)] = String(parts[0])
    }
    isChanged = self.bytes != bytes
  }

  /// Reads the list of a folder.
  ///
  /// - Throws: ``FileError``, also if there is none; with `EFBIG` if it is
  ///   too large.
  package init(
    ofFolder path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) throws(FileError) {
    let file = try fileSystem.open(
      path.appending(path: Self.name), for: .reading)
    let length = try file.length()
    guard length <= Self.maximumSize else {
      throw FileError(operation: .read, path: file.path, code: EFBIG)
    }
    self.init(try file.bytes(0..<length))
  }

  /// Returns true if a name stays inside the folder: anybody may have written
  /// the list.
  package static func canHave(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { !["", ".", ".."].contains($0) }
      && !name.utf8.contains { $0 == 0 || $0 == 0x0a || $0 == 0x0d }
      && ![" ", "*"].contains(name.first)
  }

  /// The digest of a file; nil if it is not in the list.
  package subscript(name: String) -> String? {
    get { places[name].map { digests[$0].digest } }
    set {
      if let place = places.removeValue(forKey: name) {
        digests.remove(at: place)
        for (name, other) in places where other > place {
          places[name] = other - 1
        }
      }
      guard let newValue else { return }
      places[name] = digests.count
      digests.append(Entry(name: name, digest: newValue))
    }
  }

  /// The subfolders of the files, sorted.
  var subfolders: [String] {
    let folders = digests.compactMap { entry in
      entry.name.contains("/") ? entry.name.folder : nil
    }
    return Set(folders).sorted()
  }

  /// The content of the file.
  package var bytes: [UInt8] {
    Array(digests.map { "\($0.digest)  \($0.name)\n" }.joined().utf8)
  }
}
