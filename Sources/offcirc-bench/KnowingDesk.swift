import Catalogue
import Circulation
import Foundation
import Languages
import Scanning
import Settings
import Station
import Terminal

/// Durable scans per second at a desk that knows five million items, beside one
/// that knows none.
enum KnowingDesk {
  private static let itemCount = 5_000_000
  private static let firstItem = 37_000_000_000
  private static let card = "9921000000164"
  private static let roundCount = 7

  static func measure(in folder: TemporaryFolder) throws {
    let path = folder.path + "/catalogue"
    let time = try seconds { try makeCatalogue(at: path, in: folder) }
    print(
      """

      A catalogue of \(itemCount) items, made in \
      \(time.formatted(decimals: 0)) s:
      """)
    try measureScans(path, "one at a time ", burst: 1, scanCount: 500, folder)
    try measureScans(
      path, "in bursts of 100", burst: 100, scanCount: 10_000, folder)
  }

  private static func makeCatalogue(
    at path: String, in folder: TemporaryFolder
  ) throws {
    let list = folder.path + "/items.csv"
    FileManager.default.createFile(atPath: list, contents: nil)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: list))
    try file.write(contentsOf: Data("Barcode;Title;Call number\n".utf8))
    for start in stride(from: 0, to: itemCount, by: 100_000) {
      let rows = (start..<start + 100_000).map {
        "\(firstItem + $0);Title \($0 / 3);M\($0 % 900)\n"
      }
      try file.write(contentsOf: Data(rows.joined().utf8))
    }
    try file.close()
    var request = ListImport.Request(
      sources: [ListImport.Source(path: list, digest: "0")],
      rules: RecordRules(notForLoan: [], level: .numbers),
      exported: "2026-11-20", imported: "2026-11-21T08:00:00+01:00")
    request.kind = .items
    _ = try ListImport(into: path, on: PosixFileSystem()).run(
      request, reject: { _ in }, progress: { _, _ in })
    try FileManager.default.removeItem(atPath: list)
  }

  private static func measureScans(
    _ path: String, _ title: String, burst: Int, scanCount: Int,
    _ folder: TemporaryFolder
  ) throws {
    var rates: [[Double]] = [[], []]
    for round in 0..<roundCount {
      // Numbers from everywhere in the table, each round others.
      let scans = (0..<scanCount).map {
        firstItem + ($0 * 499_979 + round * 7_919) % itemCount
      }
      for knows in [false, true] {
        let time = try time(
          of: scans, burst: burst,
          knows ? CatalogueWatch(path) : nil, folder)
        rates[knows ? 1 : 0].append(Double(scanCount) / time)
      }
    }
    let ratio = zip(rates[1], rates[0]).map { $0 / $1 }.median
    print(
      "    durable scans \(title)",
      rates[0].median.formatted(decimals: 0, width: 9), "/s without,",
      rates[1].median.formatted(decimals: 0, width: 9), "/s with:",
      ratio.formatted(decimals: 2))
  }

  private static func time(
    of scans: [Int], burst: Int, _ lists: CatalogueWatch?,
    _ folder: TemporaryFolder
  ) throws -> Double {
    let desk = try Desk(folder: StationFolder(path: try folder.newFolder()))
    var station = Station(
      desk: desk, size: Size(columns: 80, rows: 24),
      words: Language.english.words, learns: false, lists: lists)
    _ = station.update([.resize(Size(columns: 80, rows: 24))], at: .now)
    _ = station.update(keys(of: card), at: .now)
    let time = seconds {
      for start in stride(from: 0, to: scans.count, by: burst) {
        let events = scans[start..<start + burst].flatMap { keys(of: "\($0)") }
        _ = station.update(events, at: .now)
      }
    }
    guard desk.unsaved.count == scans.count else {
      throw CommandError(name: "knowing")
    }
    return time
  }

  private static func keys(of scan: String) -> [Event] {
    scan.map { .key(.character($0)) } + [.key(.enter)]
  }
}
