import Circulation
import Glibc
import Scanning
import Settings
import Terminal

@testable import Languages
@testable import Station

/// The screens that a person may come to, one of each kind, to be looked at as
/// a whole.
struct ScreenWalk {
  /// What each is called, and how it is drawn.
  private(set) var stations: [(name: String, view: (Palette) -> Surface)] = []

  init(_ language: Language) throws {
    for size in [Size.usual, .least, Size(columns: 132, rows: 43)] {
      let desk = try DeskSession(
        size: size, language: language, deskName: "Accueil")
      func keep(_ name: String) {
        let station = desk.station
        stations.append(
          ("\(name) \(size.columns)×\(size.rows)", { station.view($0) }))
      }
      keep("new")
      desk.scan("9921000000164", "37000034179", "37000034180")
      desk.press(.function(4))
      desk.scan("9921000000999", "37000034179", "37000034181")
      keep("loans")
      desk.scan("é")
      keep("refused")
      for _ in Control.tabOrder {
        desk.press(.tab)
        keep("\(desk.focus)")
      }
      desk.press(.function(3))
      desk.scan("37000034180")
      keep("returns")
      desk.press(.function(1))
      keep("help")
      desk.press(.escape, .function(9))
      keep("after the outage")
      desk.press(.escape, .function(10))
      keep("closing")
      desk.press(.escape)
      desk.feed([.paste("1\n2\n3\n4\n5\n6\n7\n8\n")])
      keep("pasted")
      desk.press(.escape)
      desk.disk.journalFailure = (.write, ENOSPC)
      desk.disk.freeSpace = 0
      desk.scan("37000034182")
      desk.tick()
      keep("failing")
    }
    let school = try SchoolClass(loans: [(1, 1, 7)], twoYears: [1])
      .desk(language: language)
    _ = school.giveOut(atMost: 3)
    school.press(.function(6), .function(8))
    stations.append(("hand-out", { school.station.view($0) }))
    let small = try DeskSession(
      size: Size(columns: 40, rows: 10), language: language)
    stations.append(("too small", { small.station.view($0) }))
    var scanner = Station(
      testingScanner: ScanRules(), size: .usual, words: language.words,
      settings: "settings.toml", write: { _ in })
    _ = scanner.update([.burst(Burst("9921000000164"))], at: .now)
    stations.append(("scanner", { [scanner] in scanner.view($0) }))
  }
}
