import Testing

@testable import Offload

@Suite struct DocumentTests {
  private let document = Document(
    title: "Upload", language: "en",
    blocks: [
      .heading("Before"),
      .paragraph(
        "Choose the circulation desk <Main & Annexe> first; all that is uploaded counts as done there."
      ),
      .steps(["Choose the file.", "Look at the report."]),
      .points(["One.", "Two."]),
      .table(
        head: ["Line", "Message"],
        rows: [
          ["18", "Item not found."],
          [
            "19",
            "Return item failed, item was not on loan, which is counted as a use in house.",
          ],
        ]),
    ])

  @Test func textFitsEightyColumns() {
    #expect(
      document.text == """
        Upload
        ======

        Before
        ------

        Choose the circulation desk <Main & Annexe> first; all that is uploaded counts
        as done there.

        [ ] 1.  Choose the file.
        [ ] 2.  Look at the report.

          - One.
          - Two.

        Line  Message
        ----  --------------------------------------------------------------------------
        18    Item not found.
        19    Return item failed, item was not on loan, which is counted as a use in
              house.

        """)
  }

  @Test func noLineBeginsWithAColonOrEndsWithAQuote() {
    let word = String(repeating: "x", count: 74)
    let page = Document(
      title: "A : b", language: "fr",
      blocks: [.paragraph("\(word) mots : « ici » ; là.")])
    #expect(page.text.hasSuffix("\n\(word)\nmots : « ici » ; là.\n"))
    #expect(page.html.contains("mots\u{a0}: «\u{a0}ici\u{a0}»\u{a0}; là."))
  }

  @Test func htmlCarriesEveryWordAndNoMarkupOfTheText() {
    let html = document.html
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(html.contains("<h1>Upload</h1>"))
    #expect(html.contains("<h2>Before</h2>"))
    #expect(html.contains("&lt;Main &amp; Annexe&gt; first"))
    #expect(
      html.contains(
        "<li>Choose the file.</li>\n<li>Look at the report.</li>"))
    #expect(html.contains("<ul>\n<li>One.</li>\n<li>Two.</li>\n</ul>"))
    #expect(html.contains("<tr><th>Line</th><th>Message</th></tr>"))
    #expect(html.contains("<tr><td>18</td><td>Item not found.</td></tr>"))
  }
}
