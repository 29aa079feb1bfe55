import Textbooks
import Typesetting

extension French {
  private var formulas: FormulaWords {
    FormulaWords(
      of: "de", roundedUp: "à l'euro supérieur",
      belowZero: "ne dépasse pas zéro :", decimalSign: ",", blank: "\u{a0}")
  }

  // MARK: Errors

  func clause(_ flaw: StatusLabelFlaw) -> String {
    switch flaw {
    case .form(let text):
      "« \(text.quotable) » n'est pas un numéro et un libellé. Écrivez-les comme \"3 = un peu usé\"."
    case .number(let id):
      "\(id) ne peut pas être le numéro d'un état. Écrivez un nombre de \(CopyStatus.ids.lowerBound) à \(CopyStatus.ids.upperBound)."
    case .slash(let label):
      "le libellé « \(label.quotable) » contient une barre oblique, où PMB-Manuels coupe ses lettres. Utilisez un autre signe."
    case .long(let label):
      "le libellé « \(label.quotable) » est trop long : \(StatusLabel.maximumLength) caractères au plus."
    case .repeated(let text):
      "« \(text.quotable) » a le numéro ou le libellé d'un autre état. Changez l'un des deux."
    }
  }

  func clause(_ flaw: ChargeRuleFlaw) -> String {
    switch flaw {
    case .form(let text):
      "« \(text.quotable) » n'est pas une règle. Écrivez DÉBUT -> FIN = MONTANT, par exemple \"1-2 -> 3 = fee\"."
    case .state(let id):
      "l'état \(id) ne donne jamais d'amende. Utilisez les états \(CopyStatus.graded.lowerBound) à \(CopyStatus.graded.upperBound)."
    case .charge(let text):
      "« \(text.quotable) » n'est pas un montant. Écrivez free, ask, fee, price, une part comme 60 %, 1/3 ou 20 % a grade, ou une somme comme 5.00."
    case .notWorse(let text):
      "dans « \(text.quotable) », aucun état ne se dégrade. Écrivez d'abord le meilleur état."
    }
  }

  // MARK: Values

  func label(of status: CopyStatus) -> String {
    if let label = status.label { return label.printable }
    return switch status.id {
    case 1: "neuf"
    case 2: "en bon état"
    case 3: "un peu abîmé"
    case 4: "inutilisable"
    case 5: "perdu"
    case 6: "à supprimer"
    default: "indéterminé"
    }
  }

  func amount(_ money: Money) -> String { formulas.amount(money) }

  func name(of state: Fine.State) -> String {
    switch state {
    case .provisional: "provisoire"
    case .final: "à payer"
    case .paid: "payée"
    case .waived: "exonérée"
    case .void: "sans objet"
    }
  }

  func reason(_ derivation: Derivation, on scale: StatusScale) -> String {
    func named(_ id: Int) -> String {
      scale[id].map { "\(id) (\(label(of: $0)))" } ?? String(id)
    }
    return switch derivation {
    case .costsNothing(let end):
      "l'état \(named(end)) ne donne jamais d'amende"
    case .unchanged: "même état qu'au début"
    case .better(let start, let end):
      "meilleur état qu'au début (\(start), puis \(end)) : vérifiez l'exemplaire"
    case .free(let end):
      "le tarif ne prévoit pas d'amende pour l'état \(named(end))"
    case .allowed(let grades, let years):
      "\(counting(grades, "degré")) d'usure en \(counting(years, "an")) : usure normale"
    case .fixed(let money): "forfait : \(amount(money))"
    case .fee(let money): "amende du titre : \(amount(money))"
    case .feeOfPrice(let share, let price):
      "amende : "
        + formulas.part(share, of: price, is: derivation.amount ?? .zero)
    case .price(let part): reason(part)
    case .asked(let question): reason(question, named)
    }
  }

  private func reason(_ part: PriceShare) -> String {
    var beginning =
      part.year.map { "\($0)\($0 == 1 ? "re" : "e") année : " } ?? ""
    if let due = part.dueGrades {
      beginning +=
        "\(counting(due + part.freeGrades, "degré")) d'usure, dont \(counting(part.freeGrades, "gratuit")) : "
    }
    return beginning
      + (formulas.formula(part) ?? "prix du titre : \(amount(part.amount))")
  }

  private func reason(
    _ question: Derivation.Question, _ named: (Int) -> String
  ) -> String {
    switch question {
    case .noStart: "état au début inconnu : fixez le montant"
    case .start(let id): "état \(named(id)) au début : fixez le montant"
    case .change(let start, let end):
      "de \(named(start)) à \(named(end)) : fixez le montant"
    case .noPrice: "prix inconnu : fixez le montant"
    case .noFee: "amende du titre inconnue : fixez le montant"
    case .noYear: "année de mise en circulation inconnue : fixez le montant"
    }
  }
}
