import Testing

@testable import Offload

/// Pages with boxes, as on paper so on the screen.
@Suite struct TickPageTests {
  @Test func aPageThatWasWrittenAsTextIsReadAsItWas() {
    let long = (1...40).map { "word\($0)" }.joined(separator: " ")
    let document = Document(
      title: "Upload to Alma: checklist", language: "en",
      blocks: [
        .paragraph("Kit /kit. " + long), .heading("Before"),
        .steps(["Alma is back.", long]), .points(["One.", long]),
        .heading(long), .steps((1...12).map { "Step \($0)." }),
      ])
    #expect(Document(text: document.text, language: "en") == document)
  }

  @Test func everyStepAndEveryLineOfATableHasItsBox() {
    let page = TickPage(
      Document(
        title: "Worklist", language: "en",
        blocks: [
          .steps(["One.", "Two."]), .points(["A remark."]),
          .table(head: ["Line", "Item"], rows: [["3", "37"], ["12", "38"]]),
        ]), named: "x")
    #expect(page.boxCount == 4)
    #expect(
      page.rows == [
        .heading("Worklist"), .box(1, "1. One."), .box(2, "2. Two."),
        .text("– A remark."), .text("Line\u{a0}\u{a0}Item"),
        .box(3, "3\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}37"),
        .box(4, "12\u{a0}\u{a0}\u{a0}\u{a0}38"),
      ])
  }

  @Test func onlyTheNotesInTablesAreCopied() {
    let table = Document.Block.table(
      head: ["Item", "Note"], rows: [["37", "Lent"], ["38", "Lent again"]])
    let document = Document(
      title: "Worklist", language: "en",
      blocks: [
        .steps(["One."]), table,
        .table(head: ["Item", "Date"], rows: [["39", "30 May"]]),
      ])
    #expect(
      TickPage(document, named: "x", notesIn: "Note").notes
        == [2: "Lent", 3: "Lent again"])
    #expect(TickPage(document, named: "x").notes.isEmpty)
  }

  @Test func aPageWithoutAnythingIsRead() {
    #expect(
      Document(text: "", language: "en") == Document(title: "", language: "en"))
  }

  @Test func aPartThatChangesLosesItsTicksAndTheOthersKeepTheirs() {
    func parts(_ steps: [String]) -> [TickPage] {
      TickPage.parts(
        of: Document(
          title: "To do", language: "en",
          blocks: [
            .paragraph("Take it along."), .heading("Central"),
            .steps(["Archive it."]), .heading("Annexe"), .steps(steps),
          ]))
    }
    let before = parts(["Save.", "Archive it."])
    let after = parts(["Archive it."])
    #expect(before.map(\.boxCount) == [0, 1, 2])
    #expect(before[1].rows.first == .heading("Central"))
    #expect(before[0].name == after[0].name)
    #expect(before[1].name == after[1].name)
    #expect(before[2].name != after[2].name)
  }
}
