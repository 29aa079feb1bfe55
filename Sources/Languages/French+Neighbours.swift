import Circulation
import Station
import Typesetting

extension French: NeighbourWords {
  func name(ofDesk name: String) -> String {
    name.isEmpty ? "un autre bureau" : name.printable
  }

  func lentElsewhere(_ line: Neighbours.Line, today: LocalTime) -> String {
    let loan = line.transaction
    let time = savedTime(loan.recorded, today: today)
    let isToday = loan.recorded.isSameDay(as: today)
    return
      "Prêté \(isToday ? "à" : "le") \(time) à un autre emprunteur (\(name(ofDesk: line.desk))) : \(loan.item.text)."
  }

  var elsewhereHeading: String { "Aux autres bureaux aujourd'hui :" }

  func foundElsewhere(_ number: String, _ count: Int) -> String {
    "\(number.quotable), aux autres bureaux : \(counting(count, "ligne trouvée", "lignes trouvées")). Le prochain numéro scanné sera enregistré."
  }
}
