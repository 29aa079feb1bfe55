import Station

extension English {
  var dayTitle: String { "Day" }
  var dayColumns: [String] {
    ["Hour", "Loans", "Returns", "Readers", "Refused"]
  }
  var wholeDay: String { "Day" }

  func dayLegend(loans: Character, returns: Character) -> String {
    "\(loans) loans   \(returns) returns"
  }

  var dayNote: String { "Refused: since this window was opened." }
}
