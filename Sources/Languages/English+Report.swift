import Station

extension English {
  /// The form of a report that can always be read.
  var expectedForm: String {
    "Write one message per line, after its line number and a tab, for example 2, then Item not found. Barcode: 37000034179"
  }

  func unread(_ count: Int, _ first: String) -> String {
    "\(counting(count, "line")) of the report \(counting.form(of: count, "has", "have")) a barcode but no line number, and \(counting.form(of: count, "is", "are")) not in this list\(counting.form(of: count, "", ". The first")): \"\(first)\". Look in the report."
  }
}
