import Textbooks

/// Papers that a command makes, before they are laid out.
package enum Printout: Hashable, Sendable {
  /// A paper for each pupil, or for the class.
  case papers([Paper])
  /// The bar codes of a class.
  case contactSheet(ContactSheet)
  /// A label for each copy.
  case labels([LoanLabel], on: LabelSheet, skipping: Int)

  /// Creates the papers of a request in a language.
  package init(_ request: PaperRequest, _ words: any PaperWords) {
    let writer = PaperWriter(request, words)
    switch request.kind {
    case .receipt: self = .papers(request.accounts.compactMap(writer.receipt))
    case .statement:
      self = .papers(request.accounts.compactMap(writer.statement))
    case .reminder:
      self = .papers(request.accounts.compactMap(writer.reminder))
    case .classList: self = .papers([writer.classList].compactMap(\.self))
    case .contactSheet: self = .contactSheet(writer.contactSheet)
    case .loanLabels:
      self = .labels(
        request.accounts.flatMap(writer.labels), on: request.labels,
        skipping: request.skippedLabels)
    }
  }

  /// True if there is nothing to print.
  package var isEmpty: Bool {
    switch self {
    case .papers(let papers): papers.isEmpty
    case .contactSheet(let sheet): sheet.entries.isEmpty
    case .labels(let labels, _, _): labels.isEmpty
    }
  }

  /// The papers as plain text, each of them apart.
  package var texts: [String] {
    switch self {
    case .papers(let papers): papers.map(\.text)
    case .contactSheet(let sheet): [sheet.text]
    case .labels(let labels, _, _): [labels.map(\.text).joined(separator: "\n")]
    }
  }

  /// Lays out the papers on pages of A4.
  ///
  /// - Parameters:
  ///   - ruler: the measure of their texts.
  ///   - words: the words for the numbers of pages.
  /// - Returns: the pages, and the number of numbers that are too long for a
  ///   bar code.
  /// - Throws: ``DrawingError`` if a library is missing.
  package func pages(
    _ ruler: Ruler, _ words: any PaperWords
  ) throws(DrawingError) -> (pages: [PrintedPage], withoutCode: Int) {
    switch self {
    case .papers(let papers):
      var pages: [PrintedPage] = []
      var withoutCode = 0
      for paper in papers {
        let layout = try PaperLayout(
          of: paper, ruler, pageNumber: words.page(_:of:))
        pages += layout.pages
        if layout.lacksCode { withoutCode += 1 }
      }
      return (pages, withoutCode)
    case .contactSheet(let sheet):
      return try sheet.pages(ruler, pageNumber: words.page(_:of:))
    case .labels(let labels, let sheet, let skipped):
      return try sheet.pages(of: labels, skipping: skipped, ruler)
    }
  }
}
