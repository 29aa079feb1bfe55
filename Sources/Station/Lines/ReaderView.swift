import Catalogue
import Circulation
import Terminal

extension ReaderRoom {
  func content(_ look: Look) -> RoomContent {
    let words = look.words
    let account = account
    let loans = Array(account.loans.reversed())
    var text = [
      words.readerItems(
        account.itemCount, listed: account.unsavedCount,
        saved: account.loans.count - account.unsavedCount)
    ]
    let isShort = look.size.rows < 22
    if isShort { text.append(contentsOf: known(look)) }
    var fields: [FormView.Row] = []
    if let field {
      text.append(words.moveExplanation(account.unsavedCount))
      fields = [
        .init(
          label: words.label(words.cardName), field: field, hasFocus: true)
      ]
    }
    var headings = look.layout.list.columns.map(\.heading)
    headings[2] = words.nextHeading
    return RoomContent(
      title: words.readerTitle(borrower), text: text,
      facts: isShort ? [] : facts(look), fields: fields,
      headings: headings,
      rows: look.rows(
        of: loans.map(\.line),
        third: loans.map { loan in
          loan.next.map { words.name(of: $0.operation) } ?? ""
        },
        chosen: chosen(of: account)) + elsewhere(look) + held(look),
      footer: look.isDesk
        ? words.readerFooter(isMoving: field != nil) : words.copiesPageFooter)
  }

  /// Returns the facts that lists tell of the borrower.
  private func facts(_ look: Look) -> [ListedFact] {
    guard
      let lists = look.lists, let known = lists.borrower(borrower.text)
    else { return [] }
    // The number is in the title.
    return Array(
      look.words.facts(
        known, number: borrower.text, listed: lists.day(of: known.list) ?? ""
      ).dropFirst())
  }

  /// Returns the same in few lines.
  private func known(_ look: Look) -> [String] {
    guard let known = look.lists?.borrower(borrower.text) else { return [] }
    return [
      look.words.facts(of: known), known.block.map(look.words.blocked) ?? "",
      known.alert.map(look.words.alert) ?? "",
    ].filter { !$0.isEmpty }
  }

  /// Returns what the borrower has by the lists, and has not returned here.
  private func held(_ look: Look) -> [RoomContent.Row] {
    guard let lists = look.lists, let day = lists.newestDay(of: .loans) else {
      return []
    }
    let items = lists.items(of: borrower.text).filter { item in
      let last = (try? Barcode(item.number)).flatMap { number in
        desk.lastElsewhere(of: number)?.transaction
          ?? desk.lastTransaction(of: number)
      }
      return last.map { $0.recorded.iso8601 <= day } ?? true
    }
    guard !items.isEmpty else { return [] }
    return [.heading(look.words.heldHeading(day))]
      + items.map {
        .item($0.number, look.words.line(of: $0), isChosen: false)
      }
  }
}
