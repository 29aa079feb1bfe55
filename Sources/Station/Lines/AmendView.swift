extension AmendRoom {
  func content(_ look: Look) -> RoomContent {
    let words = look.words
    let transaction = entry.transaction
    let original = desk.original(ofSequence: entry.sequence)
    var fields = [
      RoomContent.Field(
        name: words.item, field: itemField, hasFocus: part == .item)
    ]
    if transaction.operation == .loan {
      fields.append(
        RoomContent.Field(
          name: words.borrower, field: borrowerField,
          hasFocus: part == .borrower))
    }
    return RoomContent(
      title: words.amendTitle,
      text: [words.amendExplanation(transaction)]
        + (original.map { [words.recordedAs($0)] } ?? []),
      fields: fields, foot: words.amendFoot(transaction.operation))
  }
}
