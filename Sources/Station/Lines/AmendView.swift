import Circulation
import Scanning

extension AmendRoom {
  func content(_ look: Look) -> RoomContent {
    let words = look.words
    let transaction = entry.transaction
    let original = desk.original(ofSequence: entry.sequence)
    let fields = form.names.map { name in
      FormView.Row(
        label: words.label(name == .item ? words.item : words.borrower),
        field: form[name] ?? EntryField(), hasFocus: name == form.focus)
    }
    return RoomContent(
      title: words.amendTitle,
      text: [words.amendExplanation(transaction)]
        + (original.map { [words.recordedAs($0)] } ?? []),
      fields: fields, footer: words.amendFooter(transaction.operation))
  }
}
