import Catalogue
import Settings
import Terminal
import Textbooks

@testable import Circulation
@testable import Station

/// A class of 28 pupils and six titles, of which the last is the one of a
/// course that 14 of them take; and the copies of each title.
struct SchoolClass {
  static let titles = [
    "Anglais 4e", "Français 4e", "Histoire 4e", "Maths 4e – Sigma", "SVT 4e",
    "Latin 4e – Via",
  ]

  static let pupils = [
    "ADAM Léa", "BAH Moussa", "BERNARD Tom", "CARLIER Inès", "COLIN Hugo",
    "DIALLO Awa", "DUPONT Jules", "ESTEVE Lina", "FABRE Noé", "GARCIA Ana",
    "HENRY Paul", "IMBERT Zoé", "JACOB Lou", "KLEIN Max", "LAMBERT Eva",
    "MARTIN Théo", "NGUYEN Mai", "OLIVIER Sam", "PETIT Rose", "QUERE Yann",
    "ROUX Lila", "SAVARY Luc", "TESSIER Nina", "URBAIN Léo", "VIDAL Jade",
    "WEBER Tim", "XAVIER Anne", "YVARS Marc",
  ]

  let lists: KnownLists

  /// The number of the copy of a title, both from 0.
  static func copy(_ copy: Int, of title: Int) -> String {
    "\(3_100_000 + 1_000 * title + copy)"
  }

  /// The number of the card of a pupil, from 0.
  static func card(_ pupil: Int) -> String { "E\(4_001 + pupil)" }

  /// Whether a pupil takes Latin: every second one, the first included.
  static func takesLatin(_ pupil: Int) -> Bool { pupil.isMultiple(of: 2) }

  // Who has which copies by the lists, and which titles are kept two years.
  init(
    loans: [(pupil: Int, title: Int, copy: Int)] = [], twoYears: Set<Int> = []
  ) throws {
    let items = Self.titles.indices.flatMap { title in
      (0..<30).map { copy in
        "\(Self.copy(copy, of: title));\(Self.titles[title]);"
          + (twoYears.contains(title) ? "oui" : "non")
      }
    }
    let borrowers = Self.pupils.enumerated().map { number, name in
      "\(Self.card(number));\(name);"
        + (Self.takesLatin(number) ? "4A, Latin" : "4A") + ";2030-09-30;"
    }
    let sets =
      Self.titles.dropLast().map { "4A;\($0)" }
      + ["Latin;\(Self.titles[5])", "3B;Grec 3e"]
    var all: [(kind: ListKind, text: String)] = [
      (
        .items,
        "Barcode;Titre;Livre de deux ans\n"
          + items.joined(separator: "\n") + "\n"
      ),
      (
        .borrowers,
        "Carte;Nom;Classe;Fin de validité;Bloqué\n"
          + (borrowers + ["E9001;ZOLA Emile;3B;2030-09-30;"])
          .joined(separator: "\n") + "\n"
      ),
      (.sets, "Classe;Titre\n" + sets.joined(separator: "\n") + "\n"),
    ]
    if !loans.isEmpty {
      all.append(
        (
          .loans,
          "Barcode;Carte;Date de retour\n"
            + loans.map {
              let copy = Self.copy($0.copy, of: $0.title)
              return "\(copy);\(Self.card($0.pupil));2018-07-01\n"
            }.joined()
        ))
    }
    lists = try KnownLists(all)
  }

  /// Reads a class from the lists.
  func read(_ name: String = "4A") throws -> ClassLists {
    try ClassLists(of: name, in: Catalogue(lists.path))
  }

  /// A desk at which the class gets its books.
  func desk(
    size: Size = .usual, language: Language = .english,
    after: DeskSession? = nil
  ) throws -> DeskSession {
    let desk = try DeskSession(
      size: size, language: language, disk: after?.disk, clock: after?.clock,
      lists: CatalogueWatch(lists.path))
    desk.listFolder = lists.folder
    try desk.handOut(to: read())
    desk.feed([.resize(size)])
    desk.tick()
    return desk
  }
}

extension DeskSession {
  var handOutRoom: HandOutRoom { station.handOutRoom }

  /// Whose turn it is, as `PUPIL: TITLE`; empty if it is nobody's.
  var turn: String {
    let room = handOutRoom
    return room.turn.map { "\(room.name($0.pupil)): \(room.title($0))" } ?? ""
  }

  /// Gives copies to all whose turn comes, at most so many, and returns how many
  /// were given.
  func giveOut(atMost count: Int = .max) -> Int {
    var given = 0
    while given < count, let turn = handOutRoom.turn {
      scan(SchoolClass.copy(turn.pupil, of: titleNumber(turn)))
      given += 1
    }
    return given
  }

  private func titleNumber(_ turn: HandOut.Turn) -> Int {
    SchoolClass.titles.firstIndex(of: handOutRoom.title(turn)) ?? 0
  }
}
