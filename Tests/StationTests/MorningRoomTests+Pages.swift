import Catalogue
import Support
import Terminal
import Testing
import Typesetting

@testable import Circulation
@testable import Offload
@testable import Station

// The pages with boxes: upload, reports, what is still to do.
extension MorningRoomTests {
  /// The work of a morning in a folder, with a checklist once there is a kit.
  final class Work: MorningWork {
    private let folder: String
    private var hasKit = false
    /// The texts of the reports; one that begins with a question mark is none.
    var texts: [String] = []
    /// The numbers of the corrections that were written.
    private(set) var written: [Int] = []
    /// The indices of the files whose stations were archived.
    private(set) var archived: [Int] = []
    /// The reason why a station can't be archived.
    var refusal: ArchiveError?

    init(folder: String) { self.folder = folder }

    func prepare(_ morning: Offload.Morning) throws -> [String] {
      try DecidedFiles(of: morning, in: folder).files.map(\.path)
    }

    func makeKit(of morning: Offload.Morning) throws -> [String] {
      hasKit = true
      return ["The kit was made."]
    }

    func checklist() throws -> [TickPage] {
      let document = Document(
        title: "Checklist", language: "en",
        blocks: [
          .paragraph("In this order."), .heading("Before"),
          .steps(["No desk has restarted lending.", "The block is noted."]),
        ])
      return hasKit ? [TickPage(document, named: "kit")] : []
    }

    var remarks: [String] = []
    var neighbours: KnownNeighbours? { nil }

    func putAway(_ morning: Offload.Morning) throws -> [TickPage] {
      TickPage.parts(
        of: Document(
          title: "To do", language: "en",
          blocks: [.heading("Central"), .steps(["Archive it."])]))
    }

    func archive(
      _ file: Int, of morning: Offload.Morning
    ) throws -> ArchivedStation {
      if let refusal { throw refusal }
      let station = StationFolder(
        path: morning.mergedFiles[file].path.folder)
      let box = try Archive(of: station).putAway(
        desk: "", attachments: [], at: MorningRoomTests.time)
      archived.append(file)
      return ArchivedStation(
        path: box.dataFile, sentences: ["Archived \(file)."], isSound: true)
    }

    func reports() throws -> [String: FileVersion] {
      let identity = FileIdentity(device: 1, inode: 1)
      return Dictionary(
        uniqueKeysWithValues: texts.map {
          (
            $0,
            FileVersion(
              identity: identity, length: $0.count, modifiedSeconds: 0,
              modifiedNanoseconds: 0)
          )
        })
    }

    func worklists() throws -> [TickPage] {
      texts.map {
        TickPage(
          Document(
            title: $0, language: "en",
            blocks: [
              .steps(["Do it."]),
              .table(head: ["Line", "Note"], rows: [["1", "Lent (30 May)"]]),
            ]), named: $0, notesIn: "Note")
      }
    }

    func take(reportAt path: String) throws -> String? {
      try take(report: path)
    }

    func take(report text: String) throws -> String? {
      if text.hasPrefix("?") { return "No report: \(text)." }
      texts.append(text)
      return nil
    }

    func writeCorrections(
      _ isChosen: (_ box: Int, _ page: String) -> Bool
    ) throws -> [String] {
      written = (1...9).filter { number in
        texts.contains { isChosen(number, $0) }
      }
      return written.map { "Wrote \($0)." }
    }
  }

  @Test func aDeskThatIsMissingIsNamedFromTheBeginning() throws {
    let work = Work(folder: folder.path)
    work.remarks = ["No file of the desk Annexe."]
    var station = try station(twoFiles(), work: work)
    #expect(station.notice.kind == .warning)
    press(.down, on: &station)
    #expect(screen(station).contains("No file of the desk Annexe."))
  }

  @Test func noStepOfTheUploadIsSeenBeforeThereIsAKit() throws {
    var station = try station(twoFiles())
    press(.function(2), .function(2), .function(2), on: &station)
    #expect(station.notice.kind == .refusal)
    #expect(screen(station).contains("There is no kit yet. F5 makes it."))
    press(.function(5), on: &station)
    #expect(screen(station).contains("The kit was made."))
    press(.function(2), on: &station)
    #expect(screen(station).contains("[ ]   1. No desk has restarted"))
  }

