extension English {
  /// The form of a report that is read for certain.
  var expectedForm: String {
    "Write each message on a line, with its line number and a tab before it, like 2, then Item not found. Barcode: 37000034179"
  }

  func unread(_ count: Int, _ first: String) -> String {
    count == 1
      ? "1 line of the report names a barcode without a line number and is not in this list: \"\(first)\". Look it up in the report."
      : "\(count) lines of the report name a barcode without a line number and are not in this list, the first is \"\(first)\". Look them up in the report."
  }
}
