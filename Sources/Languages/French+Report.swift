import Station

extension French {
  /// The form of a report that can always be read.
  var expectedForm: String {
    "Écrivez un message par ligne, après son numéro de ligne et une tabulation, par exemple 2, puis Item not found. Barcode: 37000034179"
  }

  func unread(_ count: Int, _ first: String) -> String {
    "\(counting(count, "ligne")) du rapport \(counting.form(of: count, "contient", "contiennent")) un code-barres sans numéro de ligne, et \(counting.form(of: count, "n'est pas", "ne sont pas")) dans cette liste\(counting.form(of: count, "", ". La première")) : « \(first) ». Cherchez dans le rapport."
  }
}
