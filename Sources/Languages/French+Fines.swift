import Circulation
import Textbooks
import Typesetting

extension French {
  var finesHeadings: [String] {
    ["Lecteur", "Exemplaire", "État", "Montant", "Étape"]
  }

  func reason(of fine: Fine, on scale: StatusScale) -> String {
    let decided = fine.isDecided ? fine.amount : nil
    return [
      fine.recordedReason?.printable
        ?? decided.map { "montant fixé : \(amount($0))" }
        ?? fine.derivation.map { reason($0, on: scale) },
      fine.back.map { "revenu le \(dates.day($0))" },
      fine.remark?.printable,
    ].compactMap(\.self).joined(separator: " ; ")
  }

  var noFines: String { "Aucune amende." }

  func total(of fines: [Fine]) -> String {
    let open = fines.filter(\.isOpen)
    let sum = open.compactMap(\.amount?.cents).reduce(0, +)
    let asked = open.count { $0.amount == nil }
    return
      "À régler : \(counting(open.count, "amende")), \(amount(Money(cents: sum)))."
      + (asked == 0 ? "" : " À fixer : \(counting(asked, "montant")).")
  }

  func cameBackBetter(_ items: [String]) -> String {
    "En meilleur état qu'au début du prêt : \(counting.list(items.map(\.printable), .and, maximum: 10)). Vérifiez s'il y a eu un échange ou un état faux."
  }

  var noClasses: String {
    "Le catalogue n'a pas de classes. Importez la liste des lecteurs avec --level classes."
  }

  func finesMayLack(_ journal: String) -> String {
    "\(journal.printable) est abîmé. Des amendes peuvent manquer ou être fausses."
  }

  func noFine(_ id: String) -> String {
    "Aucune amende n'a le numéro \(id.quotable). Pour les numéros : offcirc fines."
  }

  func notOpen(_ fine: Fine) -> String {
    "Rien n'est changé. L'amende \(fine.id.printable) est déjà \(name(of: fine.state))."
  }

  func needsAmount(_ fine: Fine) -> String {
    "Le montant de \(fine.id.printable) n'est pas connu. Indiquez-le avec --amount, par exemple --amount 8.30."
  }

  func settled(
    _ fine: Fine, _ kind: FineSettlement.Kind, _ money: Money?
  ) -> String {
    let what =
      switch kind {
      case .paid: "Payé"
      case .waived: "Exonéré"
      case .void: "Sans objet"
      }
    let sum = money.map { " \(amount($0))" } ?? ""
    return "\(what) :\(sum) pour \(fine.item.printable) (\(fine.id.printable))."
  }
}
