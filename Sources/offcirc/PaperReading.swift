import ArgumentParser
import Catalogue
import Circulation
import Languages
import Settings
import Sheet
import Textbooks

/// All that papers are made of, read from journals and lists.
struct PaperReading {
  /// The common day of return; nil if there is none.
  let due: LocalTime?

  private let place: CommandContext
  private let catalogue: Catalogue?
  private let textbooks: TextbookReading
  private let fines: [Fine]
  private let now: LocalTime

  /// Reads journals and lists.
  ///
  /// - Throws: ``CirculationError``; ``FileError``; ``CatalogueError``.
  init(of place: CommandContext, at now: LocalTime) throws {
    self.place = place
    self.now = now
    catalogue = try place.existingCatalogue()
    textbooks = try TextbookReading(place, catalogue)
    fines = try textbooks.fines().fines
    due = place.settings.catalogue.due.date.flatMap {
      LocalTime(iso8601: Array("\($0)T23:59:59+00:00".utf8).span)
    }
  }

  /// Finds the accounts of a class or of a single borrower; of pupils who have
  /// nothing only if `keepsAll` is true.
  ///
  /// - Throws: ``CatalogueError``; exit status 1, after reporting it, if there
  ///   is no such class.
  func accounts(
    ofClass schoolClass: String?, borrower: String?, keepingAll keepsAll: Bool
  ) throws -> [PupilAccount] {
    let pupils = try pupils(ofClass: schoolClass, borrower: borrower)
    let numbers = try numbers(of: pupils)
    let year = SchoolYear(ofReturnsAt: now)
    let open = Dictionary(grouping: try textbooks.openLoans()) {
      $0.borrower ?? ""
    }
    let ended = try textbooks.history.endedLoans(
      of: Set(numbers.joined()), in: year, facts: textbooks.facts)
    return try zip(pupils, numbers).compactMap { pupil, numbers in
      let loans =
        try numbers.flatMap { try (open[$0] ?? []).map(loan) }
        + numbers.flatMap { ended[$0] ?? [] }
      let account = PupilAccount(
        of: pupil.pupil, loans: loans.sorted(by: TextbookLoan.isListed),
        debts: try debts(of: numbers, year))
      // Who has left the school still owes what is not back.
      let isWanted = keepsAll && pupil.known?.isGone != true
      return isWanted || !account.isEmpty ? account : nil
    }
  }

  // MARK: Pupils

  private typealias ListedPupil = (pupil: Pupil, known: Borrower?)

  private func pupils(
    ofClass schoolClass: String?, borrower number: String?
  ) throws -> [ListedPupil] {
    if let number {
      let known = try catalogue?.borrower(number)
      let pupil = Pupil(
        number: known?.number ?? number, name: known?.name,
        schoolClass: known?.group)
      return [(pupil, known)]
    }
    let name = schoolClass ?? ""
    let all = try catalogue?.borrowersInClasses() ?? []
    guard !all.isEmpty else {
      printError(place.words.noClasses)
      throw ExitCode.someRefused
    }
    let wanted = SchoolClass(name)
    let pupils = all.compactMap { borrower -> ListedPupil? in
      guard
        let group = borrower.groups.first(where: { SchoolClass($0) == wanted }),
        let number = borrower.number
      else { return nil }
      return (
        Pupil(number: number, name: borrower.name, schoolClass: group), borrower
      )
    }
    guard !pupils.isEmpty else {
      let classes = Set(all.flatMap(\.groups)).sorted()
      printError(place.words.noSuchClass(name, all: classes))
      throw ExitCode.someRefused
    }
    return pupils
  }

  /// Returns the numbers of each pupil: a card may have more than lists have.
  private func numbers(of pupils: [ListedPupil]) throws -> [Set<String>] {
    var scanned: [NumberDigest: Set<String>] = [:]
    if let catalogue, place.settings.catalogue.borrowerCut != NumberCut() {
      let cards = Set(
        textbooks.history.copies.values.flatMap(\.episodes).compactMap(
          \.borrower?.text)
          + fines.compactMap(\.borrower))
      for card in cards {
        if let known = try catalogue.borrower(card) {
          scanned[known.digest, default: []].insert(card)
        }
      }
    }
    return pupils.map { pupil, known in
      (known.flatMap { scanned[$0.digest] } ?? []).union([pupil.number])
    }
  }

  // MARK: Loans

  /// Returns an open loan as papers have it.
  private func loan(_ open: OpenLoan) throws -> TextbookLoan {
    var loan = TextbookLoan(open)
    loan.price = loan.price ?? place.settings.textbooks.tariff.price
    if textbooks.history.isLost(open) { loan.end = CopyStatus.lost }
    loan.isOverdue = try isOverdue(open)
    loan.isKept = open.facts.isTwoYear && !open.isMissing(on: now)
    return loan
  }

  private func isOverdue(_ loan: OpenLoan) throws -> Bool {
    if let due { return due.precedes(now) && loan.isMissing(on: due) }
    guard loan.isMissing(on: now) else { return false }
    let day = try loan.lent.flatMap {
      place.settings.catalogue.due.dueDay(
        of: try catalogue?.item(loan.item.text), lentAt: $0)
    }
    return day.map { $0 < now.iso8601.prefix(10) } ?? true
  }

  // MARK: Fines

  private func debts(
    of numbers: Set<String>, _ year: SchoolYear
  ) throws -> [PupilAccount.Debt] {
    try fines.filter {
      $0.borrower.map(numbers.contains) == true
        && ($0.isOpen || SchoolYear(ofReturnsAt: $0.time).first >= year.first)
    }.map { fine in
      PupilAccount.Debt(
        fine, title: try catalogue?.title(ofItem: fine.item),
        reason: place.words.reason(
          of: fine, on: place.settings.textbooks.scale))
    }
  }
}
