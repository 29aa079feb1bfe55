import Catalogue
import Circulation
import Glibc
import Languages
import Offload
import Settings
import Sharing
import Sheet
import Station
import Terminal

/// A look at a desk and its computer, while a station may be open.
struct DeskLook {
  private let place: CommandContext
  private let settings: ResolvedSettings
  private let clock: WallClock
  private let notes: PracticeNotes

  init(
    at place: CommandContext, by settings: ResolvedSettings,
    _ clock: WallClock, _ notes: PracticeNotes
  ) {
    self.place = place
    self.settings = settings
    self.clock = clock
    self.notes = notes
  }

  /// Looks at all that can be looked at.
  func look() -> [ReadyFinding] {
    let now = clock.now()
    let ages = place.settings.ready
    let reading = Result { try place.reading() }
    let replay = (try? reading.get())?.replay
    var findings = ReadyFinding.findings(of: settings)
    findings += files(reading)
    findings += copy()
    findings.append(
      .finding(
        of: .ofThisComputer(now), now: now, latest: replay?.latest,
        release: clock.release))
    findings += terminal()
    findings.append(
      .finding(ofScannerTestedAt: notes.scannerTested, now: now, ages))
    findings += printer()
    findings += lists(now, ages)
    findings += sharing(replay)
    findings.append(.finding(ofDrillAt: notes.lastDrill, now: now, ages))
    findings.append(
      .program(version: Offcirc.version, released: clock.release))
    return findings
  }

  /// Looks at the folder, its disk, and what is left in it.
  private func files(
    _ reading: Result<StationReading, any Error>
  ) -> [ReadyFinding] {
    let folder = place.folder
    do {
      guard try CommandContext.disk.target(of: folder.path) != nil else {
        return [.noFolder(folder.path)]
      }
      let reading = try reading.get()
      return ReadyFinding.findings(
        of: folder, reading, isOpenToOthers: folder.isOpenToOthers)
        + disk() + left(by: reading)
    } catch {
      return [.folderFailed(error)]
    }
  }

  private func disk() -> [ReadyFinding] {
    let folder = place.folder.path
    do throws(FileError) {
      return try ReadyFinding.findings(
        of: DiskTrial(in: folder),
        freeBytes: CommandContext.disk.freeSpace(in: folder))
    } catch {
      return [.diskFailed(error)]
    }
  }

  private func left(by reading: StationReading) -> [ReadyFinding] {
    do {
      let status = try OffloadStatus(
        of: place.folder, reading: reading,
        handOver: HandOver(of: place.folder, by: place.ledger),
        ledger: place.ledger.pathToName)
      return ReadyFinding.findings(leftIn: status)
    } catch {
      return [.leftOverFailed(error)]
    }
  }

  private func copy() -> [ReadyFinding] {
    guard let folder = place.settings.station.copyTo else { return [.noCopy] }
    do throws(FileError) {
      let disk = CommandContext.disk
      let device = try disk.device(of: folder)
      let own = try disk.device(of: place.folder.path)
      if let device, device == own {
        return [.copyWarning(.onSameDisk, folder: folder)]
      }
      _ = try DiskTrial(in: folder, count: 1)
      return [.copy(folder)]
    } catch {
      return [.copyWarning(.lost(error), folder: folder)]
    }
  }

  /// Looks at the terminal; not where a timer runs the check.
  private func terminal() -> [ReadyFinding] {
    do throws(TerminalError) {
      return try [.finding(of: Terminal.survey())]
    } catch {
      if case .notATerminal = error { return [] }
      return [.terminalFailed(error)]
    }
  }

  /// Looks for the printer of slips, if the settings name one.
  private func printer() -> [ReadyFinding] {
    guard let printer = place.settings.printing.printer else { return [] }
    do throws(PrinterError) {
      try printer.find()
      return [.printer(printer)]
    } catch {
      return [.printerFailed(error)]
    }
  }

  private func lists(
    _ now: LocalTime, _ ages: ReadySettings
  ) -> [ReadyFinding] {
    let path = place.settings.catalogue.file
    do {
      guard try CommandContext.disk.target(of: path) != nil else { return [] }
      return try ReadyFinding.findings(
        of: Catalogue(path).lists(), now: now, ages)
    } catch {
      return [.listsFailed(error)]
    }
  }

  /// Asks the database that desks share, if the settings name one.
  private func sharing(_ replay: JournalReplay?) -> [ReadyFinding] {
    let address = place.settings.station.share
    guard !address.isEmpty else { return [] }
    do throws(ShareError) {
      let connection = try Connection(to: ShareAddress(address))
      return try [
        .finding(
          of: ShareStatus.all(on: connection), station: replay?.station,
          last: replay?.lastSequence ?? 0)
      ]
    } catch {
      return [.shareFailed(error)]
    }
  }
}
