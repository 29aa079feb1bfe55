import Circulation

/// An account of an outage for the file and for the head of the library: what
/// happened when, what was lost, what was corrected by hand, and the sums.
///
/// It holds no number of an item or a borrower.
package struct Account: Sendable {
  /// The desks, in the order of their first files.
  package private(set) var desks: [AccountedDesk] = []
  /// The hours, or days, with the numbers of lines of each desk, in order.
  package private(set) var times: [AccountedTime] = []
  /// True if ``times`` are days: an outage was too long for a row an hour.
  package private(set) var isByDay = false
  /// The number of borrowers with a loan.
  package private(set) var readerCount = 0
  /// The decisions that count, in order.
  package private(set) var acts: [AccountedAct] = []
  /// The files that are left out, since others begin with their lines.
  package let overlaps: [Overlap]
  /// The uploads, with their reports.
  package let uploads: [AccountedUpload]
  /// The number of uploaded lines that no file has, as it was decided.
  package private(set) var foreignCount = 0
  /// The reasons why journals beside the files can't be read.
  package private(set) var errors: [any Error] = []
  /// The time of the account.
  package let time: LocalTime

  /// The sums of all desks.
  package var sums: AccountedSums {
    desks.reduce(into: AccountedSums()) { $0 += $1.sums }
  }

  /// True if the sums hold, all lines were uploaded or taken out, and nothing
  /// was lost.
  package var isSettled: Bool {
    let journals = desks.flatMap(\.journals)
    return sums.hold && sums.refused + sums.handedOver + sums.waiting == 0
      && foreignCount == 0 && errors.isEmpty
      && uploads.allSatisfy { $0.warnings.isEmpty && $0.unplacedCount == 0 }
      && desks.allSatisfy { $0.unreadableCount == 0 }
      && journals.allSatisfy {
        $0.agrees && $0.unsavedCount == 0 && $0.health.isWhole
      }
  }

  /// The time of the first and of the last line; nil if none has a time.
  package var span: FileOverview.Span? {
    let spans = desks.compactMap(\.span)
    guard
      let first = spans.map(\.first).min(by: { $0.precedes($1) }),
      let last = spans.map(\.last).max(by: { $0.precedes($1) })
    else { return nil }
    return FileOverview.Span(first: first, last: last)
  }

  /// Draws up an account.
  ///
  /// - Parameters:
  ///   - fix: the files.
  ///   - decisions: the decisions about their lines, which can all be played.
  ///   - uploads: the uploads with their reports.
  ///   - ledger: the lines that were handed over; nil if not known.
  ///   - expected: the desks that folders may name.
  ///   - time: the time of the account.
  ///   - fileSystem: the file system to read journals from.
  package init(
    of fix: Fix, by decisions: [Decision.Numbered],
    uploads: [AccountedUpload] = [], handedOver ledger: Ledger.Reading? = nil,
    expecting expected: ExpectedDesks = ExpectedDesks(), at time: LocalTime,
    fileSystem: any FileSystem = PosixFileSystem()
  ) {
    self.time = time
    self.uploads = uploads
    overlaps = fix.overlaps
    let fixed = fix.fixedFiles(by: decisions)
    var names: [String] = []
    var deskOfFile: [Int] = []
    let decided = fix.desks(by: decisions)
    for (index, file) in fix.files.enumerated() {
      let name =
        decided[index] ?? expected.desk(of: file) ?? file.desk ?? file.path
      if let desk = names.firstIndex(of: name) {
        deskOfFile.append(desk)
      } else {
        deskOfFile.append(names.count)
        names.append(name)
        desks.append(AccountedDesk(name: name))
      }
    }
    count(fixed, deskOfFile, uploads, ledger)
    for (index, file) in fix.files.enumerated() {
      desks[deskOfFile[index]].files.append(file)
      if file.isArchived(fileSystem) {
        desks[deskOfFile[index]].archivedCount += 1
      }
      do {
        let reading = try file.stationReading(
          keepingSaved: true, fileSystem: fileSystem)
        guard let reading else { continue }
        desks[deskOfFile[index]].journals.append(
          AccountedJournal(
            reading, of: file,
            lineCount: fixed[index].lines.count { $0.mark != nil }))
      } catch {
        errors.append(error)
      }
    }
    let deskNames = deskOfFile.map { names[$0] }
    acts = decisions.inForce.decisions.compactMap {
      AccountedAct($0, of: fixed, named: deskNames)
    }
    hide(fix.lines, decisions)
  }

  /// Counts the lines of the files, and what became of them.
  private mutating func count(
    _ fixed: [FixedFile], _ deskOfFile: [Int], _ uploads: [AccountedUpload],
    _ ledger: Ledger.Reading?
  ) {
    var clock = AccountedClock(deskCount: desks.count)
    var readers: Set<Barcode> = []
    var waiting: [LineMark: [Int]] = [:]
    for (file, desk) in zip(fixed, deskOfFile) {
      for line in file.lines {
        guard let mark = line.mark else { continue }
        desks[desk].sums.recorded += 1
        desks[desk].take(line)
        if let borrower = line.transaction?.borrower {
          readers.insert(borrower)
        }
        if let minute = line.minute { clock.take(minute, of: desk) }
        if line.isOut {
          desks[desk].sums.takenOut += 1
        } else {
          waiting[mark, default: []].append(desk)
        }
      }
    }
    readerCount = readers.count
    (times, isByDay) = clock.times
    var uploaded = UploadedLines(of: ledger?.entries ?? [])
    var corrected: [LineMark: [Int]] = [:]
    var others: [AccountedUpload.Line] = []
    // Those that were corrected come first: the mark of a line stays if another
    // borrower is given, and the second upload may be named before.
    let lines = uploads.flatMap(\.lines)
    for line in lines.filter(\.isCorrected) + lines.filter({ !$0.isCorrected })
    {
      guard let desk = waiting[line.mark]?.popLast() else {
        others.append(line)
        continue
      }
      // The ledger lists it too, and it counts once.
      _ = uploaded.consume(line.mark)
      if line.isRefused {
        desks[desk].sums.refused += 1
        if let new = line.corrected {
          corrected[new, default: []].append(desk)
        }
      } else {
        desks[desk].sums.uploaded += 1
      }
    }
    for other in others {
      guard let desk = corrected[other.mark]?.popLast() else {
        foreignCount += 1
        continue
      }
      // It was refused, then corrected and uploaded again.
      if other.isRefused { continue }
      desks[desk].sums.refused -= 1
      desks[desk].sums.uploaded += 1
    }
    for (mark, left) in waiting {
      for desk in left {
        if uploaded.consume(mark) {
          desks[desk].sums.handedOver += 1
        } else {
          desks[desk].sums.waiting += 1
        }
      }
    }
  }

  /// Takes the numbers of borrowers and items out of what persons wrote.
  private mutating func hide(
    _ files: [FixedFile], _ decisions: [Decision.Numbered]
  ) {
    guard acts.contains(where: { $0.reason != nil }) else { return }
    var numbers: Set<String> = []
    for line in files.lazy.flatMap(\.lines) {
      guard let transaction = line.transaction else { continue }
      numbers.insert(transaction.item.text)
      if let borrower = transaction.borrower { numbers.insert(borrower.text) }
    }
    for entry in decisions {
      switch entry.decision.act {
      case .item(_, let number), .borrower(_, let number):
        numbers.insert(number.text)
      default: break
      }
    }
    for index in acts.indices { acts[index].hide(numbers) }
  }
}
