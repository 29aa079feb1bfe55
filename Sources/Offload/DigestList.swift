import Circulation
import Glibc

/// What `SHA256SUMS` says: the digest of each file of a folder, as `sha256sum`
/// writes and checks it.
package struct DigestList: Hashable, Sendable {
  /// What the file is called.
  package static let name = "SHA256SUMS"
  /// The most bytes that it can have; a folder has a few files.
  package static let mostBytes = 1_000_000

  /// The files in their order, each with its digest in 64 hexadecimal digits.
  package private(set) var digests: [Entry] = []
  /// Whether it was read, and is not as it is written here: there are lines of
  /// another kind, names that lead out of the folder, or other line ends.
  package private(set) var isChanged = false
  private var places: [String: Int] = [:]

  /// A file, by its name in the folder, and its digest.
  package struct Entry: Hashable, Sendable {
    /// The name, after the folder's own.
    package let name: String
    /// 64 hexadecimal digits.
    package let digest: String
  }

  /// A list of nothing.
  package init() {}

  /// Reads a list; lines of another kind, and such whose name leads out of the
  /// folder, are passed over.
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
  /// - Throws: ``FileFailure``, also where there is none; with `EFBIG` where it
  ///   is larger than a list can be.
  package init(
    ofFolder path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) throws(FileFailure) {
    let file = try fileSystem.open(path + "/" + Self.name, for: .reading)
    let length = try file.length()
    guard length <= Self.mostBytes else {
      throw FileFailure(act: .read, path: file.path, code: EFBIG)
    }
    self.init(try file.bytes(0..<length))
  }

  /// Whether a name can be one of a file in the folder, or in one in it: a list
  /// of digests may be anybody's.
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
