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
}
