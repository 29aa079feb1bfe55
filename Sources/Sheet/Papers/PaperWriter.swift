import Circulation
import Textbooks
import Typesetting

/// The writing of papers in a language: for each, who it is for and what is in
/// it.
struct PaperWriter {
  let request: PaperRequest
  let words: any PaperWords

  init(_ request: PaperRequest, _ words: any PaperWords) {
    self.request = request
    self.words = words
  }

  // MARK: Parts of papers

  /// Returns a paper for a pupil.
  func paper(
    for pupil: Pupil, _ year: SchoolYear, _ blocks: [Paper.Block]
  ) -> Paper {
    let schoolClass = pupil.schoolClass.map { words.schoolClass($0.printable) }
    let who = [pupil.printableName, schoolClass].compactMap(\.self)
    return Paper(
      title: words.title(of: request.kind),
      subject: [
        who.isEmpty ? pupil.number : who.joined(separator: ", "),
        [words.name(of: year), words.day(request.time)].joined(
          separator: " – "), request.sender.printable,
      ].filter { !$0.isEmpty },
      number: pupil.number, blocks: blocks)
  }

  func column(
    _ column: PaperColumn, _ fit: PaperTable.Column.Fit = .whole
  ) -> PaperTable.Column {
    PaperTable.Column(words.head(of: column), fit)
  }

  /// Returns a state with its number.
  func state(_ id: Int?) -> String {
    guard let id else { return words.unknownState }
    return
      request.scale[id].map { "\(id) \(words.label(of: $0))" } ?? String(id)
  }

  func day(_ time: LocalTime?) -> String { time.map(words.day) ?? "–" }

  func title(_ title: String?) -> String { title?.printable ?? "–" }

  /// Returns the common day of return.
  var dueDay: String? { request.due.map(words.day) }

  /// Returns a table of copies that are out.
  func table(ofCopiesOut loans: [TextbookLoan]) -> PaperTable {
    PaperTable(
      columns: [
        column(.copy), column(.title, .wide), column(.lent), column(.state),
      ],
      rows: loans.map {
        .init(
          cells: [
            $0.item, title($0.title), day($0.lent), state($0.end ?? $0.start),
          ], note: $0.isKept ? words.kept : nil)
      })
  }

  /// Returns a table of fines, each with its reason, and their sums.
  func fines(_ debts: [PupilAccount.Debt]) -> [Paper.Block] {
    guard !debts.isEmpty else { return [] }
    let table = PaperTable(
      columns: [
        column(.copy), column(.title, .wide), column(.amount), column(.stage),
      ],
      rows: debts.map { debt in
        .init(
          cells: [
            debt.fine.item, title(debt.title),
            debt.fine.amount.map(words.amount) ?? "?",
            words.name(of: debt.fine.state),
          ], note: debt.reason.capitalizedAtStart)
      })
    let open = debts.map(\.fine).filter(\.isOpen)
    let paid = debts.map(\.fine).filter { $0.state == .paid }
    return [
      .heading(words.heading(of: .fines)), .table(table),
      .paragraph(
        words.sums(
          due: Self.sum(of: open), undecided: open.count { $0.amount == nil },
          paid: Self.sum(of: paid))),
    ]
  }

  private static func sum(of fines: [Fine]) -> Money {
    Money(cents: fines.compactMap(\.amount?.cents).reduce(0, +))
  }

  // MARK: Papers for a pupil

  /// Returns the paper that a pupil signs at the hand-out; nil without a copy.
  func receipt(_ account: PupilAccount) -> Paper? {
    let loans = account.out.filter { !$0.isLost }
    guard !loans.isEmpty else { return nil }
    let table = PaperTable(
      columns: [
        column(.copy), column(.title, .wide), column(.state), column(.price),
      ],
      rows: loans.map {
        .init(cells: [
          $0.item, title($0.title), state($0.start),
          $0.price.map(words.amount) ?? "–",
        ])
      })
    return paper(
      for: account.pupil, SchoolYear(ofLoansAt: request.time),
      [
        .table(table), .paragraph(words.copies(loans.count)),
        .paragraph(words.receiptText(dueOn: dueDay)),
        .lines(words.signatureLines),
      ])
  }

  /// Returns the statement at the return; nil without a loan or a fine.
  func statement(_ account: PupilAccount) -> Paper? {
    guard !account.isEmpty else { return nil }
    let (back, out) = (account.ended, account.out)
    var blocks: [Paper.Block] = []
    if !back.isEmpty {
      let hasLost = back.contains(where: \.isLost)
      blocks.append(
        .heading(words.heading(of: hasLost ? .returnedOrLost : .returned)))
      blocks.append(
        .table(
          PaperTable(
            columns: [
              column(.copy), column(.title, .wide), column(.returned),
              column(.start), column(.end),
            ],
            rows: back.map {
              .init(cells: [
                $0.item, title($0.title), day($0.returned), state($0.start),
                state($0.end),
              ])
            })))
    }
    blocks += fines(account.debts)
    if out.isEmpty {
      blocks.append(.paragraph(words.allIsBack))
    } else {
      blocks.append(.heading(words.heading(of: .out)))
      blocks.append(.table(table(ofCopiesOut: out)))
    }
    blocks.append(.lines(words.signatureLines))
    return paper(
      for: account.pupil, SchoolYear(ofReturnsAt: request.time), blocks)
  }

  /// Returns a letter; nil if nothing is overdue and no fine is open.
  func reminder(_ account: PupilAccount) -> Paper? {
    let loans = account.out.filter { $0.isOverdue && !$0.isLost }
    let debts = account.openDebts
    guard !loans.isEmpty || !debts.isEmpty else { return nil }
    let pupil = account.pupil
    var blocks: [Paper.Block] = [
      .paragraph(words.toParents(of: pupil.printableName ?? pupil.number))
    ]
    if !loans.isEmpty {
      blocks.append(.paragraph(words.reminderText(dueOn: dueDay)))
      blocks.append(.table(table(ofCopiesOut: loans)))
    }
    blocks += fines(debts)
    blocks.append(
      .paragraph(
        words.reminderRequest(
          hasCopies: !loans.isEmpty, hasFines: !debts.isEmpty)))
    return paper(for: pupil, SchoolYear(ofReturnsAt: request.time), blocks)
  }

  /// Returns the labels of the copies that a pupil has.
  func labels(_ account: PupilAccount) -> [LoanLabel] {
    let pupil = account.pupil
    return account.out.filter { !$0.isLost }.map { loan in
      let year = SchoolYear(ofLoansAt: loan.lent ?? request.time)
      return LoanLabel(
        name: pupil.printableName ?? pupil.number, number: pupil.number,
        year: [pupil.schoolClass?.printable, words.years(of: year)]
          .compactMap(\.self).joined(separator: " – "),
        title: title(loan.title), item: loan.item, state: state(loan.start))
    }
  }
}

extension Pupil {
  /// The name without what a terminal would obey; nil if it is not kept.
  var printableName: String? { name?.printable }
}
