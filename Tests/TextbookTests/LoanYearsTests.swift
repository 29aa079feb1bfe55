import Circulation
import Testing
import Textbooks

/// The years of a loan, by which a copy ages.
struct LoanYearsTests {
  private func time(_ year: Int, _ month: Int, _ day: Int) throws -> LocalTime {
    try #require(
      LocalTime(year: year, month: month, day: day, hour: 9, minute: 0))
  }

  @Test(arguments: [
    // Lent, returned: years, the last of them.
    ([2025, 9, 1], [2026, 6, 23], 1, 2025),
    ([2025, 7, 3], [2026, 9, 4], 1, 2025),
    ([2026, 2, 2], [2026, 6, 23], 1, 2025),
    ([2025, 9, 1], [2026, 1, 15], 1, 2025),
    ([2025, 9, 1], [2027, 6, 23], 2, 2026),
    ([2025, 9, 1], [2025, 9, 1], 1, 2025),
  ])
  func aLoanHasSchoolYears(
    _ lent: [Int], _ returned: [Int], _ count: Int, _ last: Int
  ) throws {
    let years = LoanYears(
      lent: try time(lent[0], lent[1], lent[2]),
      returned: try time(returned[0], returned[1], returned[2]))
    #expect(years.count == count)
    #expect(years.last == last)
  }

  @Test func withoutTheLoanTheReturnGivesTheYear() throws {
    for (month, last) in [(6, 2025), (9, 2025), (10, 2026)] {
      let years = LoanYears(lent: nil, returned: try time(2026, month, 1))
      #expect(years.last == last)
    }
  }

  @Test func aCopyIsInItsFirstYearWhenItIsNew() throws {
    let years = LoanYears(
      lent: try time(2025, 9, 1), returned: try time(2026, 6, 23))
    for (first, year) in [
      ("2025", 1), ("2024", 2), ("2023/2024", 3), ("2026", nil), ("", nil),
      (nil, nil), ("25", nil), ("neuf", nil),
    ] as [(String?, Int?)] {
      #expect(years.yearOfCirculation(since: first) == year)
    }
  }
}
