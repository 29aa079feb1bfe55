import Tables
import Testing

@testable import Offload

@Suite struct CSVTests {
  @Test func fieldsAreQuotedWhereTheyNeedIt() {
    #expect(
      CSV.row(["a", "b,c", "say \"no\"", "d\ne", ""])
        == "a,\"b,c\",\"say \"\"no\"\"\",\"d\ne\",\r\n")
  }

  @Test func aRowIsAnObjectOfAllNamesOrARecord() {
    let row: OutputRow = [
      "text": .text("=1+1"), "number": .number(7), "flag": .flag(true),
      "list": .list([.text("a"), .row(["b": .text("b/c"), "d": .missing])]),
      "none": .missing,
    ]
    #expect(
      row.json == #"{"flag":true,"list":["a",{"b":"b/c","d":null}],"#
        + #""none":null,"number":7,"text":"=1+1"}"#)
    #expect(
      row.csvWithHeader == "text,number,flag,list,none\r\n"
        + "\"\t=1+1\",7,true,a b/c ,\r\n")
  }

  @Test(arguments: ["=1", "+1", "-1", "@A1"])
  func noFieldIsAFormula(_ field: String) {
    #expect(CSV.withoutFormula(field) == "\t" + field)
  }

  @Test(arguments: ["", "012345", "1E5", "MAR1", "a=b"])
  func whatIsNotAFormulaIsNotAltered(_ field: String) {
    #expect(CSV.withoutFormula(field) == field)
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
