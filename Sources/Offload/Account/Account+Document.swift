import Circulation
import Typesetting

extension Document {
  /// Creates the page of an account.
  package init(
    of account: Account, _ words: any OffloadWords & CirculationWords,
    language: String
  ) {
    let page = AccountPage(account: account, words: words)
    self.init(
      title: words.accountTitle, language: language,
      blocks: [.paragraph(words.summary(of: account))] + page.sums
        + page.times + page.losses + page.acts
        + [.paragraph(words.withoutNumbers)])
  }
}

/// The parts of the page of an account.
private struct AccountPage {
  let account: Account
  let words: any OffloadWords & CirculationWords

  private func heading(_ part: Account.Part) -> Document.Block {
    .heading(words.heading(of: part))
  }

  var sums: [Document.Block] {
    var rows = account.desks.map { row($0.name.printable, $0.sums) }
    if rows.count > 1 { rows.append(row(words.allDesks, account.sums)) }
    let journals = account.desks.flatMap(\.journals)
    let uploads = account.uploads.flatMap { upload in
      [words.sentence(on: upload)] + upload.warnings.map(words.sentence)
    }
    let foreign = account.foreignCount
    return [
      heading(.sums), .table(head: words.columnsOfSums, rows: rows),
      .paragraph(words.balance(of: account.sums)),
      .points(
        journals.map(words.recount) + uploads
          + (foreign > 0 ? [words.foreignLines(foreign)] : [])
          + account.overlaps.map(words.leftOut)),
    ]
  }

  private func row(_ name: String, _ sums: AccountedSums) -> [String] {
    [name]
      + [
        sums.recorded, sums.uploaded, sums.refused, sums.takenOut,
        sums.handedOver, sums.waiting,
      ].map(String.init)
  }

  var times: [Document.Block] {
    guard !account.times.isEmpty else { return [] }
    let areDays = account.isByDay
    let areMany = account.desks.count > 1
    let names = account.desks.map(\.name.printable)
    return [
      heading(.times),
      .chart(
        head: [words.headOfTimes(areDays: areDays)]
          + (areMany ? names : []) + [words.allDesks],
        rows: account.times.map { time in
          let counts = areMany ? time.counts.map(String.init) : []
          return Document.Bar(
            cells: [words.name(of: time, isDay: areDays)] + counts
              + [String(time.total)], size: time.total)
        }),
    ]
  }

  var losses: [Document.Block] {
    var points: [String] = []
    for desk in account.desks {
      if desk.unreadableCount > 0 {
        points.append(
          words.unreadableLines(
            desk.unreadableCount, of: desk.name.printable))
      }
      for journal in desk.journals {
        if journal.unsavedCount > 0 {
          points.append(
            words.unsavedTransactions(journal.unsavedCount, at: journal.path))
        }
        if !journal.health.isWhole {
          points.append(words.damagedJournal(at: journal.health.path))
        }
      }
    }
    return [
      heading(.losses),
      points.isEmpty ? .paragraph(words.noLosses) : .points(points),
    ]
  }

  var acts: [Document.Block] {
    guard !account.acts.isEmpty else {
      return [heading(.acts), .paragraph(words.nothingByHand)]
    }
    return [
      heading(.acts),
      .table(
        head: words.columnsOfActs,
        rows: account.acts.map { act in
          [
            String(act.number), words.day(act.time), act.who.printable,
            act.desks.map(\.printable).joined(separator: ", "),
            words.name(of: act), act.reason?.printable ?? "",
          ]
        }),
    ]
  }
}
