import Catalogue
import Circulation
import Languages
import Offload
import Settings
import Station

// The reports on the uploads of a morning, and the lines for a second upload.
extension MorningFolder {
  private var reportsFolder: MorningReports {
    MorningReports(in: path.fromRoot().appending(path: "reports"))
  }

  /// The folder of the corrected lines.
  private var corrections: String {
    path.fromRoot().appending(path: "corrections")
  }

  /// The paths of the files that were, or may be, uploaded.
  private func uploads() throws -> [String] {
    try [kit, corrections].flatMap { folder -> [String] in
      guard try CommandContext.disk.target(of: folder) == .folder else {
        return []
      }
      return try CommandContext.disk.names(in: folder)
        .filter { $0.hasSuffix(".dat") && !$0.hasPrefix(".") }.sorted()
        .map { folder.appending(path: $0) }
    }
  }

  func reports() throws -> [String: FileVersion] {
    try reportsFolder.versions()
  }

  // MARK: Worklists

  func worklists() throws -> [TickPage] {
    let paths = try reports().keys.sorted()
    guard !paths.isEmpty else {
      return [page(words.awaitsReport(in: reportsFolder.folder))]
    }
    // The lists do without what can't be read of it.
    let catalogue = try? catalogue.get()
    let known = neighbours
    return try paths.flatMap { path -> [TickPage] in
      do {
        var worklist = try worklist(of: path, known: known)
        if let catalogue {
          try? worklist?.addLoansNotForLoan(by: catalogue)
        }
        return try worklist.map { try pages(of: $0, report: path) } ?? []
      } catch {
        guard let sentence = sentence(error, ofReport: path) else {
          throw error
        }
        return [page(sentence)]
      }
    }
  }

  private func worklist(
    of report: String, known: KnownNeighbours? = nil
  ) throws -> Worklist? {
    try reportsFolder.worklist(
      of: report, about: uploads(), rules: place.settings.rules, known: known)
  }

  /// Returns the uploads on which there are reports, each once; a report that
  /// can't be used is listed with its error among the worklists.
  func accountedUploads() throws -> [AccountedUpload] {
    var latest: [String: Worklist] = [:]
    for path in try reports().keys.sorted() {
      guard let worklist = try? worklist(of: path) else { continue }
      latest[worklist.file] = worklist
    }
    return try latest.sorted { $0.key < $1.key }
      .map { try AccountedUpload($0.value) }
  }

  private func page(_ sentence: String) -> TickPage {
    TickPage(
      Document(
        title: words.worklistTitle, language: language,
        blocks: [.paragraph(sentence)]), named: "")
  }

  private func pages(
    of worklist: Worklist, report: String
  ) throws -> [TickPage] {
    let name = try pageName(ofReport: report)
    let document = worklist.document(words, language: language)
    try write(
      worklist, as: document, named: "\(report.lastName)-\(name.prefix(8))")
    var pages = [
      TickPage(document, named: name, notesIn: words.noteColumn)
    ]
    let corrections = worklist.retry.corrections
    guard !corrections.isEmpty else { return pages }
    let choice = Document(
      title: words.correctionsTitle, language: language,
      blocks: [
        .paragraph(words.correctionsPurpose(of: worklist.file)),
        .steps(corrections.map { words.describe($0) }),
      ])
    pages.append(TickPage(choice, named: Self.corrections(on: name)))
    return pages
  }

  /// Writes a worklist to be printed and loaded, once for what a report says.
  private func write(
    _ worklist: Worklist, as document: Document, named name: String
  ) throws {
    let folder = path.fromRoot().appending(path: "worklists")
    let path = folder.appending(path: name)
    guard try CommandContext.disk.version(path) == nil else { return }
    try CommandContext.disk.makeFolders(folder)
    _ = try WorklistFolder(path: path).write(worklist, as: document, words)
  }

  /// Returns a name that ticks keep, whatever the report is called.
  private func pageName(ofReport path: String) throws -> String {
    try SHA256.of(CommandContext.disk.open(path, for: .reading))
  }

  /// Returns the name of the page of corrections beside a worklist.
  private static func corrections(on page: String) -> String {
    page.appending(path: "corrections")
  }

  // MARK: New reports

  func take(reportAt path: String) throws -> String? {
    let path = path.fromRoot(home: place.home)
    if let refusal = try refusal(of: path) { return refusal }
    let file = try CommandContext.disk.openInput(path)
    try reportsFolder.add(
      file.bytes(0..<file.length()), named: path.lastName)
    return nil
  }

  func take(report text: String) throws -> String? {
    let path = try reportsFolder.add(
      Array(text.utf8), named: "report.txt")
    guard let refusal = try refusal(of: path) else { return nil }
    try CommandContext.disk.remove(path)
    return refusal
  }

  /// Returns why a file can't be a report on one of the uploads; nil if it is.
  private func refusal(of report: String) throws -> String? {
    do {
      return try worklist(of: report) == nil ? words.noKit : nil
    } catch {
      guard let sentence = sentence(error, ofReport: report) else {
        throw error
      }
      return sentence
    }
  }

  /// Returns why a report can't be used; nil if it can't be read at all.
  private func sentence(_ error: any Error, ofReport path: String) -> String? {
    switch error {
    case let error as OtherFile: words.sentence(error, report: path)
    case let error as ReportError: words.sentence(error, ofReport: path)
    default: nil
    }
  }

  // MARK: Corrections

  func writeCorrections(
    _ isChosen: (_ box: Int, _ page: String) -> Bool
  ) throws -> [String] {
    var written: [String] = []
    for report in try reports().keys.sorted() {
      guard let worklist = try? worklist(of: report) else { continue }
      let page = Self.corrections(on: try pageName(ofReport: report))
      let chosen = worklist.retry.choosing { isChosen($0, page) }
      if chosen.corrections.isEmpty { continue }
      try CommandContext.disk.makeFolders(corrections)
      let path = corrections.appending(path: worklist.file.lastName)
      do {
        try RetryFile(path: path).write(chosen)
        written.append(
          words.retryWritten(path, count: chosen.corrections.count))
      } catch CirculationError.inTheWay(let path) {
        written.append(words.inTheWay(path))
      }
    }
    return written
  }
}

extension Words {
  /// Returns the message for an error of a report, naming the file's format if
  /// it is recognized.
  func sentence(_ error: ReportError, ofReport path: String) -> String {
    guard
      error.isOfAnyFile, let foreign = try? ForeignFile(at: path),
      !foreign.mayBeReport
    else { return sentence(error, file: path) }
    return sentence(foreign, asReport: path)
  }
}
