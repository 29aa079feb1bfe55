import Circulation

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
      title: words.readerTitle(borrower), text: text, fields: fields,
      headings: headings,
      rows: look.rows(
        of: loans.map(\.line),
        third: loans.map { loan in
          loan.next.map { words.name(of: $0.operation) } ?? ""
        },
        chosen: chosen(of: account)),
      footer: words.readerFooter(isMoving: field != nil))
  }
}
