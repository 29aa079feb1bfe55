import Catalogue
import Circulation
import Foundation
import Languages
import Settings
import Station
import Terminal

/// The returns of a school in June: 500 copies, 15 % worse by one grade, with
/// the loans of five years in the archive.
enum Returning {
  private static let returnCount = 500
  private static let archivedLoanCount = 20_000
  private static let firstItem = 3_100_000
  private static let roundCount = 5
  /// The returns an hour that a person comes to.
  private static let humanPace = 300.0

  static func measure(in folder: TemporaryFolder) throws {
    let catalogue = folder.path + "/textbooks"
    try makeCatalogue(at: catalogue, in: folder)
    print(
      """

      \(returnCount) returns with states, \(archivedLoanCount) loans in the \
      archive:
      """)
    var times: [Double] = []
    for _ in 0..<roundCount {
      let place = StationFolder(path: try folder.newFolder())
      try makeArchive(of: place)
      times.append(try time(in: place, catalogue))
    }
    let each = times.median / Double(returnCount)
    let idle = 100 * (1 - each * humanPace / 3_600)
    print(
      "    a return        ",
      (each * 1_000).formatted(decimals: 2, width: 9), "ms")
    print(
      "    idle at 300/hour", idle.formatted(decimals: 2, width: 9), "%")
  }

  private static func makeCatalogue(
    at path: String, in folder: TemporaryFolder
  ) throws {
    let list = folder.path + "/textbooks.csv"
    let rows = (0..<archivedLoanCount).map {
      "\(firstItem + $0);Title \($0 % 60);24,90;2\n"
    }
    try ("Barcode;Title;Prix du manuel;N° statut\n" + rows.joined()).write(
      toFile: list, atomically: true, encoding: .utf8)
    var request = ListImport.Request(
      sources: [ListImport.Source(path: list, digest: "0")],
      rules: RecordRules(notForLoan: [], level: .numbers),
      exported: "2026-06-01", imported: "2026-06-01T08:00:00+02:00")
    request.kind = .items
    _ = try ListImport(into: path, on: PosixFileSystem()).run(
      request, reject: { _ in }, progress: { _, _ in })
  }

  /// Lends all copies, and puts the journal where the archive has it.
  private static func makeArchive(of place: StationFolder) throws {
    let box = StationFolder(
      path: place.archive.appending(path: "2025-09-01-Main desk"))
    let desk = try Desk(folder: box)
    desk.identify(try Barcode("9921000000164"))
    for number in 0..<archivedLoanCount {
      try desk.record(Barcode("\(firstItem + number)"))
    }
    try desk.commitWaiting()
    try desk.save()
    try desk.close()
  }

  private static func time(
    in place: StationFolder, _ catalogue: String
  ) throws -> Double {
    var settings = TextbookSettings()
    settings.notesStates = true
    let desk = try Desk(folder: place)
    let size = Size(columns: 80, rows: 24)
    var station = Station(
      desk: desk, size: size, words: Language.english.words, learns: false,
      lists: CatalogueWatch(catalogue), textbooks: TextbookDesk(settings))
    func take(_ events: [Event]) {
      _ = station.update(events, at: .now)
    }
    take([.resize(size)])
    take([.key(.function(3))])
    let time = seconds {
      for number in 0..<returnCount {
        take(
          "\(firstItem + number * 37)".map { .key(.character($0)) }
            + [.key(.enter)])
        if number % 20 < 3 { take([.key(.right)]) }
      }
    }
    guard desk.unsaved.count == returnCount else {
      throw CommandError(name: "returning")
    }
    try desk.close()
    return time
  }
}
