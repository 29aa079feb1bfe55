import Textbooks
import Typesetting

extension English {
  private var formulas: FormulaWords {
    FormulaWords(
      of: "of", roundedUp: "rounded up", belowZero: "is not above zero:",
      decimalSign: ".", blank: " ")
  }

  // MARK: Errors

  func clause(_ flaw: StatusLabelFlaw) -> String {
    switch flaw {
    case .form(let text):
      "\(text.quotable) is not a number and a label. Write them like \"3 = a bit worn\"."
    case .number(let id):
      "\(id) cannot be the number of a state. Use a number from \(CopyStatus.ids.lowerBound) to \(CopyStatus.ids.upperBound)."
    case .slash(let label):
      "the label \(label.quotable) contains a slash, at which PMB-Manuels cuts its letters. Use another sign."
    case .long(let label):
      "the label \(label.quotable) is too long. Use at most \(StatusLabel.maximumLength) characters."
    case .repeated(let text):
      "\(text.quotable) has the number or the label of another state. Change one of them."
    }
  }

  func clause(_ flaw: ChargeRuleFlaw) -> String {
    switch flaw {
    case .form(let text):
      "\(text.quotable) is not a rule. Write START -> END = CHARGE, such as \"1-2 -> 3 = fee\"."
    case .state(let id):
      "state \(id) never leads to a fine. Use states \(CopyStatus.graded.lowerBound) to \(CopyStatus.graded.upperBound)."
    case .charge(let text):
      "\(text.quotable) is not a charge. Use free, ask, fee, price, a share such as 60 %, 1/3 or 20 % a grade, or an amount such as 5.00."
    case .notWorse(let text):
      "in \(text.quotable), no state gets worse. Write the better state first."
    }
  }

  // MARK: Values

  func label(of status: CopyStatus) -> String {
    if let label = status.label { return label.printable }
    return switch status.id {
    case 1: "new"
    case 2: "good"
    case 3: "slightly damaged"
    case 4: "unusable"
    case 5: "lost"
    case 6: "to be deleted"
    default: "undetermined"
    }
  }

  func amount(_ money: Money) -> String { formulas.amount(money) }

  func name(of state: Fine.State) -> String {
    switch state {
    case .provisional: "provisional"
    case .final: "due"
    case .paid: "paid"
    case .waived: "waived"
    case .void: "void"
    }
  }

  func reason(_ derivation: Derivation, on scale: StatusScale) -> String {
    func named(_ id: Int) -> String {
      scale[id].map { "\(id) (\(label(of: $0)))" } ?? String(id)
    }
    return switch derivation {
    case .costsNothing(let end): "state \(named(end)) never leads to a fine"
    case .unchanged: "same state as at the start"
    case .better(let start, let end):
      "better than at the start (\(start), now \(end)): check the copy"
    case .free(let end): "the tariff has no fine for state \(named(end))"
    case .allowed(let grades, let years):
      "\(counting(grades, "grade")) worse in \(counting(years, "year")): normal wear"
    case .fixed(let money): "fixed amount: \(amount(money))"
    case .fee(let money): "fee of the title: \(amount(money))"
    case .feeOfPrice(let share, let price):
      "fee: "
        + formulas.part(share, of: price, is: derivation.amount ?? .zero)
    case .price(let part): reason(part)
    case .asked(let question): reason(question, named)
    }
  }

  private func reason(_ part: PriceShare) -> String {
    var beginning = part.year.map { "\(ordinal($0)) year: " } ?? ""
    if let due = part.dueGrades {
      beginning +=
        "\(counting(due + part.freeGrades, "grade")) worse, \(part.freeGrades) free: "
    }
    return beginning
      + (formulas.formula(part)
        ?? "price of the title: \(amount(part.amount))")
  }

  private func reason(
    _ question: Derivation.Question, _ named: (Int) -> String
  ) -> String {
    switch question {
    case .noStart: "unknown state at the start: decide the amount"
    case .start(let id):
      "state \(named(id)) at the start: decide the amount"
    case .change(let start, let end):
      "from \(named(start)) to \(named(end)): decide the amount"
    case .noPrice: "unknown price: decide the amount"
    case .noFee: "unknown fee of the title: decide the amount"
    case .noYear: "unknown year of first circulation: decide the amount"
    }
  }

  private func ordinal(_ number: Int) -> String {
    switch (number % 100, number % 10) {
    case (11...13, _): "\(number)th"
    case (_, 1): "\(number)st"
    case (_, 2): "\(number)nd"
    case (_, 3): "\(number)rd"
    default: "\(number)th"
    }
  }
}
