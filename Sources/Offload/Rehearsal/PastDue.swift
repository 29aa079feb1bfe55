import Catalogue
import Circulation

/// The loans that are overdue when they are uploaded, as far as the rules of the
/// settings tell.
struct PastDue {
  private let rules: DueRules
  /// The day of the upload, in days from 1970-01-01.
  private let today: Int
  /// The common day on which loans are due; nil for none.
  private let common: Int?
  /// The fewest days of a loan; nil without rules.
  private let fewestDays: Int?

  /// Creates the loans that are overdue on a day.
  ///
  /// - Returns: nil if the rules estimate nothing.
  init?(_ rules: DueRules, on day: LocalTime) {
    self.rules = rules
    today = day.wallMinutes / 1_440
    common = rules.date.flatMap { ListBasis.day($0) }
    fewestDays = (rules.rules.map(\.days) + [rules.days].compactMap(\.self))
      .min()
    if common == nil, fewestDays == nil { return nil }
  }

  /// Returns true if a loan of a day may be overdue: most loans are not, and the
  /// lists need not be asked.
  func mayInclude(_ day: Int) -> Bool {
    if let common, common >= day { return common < today }
    return fewestDays.map { day + $0 < today } ?? false
  }

  /// Returns true if a loan of an item on a day is overdue.
  func includes(_ item: Item?, lentOn day: Int) -> Bool {
    let due = rules.dueDay(of: item, lentAt: .day(day))
    return due.flatMap { ListBasis.day($0) }.map { $0 < today } ?? false
  }
}
