import ArgumentParser
import Circulation
import Foundation
import Offload
import Station

/// Puts what was uploaded away, and makes sure that it stays away.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Put an uploaded OffCirc.dat away; the station starts afresh.",
    discussion: """
      OffCirc.dat, its journal, the kit and the reports go into the folder \
      archive of the station's files, read-only and with their digests. Only \
      what the ledger says was handed over is put away, or, with --uploaded, \
      what you say was. offcirc list archive shows what is there, offcirc purge \
      erases it. No station may be open on the folder.

      Exit status: 0 done, 1 not put away, or put away without its kit or \
      without a note in the ledger, 74 input/output error.
      """)

  @OptionGroup var options: DeskOptions
  @OptionGroup var ledger: LedgerOptions

  @Flag(help: "It was uploaded, though the ledger does not tell.")
  var uploaded = false

  @Option(
    help: ArgumentHelp(
      "A report, or a folder of worklists, that goes into the archive too.",
      valueName: "file|folder"))
  var report: [String] = []

  @Option(
    help: ArgumentHelp(
      "Where the kit is, if it is not where it was made.", valueName: "folder"))
  var kit: String?

  @Flag(help: "Bring NAME back, or the last one.")
  var restore = false

  @Argument(help: "What to bring back.")
  var name: String?

  func validate() throws {
    if restore, uploaded || !report.isEmpty || kit != nil {
      throw ValidationError("--restore goes with a name alone.")
    }
    if !restore, name != nil {
      throw ValidationError("A name is only for --restore.")
    }
  }

  func run() throws {
    let place = try options.workplace([.ledger: ledger.ledger])
    do {
      guard try place.hasFolder(named: options.files) else {
        throw ArchiveError.nothingThere(path: place.folder.dataFile)
      }
      let lock = try StationLock(place.folder, at: WallClock.system.now())
      try withExtendedLifetime(lock) {
        try restore ? bringBack(at: place) : putAway(at: place)
      }
    } catch let error as ArchiveError {
      complain(place.words.sentence(error))
      throw ExitCode.someRefused
    } catch {
      throw place.failure(error)
    }
  }

  // MARK: Putting away

  private func putAway(at place: Workplace) throws {
    let (folder, words) = (place.folder, place.words)
    let now = WallClock.system.now()
    var isNoted = true
    var entries: [Ledger.Entry] = []
    do {
      entries = try handedOver(at: place, now)
    } catch  where uploaded && !(error is ArchiveError) {
      complain(words.sentence(error))
      isNoted = false
    }
    let desk = entries.last?.desk ?? place.settings.station.desk
    let kits = try self.kits(of: entries)
    let box = try Archive(of: folder).putAway(
      desk: desk, papers: try kits.papers + reports(), at: now)
    let survey = try DataFile(in: StationFolder(path: box.path)).survey()
    var sentences = words.putAway(box, lineCount: survey.lineCount)
    sentences += kits.present.map { words.kitStays($0) }
    if let copyFolder = place.settings.station.copyTo {
      sentences.append(tellOfCopy(in: copyFolder, box, words))
    }
    try StandardOutput.write(sentences.joined(separator: "\n") + "\n")
    for missing in kits.missing { complain(words.kitMissing(missing)) }
    if !isNoted { complain(words.notNoted(inLedger: place.ledger.path)) }
    guard kits.missing.isEmpty, isNoted else { throw ExitCode.someRefused }
  }

  /// The entries of the ledger in which all of the file is, which a person may
  /// have to say.
  private func handedOver(
    at place: Workplace, _ now: LocalTime
  ) throws -> [Ledger.Entry] {
    let path = place.folder.dataFile
    guard try PosixFileSystem().stamp(path) != nil else { return [] }
    let reading = try place.ledger.entries()
    if !reading.damage.isEmpty {
      complain(
        place.words.damaged(reading.damage, inLedger: place.ledger.path))
    }
    let standing = try reading.standing(of: path)
    let isKnown = try reading.knows(fileAt: path)
    guard standing.lineCount > 0, !(standing.isHandedOver && isKnown) else {
      return standing.entries
    }
    guard uploaded else {
      throw standing.isHandedOver
        ? ArchiveError.handedOverElsewhere(path: path)
        : ArchiveError.notHandedOver(
          count: standing.newCount, firstLine: standing.firstNewLine ?? 1,
          path: path)
    }
    try noteUpload(at: place, now)
    return standing.entries
  }

  /// Keeps in mind what a person says, so that it is not uploaded again.
  ///
  /// Before anything is put away: killed between, it is only known.
  private func noteUpload(at place: Workplace, _ now: LocalTime) throws {
    let file = StationFile(path: place.folder.dataFile)
    let tally = try FileTally(of: file.path)
    let desk = place.settings.station.desk
    try place.ledger.append(
      Ledger.Entry(
        at: now, .uploaded, desk: desk.isEmpty ? nil : desk,
        name: StationFolder.dataFileName, tally,
        sources: [Ledger.Entry.Source(file, tally)]))
  }

  /// The kits that the file was handed over with: what is in them, and where
  /// they are or should be.
  private func kits(
    of entries: [Ledger.Entry]
  ) throws -> (papers: [Archive.Paper], present: [String], missing: [String]) {
    var folders: [String] = []
    for entry in entries {
      guard case .kit(let folder) = entry.way, !folders.contains(folder) else {
        continue
      }
      folders.append(folder)
    }
    if let kit {
      guard isKit(kit, of: entries) else {
        throw ArchiveError.notTheKit(path: kit)
      }
      folders = [kit]
    }
    let present = folders.filter { isKit($0, of: entries) }
    var papers: [Archive.Paper] = []
    for (number, folder) in present.enumerated() {
      papers += try self.papers(
        of: folder, as: number == 0 ? "kit" : "kit-\(number + 1)")
    }
    return (papers, present, folders.filter { !present.contains($0) })
  }

  /// Whether a folder has a file that was handed over, as its list of digests
  /// tells; another kit may be in its place by now.
  private func isKit(_ folder: String, of entries: [Ledger.Entry]) -> Bool {
    guard let list = try? DigestList(ofFolder: folder) else { return false }
    return entries.contains { list[$0.upload.name] == $0.upload.sha256 }
  }

  private func reports() throws -> [Archive.Paper] {
    var papers: [Archive.Paper] = []
    for (number, path) in report.enumerated() {
      var isFolder: ObjCBool = false
      let folder = number == 0 ? "report" : "report-\(number + 1)"
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        isFolder.boolValue
      {
        papers += try self.papers(of: path, as: folder)
      } else {
        papers.append(
          Archive.Paper(path: path, name: folder + "/" + path.lastName))
      }
    }
    return papers
  }

  /// The files of a folder, not those of the folders in it.
  private func papers(
    of folder: String, as name: String
  ) throws -> [Archive.Paper] {
    try PosixFileSystem().names(in: folder).compactMap { file in
      let path = folder + "/" + file
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      return isFolder.boolValue
        ? nil : Archive.Paper(path: path, name: name + "/" + file)
    }
  }

  private func tellOfCopy(
    in copyFolder: String, _ box: Archive.Box, _ words: any Words
  ) -> String {
    let journal = StationFolder(path: box.path).journal
    let removed = try? Journal.removeCopy(in: copyFolder, ofJournal: journal)
    return removed.map { words.copyRemoved($0) } ?? words.copyStays(copyFolder)
  }

  // MARK: Bringing back

  private func bringBack(at place: Workplace) throws {
    let archive = Archive(of: place.folder)
    let boxes = try archive.boxes()
    let found =
      name.map { name in boxes.first { $0.name == name } }
      ?? boxes.last { $0.isWhole }
    guard let box = found else { throw ArchiveError.noBox(name: name) }
    let hasJournal = try archive.restore(box)
    try StandardOutput.write(
      place.words.broughtBack(box, withJournal: hasJournal)
        .joined(separator: "\n") + "\n")
  }
}
