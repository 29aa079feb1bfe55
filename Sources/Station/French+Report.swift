extension French {
  /// The form of a report that is read for certain.
  var expectedForm: String {
    "Écrivez chaque message sur une ligne, précédé de son numéro de ligne et d'une tabulation, par exemple 2, puis Item not found. Barcode: 37000034179"
  }

  func unread(_ count: Int, _ first: String) -> String {
    count == 1
      ? "1 ligne du rapport contient un code-barres sans numéro de ligne, et n'est pas dans cette liste : « \(first) ». Cherchez-la dans le rapport."
      : "\(count) lignes du rapport contiennent un code-barres sans numéro de ligne, et ne sont pas dans cette liste. La première : « \(first) ». Cherchez-les dans le rapport."
  }
}
