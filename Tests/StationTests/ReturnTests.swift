import Circulation
import Terminal
import Testing

@testable import Station

/// Return mode: the item alone.
struct ReturnTests {
  @Test func f3GoesToReturnAndBack() throws {
    let desk = try DeskSession()
    desk.press(.function(3))
    #expect(desk.station.desk.operation == .return)
    #expect(desk.focus == .item)
    #expect(!desk.station.isEnabled(.borrower))
    #expect(desk.place(of: "(•) Return") != nil)
    #expect(desk.place(of: "Return Enter") != nil)
    desk.scan("d293004279")
    #expect(try desk.journal == ["return d293004279"])
    desk.press(.function(3))
    #expect(desk.station.desk.operation == .loan)
    #expect(desk.focus == .borrower)
    #expect(desk.place(of: "(•) Loan") != nil)
  }

  @Test func theBorrowerIsThereAgainAfterReturns() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164", "37000034179")
    desk.press(.function(3))
    desk.scan("d293004279")
    desk.press(.function(3))
    #expect(desk.focus == .item)
    desk.scan("37000034180")
    #expect(
      desk.list == [
        "loan 37000034179 9921000000164", "return d293004279",
        "loan 37000034180 9921000000164",
      ])
  }

  @Test func borrowerTakesNothingInReturnMode() throws {
    let desk = try DeskSession()
    desk.press(.function(3))
    let field = desk.station.layout.fields.borrowerField
    desk.click(column: field.column, row: field.row)
    #expect(desk.focus == .item)
    for _ in 0..<20 {
      desk.press(.tab)
      #expect(desk.focus != .borrower)
    }
    desk.scan("d293004279")
    #expect(desk.borrower.isEmpty)
    #expect(desk.list == ["return d293004279"])
  }

  @Test func clearForgetsTheBorrowerInReturnModeToo() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164")
    desk.press(.function(3), .function(4))
    #expect(desk.borrower.isEmpty)
    #expect(desk.focus == .item)
    desk.scan("d293004279")
    desk.press(.function(3))
    #expect(desk.focus == .borrower)
  }

  @Test func theChoiceTakesArrowsEnterAndBlank() throws {
    let desk = try DeskSession()
    func atChoice(_ key: Key) {
      while desk.focus != .operation { desk.press(.backTab) }
      desk.press(key)
    }
    for (key, operation) in [
      (Key.right, "Return"), (.left, "Loan"), (.enter, "Return"),
      (.character(" "), "Loan"), (.left, "Loan"), (.right, "Return"),
    ] {
      atChoice(key)
      #expect(desk.place(of: "(•) \(operation)") != nil)
    }
  }

  @Test func aReturnNeedsOnlyItsItem() throws {
    let desk = try DeskSession()
    desk.press(.function(3))
    #expect(!desk.station.isEnabled(.record))
    desk.type("d")
    #expect(desk.station.isEnabled(.record))
    desk.press(.alt("r"))
    #expect(desk.list == ["return d"])
  }
}
