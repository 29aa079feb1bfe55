import Testing

@testable import Offload

@Suite struct CSVTests {
  @Test func fieldsAreQuotedWhereTheyNeedIt() {
    #expect(
      CSV.row(["a", "b,c", "say \"no\"", "d\ne", ""])
        == "a,\"b,c\",\"say \"\"no\"\"\",\"d\ne\",\r\n")
  }

  @Test func nothingInASpreadsheetIsANumberOrAFormula() {
    #expect(
      CSV.row(
        [
          "012345", "=1+1", "+33", "-1", "@SUM(A1)", "1E5", "MAR1", "Loan",
          "TRUE", "faux",
        ].map(CSV.text))
        == "\"\t012345\",\"\t=1+1\",\"\t+33\",\"\t-1\",\"\t@SUM(A1)\",\"\t1E5\",\"\tMAR1\",Loan,\"\tTRUE\",\"\tfaux\"\r\n"
    )
  }
}
