import Sheet
import Textbooks
import Typesetting

extension English {
  // MARK: On the papers

  func title(of kind: PaperKind) -> String {
    switch kind {
    case .receipt: "Receipt for textbooks"
    case .statement: "Statement of textbooks"
    case .classList: "Textbooks of the class"
    case .contactSheet: "Reader barcodes"
    case .loanLabels: "Loan labels"
    case .reminder: "Textbooks: reminder"
    }
  }

  func schoolClass(_ name: String) -> String { "class \(name)" }

  func name(of year: SchoolYear) -> String {
    "School year \(years(of: year))"
  }

  func years(of year: SchoolYear) -> String {
    "\(year.first)–\(year.first + 1)"
  }

  func head(of column: PaperColumn) -> String {
    switch column {
    case .copy: "Copy"
    case .title: "Title"
    case .state: "State"
    case .price: "Price"
    case .lent: "Lent on"
    case .returned: "Returned on"
    case .start: "At the start"
    case .end: "At the end"
    case .amount: "Amount"
    case .stage: "Stage"
    case .pupil: "Pupil"
    case .number: "Number"
    case .count: "Copies"
    case .titles: "Titles"
    }
  }

  func heading(of part: PaperPart) -> String {
    switch part {
    case .returned: "Copies returned"
    case .returnedOrLost: "Copies returned or lost"
    case .out: "Copies not returned"
    case .fines: "Fines"
    case .titles: "Copies of each title"
    }
  }

  var unknownState: String { "unknown" }

  func copies(_ count: Int) -> String { counting(count, "copy", "copies") }

  func receiptText(dueOn day: String?) -> String {
    "I have received these copies in the states listed. I will return them "
      + (day.map { "by \($0)." } ?? "at the end of the loan.")
  }

  var signatureLines: [String] { ["Place and date", "Signature"] }

  var kept: String { "Kept for a second year" }

  var allIsBack: String { "All copies have been returned." }

  func sums(due: Money, undecided: Int, paid: Money) -> String {
    "To pay: \(amount(due))."
      + (undecided == 0 ? "" : " To decide: \(counting(undecided, "amount")).")
      + (paid > .zero ? " Paid: \(amount(paid))." : "")
  }

  func toParents(of name: String) -> String {
    "To the parents or guardians of \(name)"
  }

  func reminderText(dueOn day: String?) -> String {
    let due = day.map { "These copies were due on \($0). They" }
    return "\(due ?? "These copies") have not been returned."
  }

  func reminderRequest(hasCopies: Bool, hasFines: Bool) -> String {
    switch (hasCopies, hasFines) {
    case (true, true):
      "Please return the copies and pay the fines. If a copy is lost, contact the school."
    case (true, false):
      "Please return the copies. If a copy is lost, contact the school."
    default: "Please pay the fines."
    }
  }

  func classSummary(pupils: Int, holding: Int, copies: Int) -> String {
    "\(counting(pupils, "pupil")), \(counting.digits(holding)) with copies: \(self.copies(copies))"
  }

  func page(_ number: Int, of count: Int) -> String {
    "Page \(number) of \(count)"
  }

  // MARK: About making them

  func written(_ path: String, pages: Int) -> String {
    "\(counting(pages, "page")) written to \(path.printable)."
  }

  func nothingToPrint(_ kind: PaperKind) -> String {
    let why =
      switch kind {
      case .receipt, .loanLabels: "No copy is on loan."
      case .statement: "No loans, returns or fines this school year."
      case .classList, .contactSheet: "The class has no pupils."
      case .reminder: "No copy is overdue, and no fine is open."
      }
    return "Nothing to print. \(why)"
  }

  func notDueYet(_ day: String) -> String {
    "The copies are due on \(day). Until then, letters are about fines only."
  }

  func noSuchClass(_ name: String, all: [String]) -> String {
    "No class is called \(name.quotable). The classes are \(counting.list(all.map(\.printable), .and, maximum: 100))."
  }

  func withoutCode(_ count: Int) -> String {
    counting.form(
      of: count,
      "1 number is too long for a barcode. It is printed without one.",
      "\(counting.digits(count)) numbers are too long for a barcode. They are printed without one."
    )
  }

  // MARK: Help

  /// The paragraphs about the command.
  var papersHelp: String {
    """
    PAPER is one of these:
      receipt: copies on loan with states and prices, to be signed
      statement: copies returned, fines, and copies not returned
      class-list: the pupils of a class and their titles
      contact-sheet: the barcodes of a class, for a desk without cards
      loan-labels: a label for each copy, with pupil and title
      reminder: a letter about overdue copies and open fines

    Names and classes come from the catalogue, as far as it keeps them. FILE \
    is made for its owner only, and replaces an existing one. See offcirc \
    guide school.

    Exit status:
      0   done
      1   nothing to print, or an unknown class: no file is made
      64  wrong usage
      74  input or output error
    """
  }
}
