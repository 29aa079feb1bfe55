import Circulation
import Support
import Testing

extension CheckAndMergeTests {
  @Test func programsGetAllConflicts() throws {
    try writeTwoDesks()
    let result = try offcirc(
      "merge", "one.dat", "two.dat", "--output", "all.dat", "--format", "csv")
    let rows = result.output.split(whereSeparator: \.isNewline)
    #expect(
      rows.map { $0.split(separator: ",").prefix(8).joined(separator: ",") }
        == [
          "kind,item,file,line,operation,otherFile,otherLine,otherOperation",
          "lent-twice,37000034179,two.dat,2,loan,one.dat,1,loan",
          "same-minute,37000034181,two.dat,3,return,one.dat,5,return",
        ])
    #expect(!result.errors.contains("37000034179"))
    #expect(result.status == 1)
  }

  @Test func whatTheJournalsDecideIsListedAsDecided() throws {
    let time = LocalTime(secondsSince1970: 1_795_330_320, utcOffset: 3_600)
    try RecordedDay(folder: folder.path + "/a", at: time.later(by: 40))
      .record(["loan 37000034179 9921"], saves: true)
    try RecordedDay(folder: folder.path + "/b", at: time.later(by: 10))
      .record(["return 37000034179"], saves: true)
    let csv = try offcirc(
      "merge", "a", "b", "--output", "all.dat", "--format", "csv")
    let rows = csv.output.split(whereSeparator: \.isNewline)
    #expect(rows.count == 2)
    #expect(
      rows[1].hasPrefix(
        "decided,37000034179,a/OffCirc.dat,1,loan,b/OffCirc.dat,1,return,"))
    #expect(rows[1].hasSuffix(",30"))
    #expect(csv.status == 0)
    let text = try offcirc("merge", "a", "b", "--output", "all.dat")
    #expect(
      text.errors.contains(
        "30 seconds later. The journals of both stations decide the order."))
    #expect(text.status == 0)
  }
}
