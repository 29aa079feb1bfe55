import Testing

@testable import Catalogue

/// What the shape of a list tells: that zeros were lost, rows cut off, values
/// repeated.
struct ListShapeTests {
  private let lists = ListFolder()

  private func items(_ numbers: some Sequence<Int>) -> String {
    "barcode,title\n"
      + numbers.map { "\(37_000_000 + $0),Title \($0 / 3)\n" }.joined()
  }

  @Test func numbersThatFitOnlyWithAZeroAreCounted() throws {
    let report = try lists.add([lists.write(items(0..<1_000))]) {
      $0.lacksZero = { $0 == .items && "0\($1)".utf8.count == 9 }
    }.report
    #expect(report.comparedCount == 1_000)
    #expect(report.shortCount == 1_000)
    #expect(
      try lists.add([lists.write(items(0..<1_000))]).report.shortCount == 0)
  }

  @Test func ofAMillionRowsTheFirstOnesAreCompared() throws {
    var count = 0
    let report = try lists.add([lists.write(items(0..<5_001))]) {
      $0.lacksZero = { _, _ in
        count += 1
        return false
      }
    }.report
    #expect(count == 2_000)
    #expect(report.comparedCount == 2_000)
  }

  /// Koha's reports and pages, Alma Analytics, Excel.
  @Test(arguments: [10, 5_000, 65_536, 500_001, 1_048_576])
  func whereSystemsCutListsIsKnown(_ count: Int) {
    #expect(ImportReport.cutCounts.contains(count))
    #expect(!ImportReport.cutCounts.contains(count + 1) || count > 60_000)
  }

  @Test(arguments: PrivacyLevel.allCases)
  func whatIsNotKeptIsNotShown(_ level: PrivacyLevel) throws {
    let report = try lists.add(
      [lists.write("card number,name,class\nC1,Somebody,5A\n")], level: level
    ).report
    #expect(report.columns.map(\.filledCount) == [1, 1, 1])
    #expect(
      report.columns.flatMap(\.samples)
        == ["C1"] + (level >= .names ? ["Somebody"] : [])
        + (level >= .classes ? ["5A"] : []))
  }

  @Test func aColumnCountsItsDifferentValues() throws {
    let report = try lists.add([lists.write(items(0..<12_000))]).report
    #expect(report.columns.map(\.filledCount) == [12_000, 12_000])
    #expect(report.columns.map(\.differentCount) == [nil, 4_000])
    #expect(report.columns[1].samples == ["Title 0", "Title 1", "Title 2"])
  }
}
