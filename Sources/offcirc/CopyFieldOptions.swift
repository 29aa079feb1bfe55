import ArgumentParser
import Catalogue
import Languages
import Textbooks

/// The options for the values of copies; an empty one takes a value away.
struct CopyFieldOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.copyTitle, .words)) var title: String?
  @Option(help: ArgumentHelp(.copyAuthor, .words)) var author: String?
  @Option(help: ArgumentHelp(.callNumber, .words)) var callNumber: String?
  @Option(help: ArgumentHelp(.copyStatus, .number)) var status: Int?
  @Option(help: ArgumentHelp(.copyPrice, valueName: "27.90"))
  var price: String?
  @Option(help: ArgumentHelp(.copyFee, valueName: "9.30")) var fee: String?
  @Option(help: ArgumentHelp(.twoYear, valueName: "yes|no"))
  var twoYear: Truth?
  @Option(help: ArgumentHelp(.copyNotForLoan, valueName: "yes|no"))
  var notForLoan: Truth?
  @Option(help: ArgumentHelp(.section, .words)) var section: String?
  @Option(help: ArgumentHelp(.location, .words)) var location: String?
  @Option(help: ArgumentHelp(.owner, .words)) var owner: String?
  @Option(help: ArgumentHelp(.support, .words)) var support: String?
  @Option(help: ArgumentHelp(.firstYear, valueName: "2026"))
  var year: String?
  @Option(help: ArgumentHelp(.parts, valueName: "2")) var parts: String?
  @Option(help: ArgumentHelp(.copyNote, .words)) var note: String?

  func validate() throws {
    if title?.allSatisfy(\.isWhitespace) == true {
      throw ValidationError(.needsTitle)
    }
    for (name, value) in [("--price", price), ("--fee", fee)] {
      if let value, !value.isEmpty, Money(value) == nil {
        throw ValidationError(.notAnAmount(value, of: name))
      }
    }
  }

  /// The values that are given, by their fields.
  var values: [ListField: String] {
    let texts: [ListField: String?] = [
      .title: title, .author: author, .callNumber: callNumber,
      .status: status.map { String($0) }, .price: price.map(Self.amount),
      .fee: fee.map(Self.amount), .twoYear: twoYear?.rawValue,
      .notForLoan: notForLoan?.rawValue, .section: section,
      .location: location, .owner: owner, .support: support, .year: year,
      .parts: parts, .itemNote: note,
    ]
    return texts.compactMapValues(\.self)
  }

  private static func amount(_ text: String) -> String {
    Money(text)?.text ?? text
  }
}

extension [ListField: String] {
  /// The fields that belong to the title, and so to all its copies.
  static let ofTitle: Set<ListField> = [
    .title, .author, .price, .fee, .twoYear,
  ]

  /// The values that belong to the title.
  var ofTitle: Self { filter { Self.ofTitle.contains($0.key) } }

  /// Adds what follows from a state: its label, and if it may be lent.
  mutating func add(_ status: CopyStatus, _ words: any Words) {
    self[.status] = String(status.id)
    self[.statusLabel] = words.label(of: status)
    if self[.notForLoan] == nil {
      self[.notForLoan] = (status.isLendable ? Truth.no : .yes).rawValue
    }
  }
}

extension Item {
  /// Sets values that flaws may be in.
  mutating func set(_ values: [ListField: String]) {
    func text(_ field: ListField, _ known: String?) -> String? {
      values[field].map { $0.isEmpty ? nil : $0 } ?? known
    }
    title = text(.title, title)
    author = text(.author, author)
    callNumber = text(.callNumber, callNumber)
    support = text(.support, support)
    price = text(.price, price)
    fee = text(.fee, fee)
    status = values[.status].flatMap { Int($0) } ?? status
    statusLabel = text(.statusLabel, statusLabel)
  }
}
