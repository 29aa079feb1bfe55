extension Document {
  /// The page as a self-contained HTML document with a print style.
  package var html: String {
    """
    <!DOCTYPE html>
    <html lang="\(language.inHTML)">
    <head>
    <meta charset="utf-8">
    <title>\(title.inHTML)</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <h1>\(title.inHTML)</h1>
    \(blocks.map(\.html).joined())
    </body>
    </html>

    """
  }

  private static let style = #"""
    body { font: 11pt/1.4 sans-serif; max-width: 50em; margin: 2em auto; padding: 0 1em; }
    h1 { font-size: 1.5em; } h2 { font-size: 1.15em; margin: 1.4em 0 .4em; }
    table { border-collapse: collapse; } tr { break-inside: avoid; }
    th, td { border: 1px solid #999; padding: .2em .6em; text-align: left; vertical-align: top; }
    .steps { list-style: none; padding-left: 0; counter-reset: step; }
    .steps li { counter-increment: step; margin: .3em 0; break-inside: avoid; }
    .steps li::before { content: "\2610\00a0" counter(step) ". "; }
    @page { size: A4; margin: 15mm; }
    @media print { body { font-size: 10pt; line-height: 1.3; margin: 0; max-width: none; padding: 0; } }
    """#
}

extension Document.Block {
  /// The block as HTML that ends with a line break.
  fileprivate var html: String {
    switch self {
    case .heading(let title): "<h2>\(title.inHTML)</h2>\n"
    case .paragraph(let text): "<p>\(text.inHTML)</p>\n"
    case .steps(let steps):
      "<ol class=\"steps\">\n\(steps.listed)</ol>\n"
    case .points(let points): "<ul>\n\(points.listed)</ul>\n"
    case .table(let head, let rows):
      """
      <table>
      <thead>\(head.row(of: "th"))</thead>
      <tbody>
      \(rows.map { $0.row(of: "td") + "\n" }.joined())</tbody>
      </table>

      """
    case .chart(let head, let rows):
      """
      <table>
      <thead>\((head + [""]).row(of: "th"))</thead>
      <tbody>
      \(zip(rows, rows.shares).map { $0.html(share: $1) }.joined())</tbody>
      </table>

      """
    }
  }
}

extension Document.Bar {
  /// Returns the row with a bar, drawn as a picture: browsers do not print
  /// backgrounds.
  fileprivate func html(share: Double) -> String {
    let width = Int((160 * share).rounded(.up))
    let fields = cells.map { "<td>\($0.inHTML)</td>" }.joined()
    return
      "<tr>\(fields)<td><svg width=\"160\" height=\"10\"><rect width=\"\(width)\" height=\"10\" fill=\"#444\"/></svg></td></tr>\n"
  }
}

extension [String] {
  /// The texts as items of a list, one a line.
  fileprivate var listed: String {
    map { "<li>\($0.inHTML)</li>\n" }.joined()
  }

  /// Returns the texts as a table's row of such cells.
  fileprivate func row(of cell: String) -> String {
    "<tr>" + map { "<\(cell)>\($0.inHTML)</\(cell)>" }.joined() + "</tr>"
  }
}

extension String {
  /// The text in HTML, whatever it consists of.
  fileprivate var inHTML: String {
    var html = ""
    for scalar in withBoundMarks.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      default: html.unicodeScalars.append(scalar)
      }
    }
    return html
  }

  /// The text with no-break spaces before French punctuation, so that no line
  /// begins with a colon.
  private var withBoundMarks: String {
    replacing(#/ (?=[:;!?»]( |$|[.,)]))/#, with: "\u{a0}")
      .replacing("« ", with: "«\u{a0}")
  }
}
