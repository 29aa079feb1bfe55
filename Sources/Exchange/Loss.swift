/// A reason why a row that was read is not in the new file.
package enum LeftOutReason: String, CaseIterable, Hashable, Sendable {
  /// A payment, which the other system does not take.
  case payment
  /// A payment of nothing or less.
  case amount
  /// A new borrower.
  case registration
  /// A use in the house.
  case inHouseUse = "in-house-use"
  /// Items without barcodes.
  case uncatalogued
  /// More uses or items than the system takes in one row.
  case tooMany = "too-many"
  /// A renewal that does not name its borrower.
  case noBorrower = "no-borrower"
  /// A number has letters outside ASCII.
  case letters
  /// A number has a character that ends it in the new file.
  case separator
  /// The number of the item is longer than the system keeps.
  case longItem = "long-item"
  /// The number of the borrower is longer than the system keeps.
  case longBorrower = "long-borrower"
  /// A number is a word of the format, or one that the system skips.
  case reserved
  /// The year is outside those that the system keeps.
  case year
}

/// A change that a conversion makes to rows, which has to be said.
package enum Loss: Hashable, Sendable {
  /// Rows are not in the new file.
  case leftOut(LeftOutReason)
  /// Renewals are written as loans.
  case renewals
  /// Due dates are left out.
  case dueDates
  /// Seconds were made up, so that the order is kept.
  case secondsMadeUp
  /// Of these, the rows that are now in a later minute.
  case minutesPassed
  /// Seconds are left out.
  case seconds
  /// Times are left out: the day of each file is in its name.
  case times
  /// Rows without times were given one.
  case timeGiven
  /// Times were taken as local time of the zone.
  case takenAsLocal
  /// Times in UTC were moved by so many seconds to local time.
  case moved(seconds: Int)
  /// Local times of an hour that occurs twice on a day; its number since
  /// 1970-01-01.
  case hourTwice(day: Int64)
  /// Local times of an hour that does not occur on a day, moved to the next.
  case hourMissing(day: Int64)
  /// Returns of which the system keeps only the day.
  case returnTimes
  /// Rows that are there twice.
  case twice
  /// Rows that were not in the order of their times.
  case order

  /// True if rows are missing from the new file.
  package var isOfRows: Bool {
    if case .leftOut = self { true } else { false }
  }
}

/// The losses of a conversion, each with the rows it is about.
package struct Losses: Hashable, Sendable {
  /// A loss and its rows.
  package struct Entry: Hashable, Sendable {
    /// The loss.
    package let loss: Loss
    /// The rows.
    package fileprivate(set) var places = RowPlaces()
  }

  /// The most days that are told apart, so that memory does not depend on the
  /// files.
  private static let maximumCount = 100

  /// The losses, in the order in which they came up.
  package private(set) var all: [Entry] = []

  /// Creates an empty list.
  package init() {}

  /// Adds a row to a loss.
  package mutating func add(_ loss: Loss, _ place: RowPlace) {
    // There are a few at most times: a search is faster than a dictionary.
    var index = all.firstIndex { $0.loss == loss }
    if index == nil, all.count >= Self.maximumCount {
      index = all.lastIndex { $0.loss.isLike(loss) }
    }
    if index == nil { all.append(Entry(loss: loss)) }
    all[index ?? all.count - 1].places.add(place)
  }

  /// The rows of a loss; none if it did not come up.
  package subscript(_ loss: Loss) -> RowPlaces {
    all.first { $0.loss == loss }?.places ?? RowPlaces()
  }

  /// The number of rows that are not in the new file.
  package var leftOutCount: Int {
    all.reduce(0) { $0 + ($1.loss.isOfRows ? $1.places.count : 0) }
  }

  /// Adds the losses of others that it has none of.
  mutating func append(_ others: Losses) {
    all += others.all.filter { self[$0.loss].count == 0 }
  }

  /// Adds the losses of the rows of another file.
  mutating func merge(_ others: Losses) {
    for other in others.all {
      if let index = all.firstIndex(where: { $0.loss == other.loss }) {
        all[index].places.append(other.places)
      } else {
        all.append(other)
      }
    }
  }
}

extension Loss {
  /// True for the same loss of another day or distance.
  fileprivate func isLike(_ other: Loss) -> Bool {
    switch (self, other) {
    case (.hourTwice, .hourTwice), (.hourMissing, .hourMissing),
      (.moved, .moved):
      true
    default: self == other
    }
  }
}
