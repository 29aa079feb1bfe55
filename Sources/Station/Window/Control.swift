/// The controls of the window.
enum Control: Hashable {
  case borrower
  case clear
  case item
  case record
  /// The choice between Loan and Return.
  case operation
  case list
  case save
  case delete
  case help
  case close

  /// The order that Tab takes: from card to item to the button, as a loan goes.
  static let tabOrder: [Control] = [
    .borrower, .item, .record, .operation, .list, .save, .delete, .help,
    .close, .clear,
  ]

  var isField: Bool { self == .borrower || self == .item }

  /// The context of its keys in the table.
  var context: KeyContext {
    switch self {
    case .borrower, .item: .field
    case .operation: .choice
    case .list: .list
    case .clear, .record, .save, .delete, .help, .close: .button
    }
  }
}
