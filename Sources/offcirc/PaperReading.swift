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
  private let lists: [ImportedList.ID: ImportedList]
  private let history: LendingHistory
  private let fines: [Fine]
  private let now: LocalTime

  /// Reads the journals.
  ///
  /// - Throws: ``CirculationError``; ``FileError``; ``CatalogueError``.
  init(
    of place: CommandContext, hasStation: Bool, at now: LocalTime
  ) throws {
    self.place = place
    self.now = now
    catalogue = try place.existingCatalogue()
    lists = try catalogue?.listsByNumber() ?? [:]
    // What is damaged is reported with the fines.
    history =
      hasStation
      ? try LendingHistory.read(
        of: place.folder, fileSystem: CommandContext.disk
      ).history : LendingHistory(of: [])
    fines = hasStation ? try place.fines(catalogue).fines : []
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
    let recorded = try history.loans(
      of: Set(numbers.joined()), in: year
    ) { episode throws(CatalogueError) in
      try catalogue?.facts(of: episode, lists) ?? CopyFacts()
    }
    return try zip(pupils, numbers).compactMap { pupil, numbers in
      let loans =
        numbers.flatMap { recorded[$0] ?? [] }
        + (try pupil.known.map(listedLoans) ?? [])
      let account = PupilAccount(
        of: pupil.pupil,
        loans: try loans.sorted(by: TextbookLoan.isListed).map(withDue),
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
    let pupils = all.compactMap { borrower -> ListedPupil? in
      guard let group = borrower.classes.first(where: { $0.isSame(as: name) }),
        let number = borrower.number
      else { return nil }
      return (
        Pupil(number: number, name: borrower.name, schoolClass: group), borrower
      )
    }
    guard !pupils.isEmpty else {
      let classes = Set(all.flatMap(\.classes)).sorted()
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
        history.copies.values.flatMap(\.episodes).compactMap(\.borrower?.text)
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

  /// Returns the loans that lists have, of copies that no station has lent or
  /// taken back since.
  private func listedLoans(of borrower: Borrower) throws -> [TextbookLoan] {
    let day = lists.values.filter { $0.kind == .loans }.map(\.day).max()
    guard let catalogue, let day else { return [] }
    return try catalogue.items(of: borrower.digest).filter { item in
      let copy = (try? Barcode(item.number)).flatMap { history.copies[$0] }
      return copy?.lastDay.map { $0 < day } ?? true
    }.map { item in
      var loan = TextbookLoan(of: item.number)
      loan.title = item.title
      loan.price = item.price.flatMap { Money($0) }
      loan.start = item.initialStatus ?? item.status
      return loan
    }
  }

  /// Returns a loan with the price of titles that have none, overdue if it is.
  private func withDue(_ loan: TextbookLoan) throws -> TextbookLoan {
    var loan = loan
    loan.price = loan.price ?? place.settings.textbooks.tariff.price
    guard loan.isOut else { return loan }
    let rules = place.settings.catalogue.due
    // A loan that only lists have was made before them.
    let day =
      try loan.lent.map {
        rules.dueDay(of: try catalogue?.item(loan.item), lentAt: $0)
      } ?? rules.date
    loan.isOverdue =
      day.map { $0 < now.iso8601.prefix(10) } ?? (rules.date == nil)
    return loan
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

extension Borrower {
  /// The classes, as the lists write them.
  fileprivate var classes: [String] {
    (group ?? "").split(separator: ",").map {
      String($0.drop(while: \.isWhitespace))
    }
  }
}

extension String {
  /// Returns true if it names the same class.
  fileprivate func isSame(as other: String) -> Bool {
    SchoolClass(self) == SchoolClass(other)
  }
}

extension CopyHistory {
  /// The day of the last loan or return, `YYYY-MM-DD`; nil without one.
  fileprivate var lastDay: String? {
    episodes.last.flatMap { $0.returned ?? $0.lent }
      .map { String($0.time.iso8601.prefix(10)) }
  }
}