  @Test func aTickIsOnDiskBeforeItIsSeenAndTheSameKeyTakesItBack() throws {
    let files = try twoFiles()
    do {
      var station = try station(files)
      let toPage: [Key] = [
        .function(2), .function(2), .function(5), .function(2),
      ]
      for key in toPage { press(key, on: &station) }
      press(.enter, on: &station)
      #expect(station.notice.kind == .refusal)
      press(.down, .character(" "), .down, .enter, on: &station)
      #expect(screen(station).contains("[x]   2. The block is noted."))
      #expect(screen(station).contains("Done: 2 of 2."))
      press(.enter, on: &station)
      #expect(screen(station).contains("Done: 1 of 2."))
      // Ctrl-Z is for the files, whose kit was made.
      press(.control("z"), on: &station)
      #expect(screen(station).contains("Done: 1 of 2."))
    }
    let reading = try DecisionFile.reading(at: decisions)
    #expect(
      reading.decisions.map(\.decision.act) == [
        .tick(page: "kit", box: 1), .tick(page: "kit", box: 2), .undo(2),
      ])
    #expect(try Fix(files).played(reading.decisions).playedCount == 0)
    var morning = try Offload.Morning(
      files, rules: Check.Rules(now: Self.time))
    morning.take(reading.decisions)
    #expect(morning.isTicked(1, on: "kit"))
    #expect(!morning.isTicked(2, on: "kit"))
    #expect(morning.decidedCount == 0)
    #expect(morning.lastDecision == nil)
  }

  @Test func aScanTicksNothing() throws {
    var station = try station(twoFiles())
    press(
      .function(2), .function(2), .function(5), .function(2), .down,
      on: &station)
    _ = station.update(
      [.burst(Burst("37000034179"))], at: moment.moment)
    #expect(station.notice.kind == .refusal)
    #expect(screen(station).contains("Done: 0 of 2."))
  }

  @Test func aReportIsTypedPastedOrComesByItself() throws {
    let work = Work(folder: folder.path)
    var station = try station(twoFiles(), work: work)
    press(
      .function(2), .function(2), .function(5), .function(2), .function(2),
      on: &station)
    press(.function(5), on: &station)
    type("/a b", on: &station)
    press(.enter, on: &station)
    #expect(work.texts == ["/a b"])
    #expect(screen(station).contains("/a b"))
    _ = station.update([.paste("1 no item")], at: moment.moment)
    #expect(work.texts == ["/a b", "1 no item"])
    _ = station.update([.paste("?")], at: moment.moment)
    #expect(station.notice.kind == .refusal)
    #expect(screen(station).contains("No report: ?."))
    #expect(work.texts.count == 2)
    work.texts.append("from a stick")
    #expect(station.millisecondsToWait <= 2_000)
    _ = station.update([.tick], at: moment.moment)
    #expect(screen(station).contains("from a stick"))
    #expect(screen(station).contains("Done: 0 of 6."))
  }

  @Test func onlyCorrectionsThatAreTickedAreWritten() throws {
    let work = Work(folder: folder.path)
    work.texts = ["one"]
    var station = try station(twoFiles(), work: work)
    press(
      .function(2), .function(2), .function(5), .function(2), .function(2),
      .function(6), on: &station)
    #expect(station.notice.kind == .refusal)
    #expect(work.written.isEmpty)
    press(.enter, .function(6), on: &station)
    #expect(work.written == [1])
    #expect(screen(station).contains("Wrote 1."))
  }

  @Test(arguments: [true, false])
  func theNoteOfALineIsCopiedWhereTheTerminalTakesIt(
    _ hasClipboard: Bool
  ) throws {
    let work = Work(folder: folder.path)
    work.texts = ["one"]
    var station = try station(
      twoFiles(), work: work, hasClipboard: hasClipboard)
    press(
      .function(2), .function(2), .function(5), .function(2), .function(2),
      .function(7), on: &station)
    // A step has none.
    #expect(station.notice.kind == .refusal)
    press(.end, on: &station)
    moment.moment += .seconds(1)
    let effects = station.update([.key(.function(7))], at: moment.moment)
    #expect(effects.contains(.copy("Lent (30 May)")) == hasClipboard)
    #expect((station.notice.kind == .refusal) == !hasClipboard)
  }

  @Test func aPasteWhereNoReportIsAskedForChangesNothing() throws {
    let work = Work(folder: folder.path)
    var station = try station(twoFiles(), work: work)
    _ = station.update([.paste("1 no item")], at: moment.moment)
    #expect(station.notice.kind == .refusal)
    #expect(work.texts.isEmpty)
  }
}
