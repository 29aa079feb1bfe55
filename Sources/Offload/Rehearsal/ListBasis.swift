import Catalogue
import Circulation

extension LocalTime {
  /// Returns the beginning of a day, in days from 1970-01-01.
  package static func day(_ day: Int) -> LocalTime {
    LocalTime(secondsSince1970: Int64(day) * 86_400, utcOffset: 0)
  }
}

/// The lists on which a rehearsal rests: their kinds and days.
package struct ListBasis: Hashable, Sendable {
  /// The lists of one kind.
  package struct Kind: Hashable, Sendable {
    /// The day of the newest, in days from 1970-01-01; nil if it is not known.
    package var day: Int?
    /// True if one of them is complete.
    package var isComplete = false

    /// The day of the newest, at its beginning; nil if it is not known.
    package var date: LocalTime? { day.map(LocalTime.day) }
  }

  /// The lists of items; nil if there is none.
  package private(set) var items: Kind?
  /// The lists of borrowers; nil if there is none.
  package private(set) var borrowers: Kind?
  /// The lists of loans; nil if there is none.
  package private(set) var loans: Kind?
  /// True if numbers of borrowers are kept, and not only their digests.
  private(set) var keepsNumbers = false
  /// The number of rows of items in all lists: at least as many as items.
  let itemRowCount: Int

  /// Creates the basis of some lists.
  package init(_ lists: [ImportedList]) {
    var rowCount = 0
    func add(_ list: ImportedList, to kind: inout Kind?) {
      var joined = kind ?? Kind()
      let day = Self.day(list.exported)
      joined.day = [joined.day, day].compactMap(\.self).max()
      joined.isComplete = joined.isComplete || list.isComplete
      kind = joined
    }
    for list in lists {
      if list.kind.isOfItems { rowCount += list.rowCount }
      switch list.kind {
      case .items: add(list, to: &items)
      case .borrowers:
        add(list, to: &borrowers)
        if list.level != .numbers { keepsNumbers = true }
      case .loans: add(list, to: &loans)
      case .blocks, .sets: break
      }
    }
    itemRowCount = rowCount
  }

  /// Returns a day like `2026-11-20` in days from 1970-01-01; nil if it is
  /// none.
  static func day(_ text: String) -> Int? {
    let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    return LocalTime(
      year: parts[0], month: parts[1], day: parts[2], hour: 0, minute: 0
    ).map { $0.wallMinutes / 1_440 }
  }

  /// Returns a day `YYYYMMDD` in days from 1970-01-01; nil if it is none.
  static func day(_ number: Int) -> Int? {
    LocalTime(
      year: number / 10_000, month: number / 100 % 100, day: number % 100,
      hour: 0, minute: 0
    ).map { $0.wallMinutes / 1_440 }
  }

  /// The days for which a list of items or borrowers counts as new.
  private static let freshDays = 7

  /// Returns the certainty of an effect that rests on the lists.
  ///
  /// - Parameters:
  ///   - effect: the effect.
  ///   - day: the day of the line, in days from 1970-01-01.
  ///   - isGone: true if the last complete list does not have the number.
  ///   - isByEarlierLine: true if the item's state comes from a line.
  /// - Returns: the certainty, apart from what the system leaves open.
  func certainty(
    of effect: LineEffect, on day: Int, isGone: Bool, isByEarlierLine: Bool
  ) -> Certainty {
    switch effect {
    case .unreadable, .unfit: return .certain
    case .pastDue: return .likely(.estimate)
    case .itemUnknown: return certainty(ofUnknown: items, on: day, isGone)
    case .borrowerUnknown, .givenToPrevious:
      return certainty(ofUnknown: borrowers, on: day, isGone)
    case .notForLoan, .lost, .claimed: return certainty(of: items, on: day)
    case .blocked, .expired: return certainty(of: borrowers, on: day)
    case .requested: return certainty(of: items, on: day, within: 1)
    case .notOnLoan, .refused, .notRenewed, .dropped, .lentToOther,
      .takenFromOther:
      return isByEarlierLine
        ? .certain : certainty(of: loans ?? items, on: day, within: 1)
    }
  }

  private func certainty(
    ofUnknown kind: Kind?, on day: Int, _ isGone: Bool
  ) -> Certainty {
    if isGone { return .likely(.gone) }
    guard kind?.isComplete == true else { return .likely(.incomplete) }
    return certainty(of: kind, on: day)
  }

  private func certainty(
    of kind: Kind?, on day: Int, within days: Int = freshDays
  ) -> Certainty {
    guard let listed = kind?.day else { return .likely(.incomplete) }
    if listed > day, days < Self.freshDays {
      return .likely(.newer(day: listed))
    }
    return day - listed > days ? .likely(.older(day: listed)) : .certain
  }
}
