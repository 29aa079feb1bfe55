import Circulation

/// The rules by which a desk estimates when a loan is due.
///
/// An estimate is shown and never written to a file: the library system alone
/// knows the due date.
package struct DueRules: Hashable, Sendable {
  /// A policy or a kind of material, and for how many days it is lent.
  package struct Rule: Hashable, Sendable {
    /// The policy or the kind of material, as the lists write it.
    package let name: String
    /// The number of days.
    package let days: Int

    /// The numbers of days that a rule may have.
    package static let range = 1...3_650

    /// Creates a rule.
    package init(name: String, days: Int) {
      self.name = name
      self.days = days
    }

    /// Parses `NAME = DAYS`; nil if it has not that form.
    package init?(_ text: String) {
      guard
        let mark = text.lastIndex(of: "="),
        let days = Int(text[mark...].dropFirst().filter { $0 != " " }),
        Self.range ~= days
      else { return nil }
      let name = text[..<mark].drop { $0 == " " }
      let end = name.lastIndex { $0 != " " }
      guard let end else { return nil }
      self.init(name: String(name[...end]), days: days)
    }

    /// The rule as the settings write it.
    package var text: String { "\(name) = \(days)" }
  }

  /// The day, `YYYY-MM-DD`, on which all loans until then are due; nil for
  /// none.
  package var date: String?
  /// The number of days of all other loans; nil if it is not known.
  package var days: Int?
  /// The rules of policies and kinds of material.
  package var rules: [Rule] = []

  /// Creates rules by which nothing is estimated.
  package init() {}

  /// Estimates when a loan is due.
  ///
  /// - Parameters:
  ///   - item: the item; nil if no list has it.
  ///   - time: the time of the loan.
  /// - Returns: the day, `YYYY-MM-DD`; nil if the rules do not tell.
  package func dueDay(of item: Item?, lentAt time: LocalTime) -> String? {
    if let date, date >= time.iso8601.prefix(10) { return date }
    let names = [item?.policy, item?.support].compactMap { $0?.lowercased() }
    let rule = rules.first { names.contains($0.name.lowercased()) }
    return (rule?.days ?? days).map {
      String(time.later(by: Int64($0) * 86_400).iso8601.prefix(10))
    }
  }
}
