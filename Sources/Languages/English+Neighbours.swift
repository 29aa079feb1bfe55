import Circulation
import Station
import Typesetting

extension English: NeighbourWords {
  func name(ofDesk name: String) -> String {
    name.isEmpty ? "another desk" : name.printable
  }

  func lentElsewhere(_ line: Neighbours.Line, today: LocalTime) -> String {
    let loan = line.transaction
    let time = savedTime(loan.recorded, today: today)
    let isToday = loan.recorded.isSameDay(as: today)
    return
      "Lent at \(name(ofDesk: line.desk)) to another borrower \(isToday ? "at" : "on") \(time): \(loan.item.text)."
  }

  var elsewhereHeading: String { "At other desks today:" }

  func foundElsewhere(_ number: String, _ count: Int) -> String {
    "Found \(number.quotable) at other desks: \(counting(count, "line")). The next scan is recorded."
  }
}
