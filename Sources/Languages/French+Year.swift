import Circulation
import Station
import Terminal
import Textbooks
import Typesetting

extension French {
  var missingHeadings: [String] {
    ["Classe", "Lecteur", "Exemplaire", "Depuis", "Titre"]
  }

  var nothingMissing: String { "Tous les exemplaires sont revenus." }

  func missing(_ count: Int, readerCount: Int) -> String {
    "Manquants : \(counting(count, "exemplaire")), \(counting(readerCount, "lecteur"))."
  }

  var noSwaps: String {
    "Personne n'a rendu l'exemplaire de quelqu'un d'autre."
  }

  var swapped: String { "Échangés, donc personne ne doit rien :" }

  var swapPairHeadings: [String] {
    ["Classe", "Lecteur", "A rendu", "Autre lecteur", "A rendu", "Titre"]
  }

  var broughtForOthers: String { "Rendus pour quelqu'un d'autre :" }

  var swapSingleHeadings: [String] {
    ["Classe", "Lecteur", "A rendu", "Prêté à", "A encore", "Titre"]
  }

  func wearHeadings(by grouping: WearTable.Grouping) -> [String] {
    let name =
      switch grouping {
      case .year: "Année"
      case .title: "Titre"
      }
    return [
      name, "Exemplaires", "Prêts", "Usure", "Perdus", "À supprimer", "",
    ]
  }

  func wearLegend(_ block: Character) -> String {
    "Usure, \(block) : changement d'état moyen par prêt, sans les pertes."
  }

  var noCopies: String {
    "Ni les journaux ni le catalogue n'ont d'exemplaire."
  }

  var decimalSign: String { "," }

  func closingSteps(
    _ closing: Closing, unsavedCount: Int, yearOfNewCopies: Int?
  ) -> [String] {
    func fines(_ fines: [Fine]) -> String {
      let sum = fines.compactMap(\.amount?.cents).reduce(0, +)
      return "\(counting(fines.count, "amende")), \(amount(Money(cents: sum)))"
    }
    let steps: [(count: Int, done: String, toDo: String)] = [
      (
        unsavedCount, "Toutes les transactions sont sauvegardées.",
        "\(counting(unsavedCount, "transaction")) à sauvegarder : offcirc save."
      ),
      (
        closing.missing.count, nothingMissing,
        "\(counting(closing.missing.count, "exemplaire manquant", "exemplaires manquants")) : offcirc missing, puis offcirc closing --date JOUR."
      ),
      (
        closing.toDecide.count, "Toutes les sommes sont fixées.",
        "\(counting(closing.toDecide.count, "montant")) à fixer : offcirc fines --open."
      ),
      (
        closing.provisional.count, "Aucune amende provisoire.",
        "À rendre définitif : \(fines(closing.provisional)). Lancez offcirc closing --final."
      ),
      (
        closing.unpaid.count, "Aucune amende impayée.",
        "Impayé : \(fines(closing.unpaid)). Voir offcirc fines --open."
      ),
      (
        closing.toDeleteCount, "Aucun exemplaire à supprimer.",
        "\(counting(closing.toDeleteCount, "exemplaire")) à supprimer (état \(CopyStatus.toDelete))."
      ),
      (
        yearOfNewCopies == closing.nextYear ? 0 : 1,
        "Les nouveaux exemplaires sont de \(closing.nextYear).",
        "Nouveaux exemplaires : réglez year = \(closing.nextYear) sous [textbooks]."
      ),
    ]
    let late = closing.backTooLate.map(\.item.printable)
    return steps.map { $0.count == 0 ? "[x] \($0.done)" : "[ ] \($0.toDo)" }
      + (late.isEmpty
        ? []
        : [
          "[ ] Revenus après la clôture : \(counting.list(late, .and, maximum: 10)). L'amende reste, sauf avec offcirc fines waive."
        ])
      + [
        "[ ] Nouvelles classes : offcirc catalogue import FICHIER --kind borrowers --preview, puis sans --preview."
      ]
  }

  func dateToCome(_ day: LocalTime) -> String {
    "Aucune amende notée. Le \(dates.day(day)) n'est pas encore passé."
  }

  func notReturned(by day: LocalTime, because reason: String) -> String {
    "non rendu au \(dates.day(day)) : \(reason)"
  }

  func notCharged(_ count: Int) -> String {
    "\(counting(count, "amende laissée", "amendes laissées")) de côté : le montant ou le nom de l'élève n'est pas connu. Voir offcirc fines --open."
  }

  var nothingToCharge: String { "Aucune amende à noter." }

  func toCharge(_ charges: [FineCharge]) -> String {
    let isFinal = charges.contains(where: \.isFinal)
    let what =
      isFinal
      ? counting(charges.count, "amende définitive", "amendes définitives")
      : counting(charges.count, "amende provisoire", "amendes provisoires")
    return "\(what) à noter :"
  }

  func line(of charge: FineCharge) -> String {
    let sum = charge.cents.map { amount(Money(cents: $0)) } ?? "?"
    return
      "  \(charge.borrower.text)  \(charge.item.text)  \(sum)  \(charge.reason.printable)"
  }

  var chargeQuestion: String {
    "Les noter ? Tapez oui, puis \(name(of: Key.enter)) : "
  }

  var nothingCharged: String {
    "Aucune amende notée. Pour les noter sans question, ajoutez --yes."
  }

  func charged(_ count: Int) -> String {
    "\(counting(count, "amende notée", "amendes notées"))."
  }

  func noSuchState(_ status: Int, on scale: StatusScale) -> String {
    let states = scale.statuses.map { "\($0.id) \(label(of: $0))" }
    return
      "L'échelle n'a pas d'état \(status). Elle a : \(counting.list(states, .and))."
  }
}
