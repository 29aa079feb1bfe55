import Catalogue
import Circulation
import Textbooks

/// A class as the lists have it: its pupils, the titles that they should have,
/// and the copies that they have.
package struct ClassLists {
  /// A copy that a pupil has.
  struct Held {
    let item: Barcode
    /// The index of the pupil.
    let pupil: Int
    /// The index of the title.
    let title: Int
    /// True if pupils keep it for two years.
    let isTwoYear: Bool
  }

  /// The name of the class, as the lists write it.
  package let group: String
  /// The pupils, by name.
  package let pupils: [HandOut.Pupil]
  /// The titles of all of them, by class and title.
  package let titles: [ClassTitle]
  /// The titles of which the lists have no copy.
  package let missing: [ClassTitle]
  /// The copies that pupils have by the lists, with the days of those.
  let loans: [(held: Held, day: String)]
  private let search: TitleSearch
  private let pupilByNumber: [String: Int]
  private let findItem: (String) -> Item?
  private let findDay: (Item) -> String?

  /// Reads a class from the catalogue.
  ///
  /// A pupil should have the titles of all classes and courses that the lists
  /// name for them.
  ///
  /// - Throws: ``HandOutError``; ``CatalogueError``.
  package init(of name: String, in catalogue: Catalogue) throws {
    let all = try catalogue.borrowersInClasses().filter { !$0.isGone }
    let wanted = SchoolClass(name)
    let members = all.filter { borrower in
      borrower.groups.contains { SchoolClass($0) == wanted }
    }
    guard !members.isEmpty else {
      let known = Set(all.flatMap(\.groups)).sorted()
      throw known.isEmpty
        ? HandOutError.noClasses : .unknownClass(name, known: known)
    }
    group =
      members[0].groups.first { SchoolClass($0) == wanted } ?? name
    let sets = Dictionary(grouping: try catalogue.classTitles()) {
      SchoolClass($0.group)
    }
    (titles, pupils) = Self.plan(members, sets)
    guard !titles.isEmpty else {
      throw HandOutError.noTitles(group, known: !sets.isEmpty)
    }
    search = try catalogue.search(for: titles)
    missing = titles.indices.filter { [search] in !search.hasCopy($0) }
      .map { [titles] in titles[$0] }
    pupilByNumber = Dictionary(
      pupils.enumerated().map { ($1.number.text, $0) }
    ) { first, _ in first }
    let days = Dictionary(try catalogue.lists().map { ($0.id, $0.day) }) { $1 }
    findDay = { item in item.list.flatMap { days[$0] } }
    // What can't be read is as if it were in no list.
    findItem = { (try? catalogue.item($0)).flatMap { $0 } }
    // There may be millions of loans, and a class has some dozens.
    var loans: [(held: Held, day: String)] = []
    for (pupil, member) in members.enumerated() {
      for item in try catalogue.items(onLoanTo: member.digest) {
        guard let title = search.title(of: item),
          let number = try? Barcode(item.number)
        else { continue }
        let held = Held(
          item: number, pupil: pupil, title: title,
          isTwoYear: item.isTwoYear == true)
        loans.append((held, findDay(item) ?? ""))
      }
    }
    self.loans = loans
  }

  /// Returns the titles of all pupils, each once, and the pupils with theirs.
  private static func plan(
    _ members: [Borrower], _ sets: [SchoolClass: [ClassTitle]]
  ) -> ([ClassTitle], [HandOut.Pupil]) {
    var titles: [ClassTitle] = []
    var places: [String: Int] = [:]
    let pupils = members.compactMap { member -> HandOut.Pupil? in
      guard let number = member.number.flatMap({ try? Barcode($0) }) else {
        return nil
      }
      var own: Set<Int> = []
      for title in member.groups.flatMap({ sets[SchoolClass($0)] ?? [] }) {
        guard let key = title.key else { continue }
        if places[key] == nil {
          places[key] = titles.count
          titles.append(title)
        }
        if let place = places[key] { own.insert(place) }
      }
      return HandOut.Pupil(
        number: number, name: member.name ?? number.text, titles: own)
    }
    return (titles, pupils)
  }

  /// Returns the index of the pupil with a number; nil if it is nobody's here.
  func pupil(_ number: Barcode) -> Int? { pupilByNumber[number.text] }

  /// Returns the index of the title that an item has; nil if the class does not
  /// use it, or no list has the item.
  func title(of item: Barcode) -> Int? {
    findItem(item.text).flatMap(search.title)
  }

  /// Returns true if lists have the item.
  func knows(_ item: Barcode) -> Bool { findItem(item.text) != nil }

  /// Returns a copy that a pupil got on a day, `YYYY-MM-DD`; nil if the class
  /// does not use its title, or if a newer list has it as something else than
  /// on loan to the pupil.
  func held(_ item: Barcode, by pupil: Int, since day: String) -> Held? {
    guard let known = findItem(item.text),
      let title = search.title(of: known),
      !isOver(known, item, pupil, since: day)
    else { return nil }
    return Held(
      item: item, pupil: pupil, title: title,
      isTwoYear: known.isTwoYear == true)
  }

  private func isOver(
    _ known: Item, _ item: Barcode, _ pupil: Int, since day: String
  ) -> Bool {
    guard let listed = findDay(known), listed > day,
      let isOnLoan = known.isOnLoan
    else { return false }
    let isTheirs = loans.contains {
      $0.held.pupil == pupil && $0.held.item == item
    }
    return !isOnLoan || known.holder != nil && !isTheirs
  }
}

/// An error of opening the hand-out of a class.
package enum HandOutError: Error, Hashable, Sendable {
  /// The lists have no classes.
  case noClasses
  /// The lists have other classes than this one.
  case unknownClass(String, known: [String])
  /// No titles are known of the class; the lists may have those of others.
  case noTitles(String, known: Bool)
}
