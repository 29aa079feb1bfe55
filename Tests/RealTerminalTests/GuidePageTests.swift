import Settings
import Testing

@testable import offcirc

/// The guides as text for a terminal.
struct GuidePageTests {
  private let page = GuidePage(
    """
    # At the desk

    Scan the card, then each **item**. See `offcirc guide keys`.

    ## Loans

    - First point, which is longer than a narrow line of text.
    - Second point.

    1. Press F4.
    2. Scan the next card, which begins the next borrower.

    | Key | What it does |
    | --- | --- |
    | `F2` | Adds the list to `OffCirc.dat`, which is read later. |
    | F10 | Closes. |

    ```sh
    offcirc check a.dat \\
      b.dat
    ```
    """)

  @Test func itIsLaidOutAsPlainText() {
    #expect(
      page.text(columns: 40) == """
        At the desk
        ===========

        Scan the card, then each item. See
        offcirc guide keys.

        Loans
        -----

          - First point, which is longer than a
            narrow line of text.
          - Second point.

         1. Press F4.
         2. Scan the next card, which begins the
            next borrower.

        Key  What it does
        ---  -----------------------------------
        F2   Adds the list to OffCirc.dat, which
             is read later.
        F10  Closes.

            offcirc check a.dat \\
              b.dat

        """)
    #expect(page.title == "At the desk")
  }

  @Test func aTableThatDoesNotFitIsStacked() {
    let table = GuideTable(
      head: ["Key", "Value", "Default", "Meaning"],
      rows: [
        ["desk", "text in quotes", "", "The name of the desk, for the title."],
        ["bell", "a word", "errors", "When to beep."],
      ])
    #expect(
      table.lines(columns: 40) == [
        "desk", "  Value    text in quotes",
        "  Meaning  The name of the desk, for the", "           title.", "",
        "bell", "  Value    a word", "  Default  errors",
        "  Meaning  When to beep.",
      ])
  }

  @Test(arguments: Guide.allCases, Language.allCases)
  func everyGuideFitsItsTerminal(_ guide: Guide, _ language: Language) {
    for columns in [60, 80] {
      let lines = guide.page(in: language).text(columns: columns)
        .split(separator: "\n")
      #expect(lines.count > 20)
      for line in lines { #expect(line.count <= columns, "\(line)") }
    }
  }

  @Test(arguments: [Guide.outage, .desk], Language.allCases)
  func whatIsPrintedForTheDeskIsOnePage(_ guide: Guide, _ language: Language) {
    let lines = guide.page(in: language).text(columns: 80)
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 60)
  }

  @Test(arguments: Guide.allCases)
  func bothLanguagesSayTheSame(_ guide: Guide) {
    func parts(_ language: Language) -> [String] {
      Markdown.blocks(of: guide.markdown(in: language)).map { block in
        switch block {
        case .heading(let level, _): "heading \(level)"
        case .paragraph: "paragraph"
        case .points(let points): "\(points.count) points"
        case .steps(let steps): "\(steps.count) steps"
        case .table(let head, let rows): "\(rows.count) rows of \(head.count)"
        case .code(let lines): "\(lines.count) lines of code"
        }
      }
    }
    #expect(parts(.english) == parts(.french))
  }

  @Test(arguments: Guide.allCases, Language.allCases)
  func theyUseTheWordsOfTheTrade(_ guide: Guide, _ language: Language) throws {
    let forbidden = try Regex(
      language == .french
        ? #"\b(lisez|remis|en retour|prolong\w+|bibliothécaire)\b"#
        : #"\b((is|are) no|anew|meanwhile|told|handed over|put away)\b"#
    ).ignoresCase()
    // The cells of the tables are words of the program.
    for line in guide.markdown(in: language).split(separator: "\n")
    where !line.hasPrefix("|") {
      #expect(!line.contains(forbidden), "\(line)")
    }
  }
}
