import CSQLite
import Catalogue
import Circulation
import Foundation
import Typesetting

/// The catalogue of a large library: the import of its lists, and the look-up of
/// an item beside a bare prepared statement of SQLite.
enum Knowing {
  private static let itemCount = 1_000_000
  private static let borrowerCount = 200_000
  private static let lookUpCount = 20_000
  private static let coldCount = 500

  static func measure(in temporary: TemporaryFolder) throws {
    let folder = try temporary.newFolder()
    let lists = SampleLists(
      itemCount: itemCount, borrowerCount: borrowerCount, in: folder)
    try lists.write()
    let catalogue = folder + "/catalogue"
    print("\nImporting lists of a large library:")
    for (name, path) in [
      ("items", lists.items), ("borrowers", lists.borrowers),
    ] {
      let child = try Child(
        Child.offcirc,
        ["catalogue", "import", path, "--catalogue", catalogue])
      print("    " + name.padded(to: 12) + [child].medians)
    }
    let kept = try size(of: catalogue + ".lists")
    print(
      """
          catalogue   \(try size(of: catalogue).formatted(decimals: 0)) MB, \
      kept lists \(kept.formatted(decimals: 0)) MB
      """)
    try lookUp(in: catalogue)
  }

  /// Returns the size of a file or of the files in a folder, in megabytes.
  private static func size(of path: String) throws -> Double {
    let manager = FileManager.default
    let names = try? manager.contentsOfDirectory(atPath: path)
    return try (names.map { $0.map { path + "/" + $0 } } ?? [path])
      .map { try manager.attributesOfItem(atPath: $0)[.size] as? Int ?? 0 }
      .reduce(0) { $0 + Double($1) / 1e6 }
  }

  // MARK: Look-up

  private static func lookUp(in path: String) throws {
    let catalogue = try Catalogue(path)
    let bare = try BareLookUp(path)
    print("\nLooking up an item, in microseconds, p50 and p99:")
    for (name, isCold, count) in [
      ("warm", false, lookUpCount), ("cold", true, coldCount),
    ] {
      let numbers = (0..<count).map { _ in
        SampleLists.number(.random(in: 0..<itemCount))
      }
      let ours = try times(of: numbers, in: path, isCold) {
        guard try catalogue.item($0) != nil else {
          throw CommandError(name: "catalogue")
        }
      }
      let theirs = try times(of: numbers, in: path, isCold) {
        try bare.find($0)
      }
      print("    \(name), the catalogue       " + ours)
      print("    \(name), the bare statement  " + theirs)
    }
  }

  /// Returns the median and the 99th percentile of the times of a body.
  private static func times(
    of numbers: [String], in path: String, _ isCold: Bool,
    _ body: (String) throws -> Void
  ) throws -> String {
    var times: [Double] = []
    for number in numbers {
      if isCold { dropPages(of: path) }
      times.append(try seconds { try body(number) } * 1e6)
    }
    return [0.5, 0.99]
      .map { times.percentile($0).formatted(decimals: 1, width: 8) }.joined()
  }

  /// Lets the system forget the pages of a file.
  private static func dropPages(of path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
    close(descriptor)
  }
}

/// The least that a look-up takes: one prepared statement.
private final class BareLookUp {
  private var database: OpaquePointer?
  private var query: OpaquePointer?

  init(_ path: String) throws {
    let text = """
      SELECT item.*, title.title, title.author FROM item
      LEFT JOIN title ON title.id = item.title WHERE number = ?
      """
    guard
      sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, nil) == SQLITE_OK,
      sqlite3_prepare_v2(database, text, -1, &query, nil) == SQLITE_OK
    else { throw CommandError(name: "sqlite3") }
  }

  deinit {
    sqlite3_finalize(query)
    sqlite3_close(database)
  }

  func find(_ number: String) throws {
    sqlite3_bind_int64(query, 1, Int64(number) ?? 0)
    defer { sqlite3_reset(query) }
    guard sqlite3_step(query) == SQLITE_ROW else {
      throw CommandError(name: "sqlite3")
    }
  }
}
