import Station

extension French {
  var dayTitle: String { "Journée" }
  var dayColumns: [String] {
    ["Heure", "Prêts", "Retours", "Lecteurs", "Refusés"]
  }
  var wholeDay: String { "Journée" }

  func dayLegend(loans: Character, returns: Character) -> String {
    "\(loans) prêts   \(returns) retours"
  }

  var dayNote: String { "Refusés : depuis l'ouverture de cette fenêtre." }
}
