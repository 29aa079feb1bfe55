import Catalogue
import Circulation
import Station
import Typesetting

extension French: ListedWords {
  // MARK: Objections

  var againstHeading: String { "Alertes" }

  func name(of objection: Objection) -> String {
    switch objection {
    case .unknownItem: "exemplaire inconnu"
    case .notForLoan: "exclu du prêt"
    case .onLoan: "en prêt"
    case .requested: "réservé"
    case .lentElsewhere: "prêté dans un autre bureau"
    case .unknownBorrower: "emprunteur inconnu"
    case .blocked: "emprunteur bloqué"
    case .expired: "carte expirée"
    }
  }

  func objection(_ verdict: ListVerdict) -> String {
    "NON enregistré : \(against(verdict)) \(again)"
  }

  func against(_ verdict: ListVerdict) -> String {
    let clauses = verdict.objections.map { clause($0, verdict) }
    return
      "\(verdict.number.quotable) \(counting.list(clauses, .and)) (liste du \(dates.day(verdict.day)))."
  }

  private func clause(_ objection: Objection, _ verdict: ListVerdict) -> String
  {
    switch objection {
    case .unknownItem: "n'est dans aucune liste d'exemplaires"
    case .notForLoan: "est exclu du prêt"
    case .onLoan: "est en prêt" + holder(verdict)
    case .requested: "est réservé"
    case .lentElsewhere: "est prêté dans un autre bureau"
    case .unknownBorrower: "n'est dans aucune liste de lecteurs"
    case .blocked:
      "est bloqué"
        + (verdict.borrower?.block.map {
          $0.isEmpty ? "" : " (\($0.printable.shortened(to: 40)))"
        } ?? "")
    case .expired:
      "a expiré"
        + (verdict.borrower?.expires.map { " (\(dates.day($0)))" } ?? "")
    }
  }

  private func holder(_ verdict: ListVerdict) -> String {
    let name = verdict.holder?.name ?? verdict.loan?.borrower?.text
    return name.map { " (\($0.printable.shortened(to: 40)))" } ?? ""
  }

  // MARK: What was taken

  func dueAbout(_ day: String) -> String {
    "Retour prévu vers le \(dates.day(day))."
  }

  func alert(_ note: String) -> String {
    "Note : \(note.printable.shortened(to: 120))."
  }

  func putAside(_ item: String, day: String) -> String {
    "Mettez \(item.quotable) de côté : il est réservé (liste du \(dates.day(day)))."
  }

  func returned(by holder: String) -> String {
    "Il était chez \(holder.printable.shortened(to: 40))."
  }

  // MARK: Beside numbers

  var titleHeading: String { "Titre" }

  func facts(of borrower: Borrower) -> String {
    [
      borrower.name, borrower.group, borrower.category,
      borrower.expires.map { "valable jusqu'au \(dates.day($0))" },
    ].compactMap { $0?.printable }.joined(separator: " · ")
  }

  // MARK: Look-up

  var lookUpExplanation: String {
    "Scannez l'exemplaire ou la carte. Ou saisissez un numéro ou des mots d'un titre, puis appuyez sur \(key(.choose, in: .lineRoom)). Ce scan n'est pas enregistré. Le suivant l'est."
  }

  var lookUpPrompt: String {
    "Chercher : scannez, ou saisissez un numéro ou un titre."
  }

  func foundItem(_ item: Item) -> String {
    "\(item.number.quotable) trouvé : \(line(of: item)). Le scan suivant est enregistré."
  }

  func foundItems(_ text: String, _ count: Int) -> String {
    "\(text.quotable) trouvé dans \(counting(count, "exemplaire")). Le scan suivant est enregistré."
  }

  var foundItemFooter: String {
    "\(key(.choose, in: .lineRoom)) : la fiche. \(key(.find)) : suivant. \(key(.goBack, in: .lineRoom)) : retour."
  }

  func listedHeading(_ day: String) -> String {
    "Dans les listes du \(dates.day(day)) :"
  }

  func line(of item: Item) -> String {
    let state = [
      item.isNotForLoan == true ? name(of: Objection.notForLoan) : nil,
      item.isOnLoan == true
        ? item.due.map { "en prêt jusqu'au \(dates.day($0))" }
          ?? name(of: .onLoan)
        : nil,
      item.requestCount ?? 0 > 0 ? name(of: .requested) : nil,
    ].compactMap(\.self)
    return ([item.title, item.callNumber].compactMap { $0?.printable } + state)
      .joined(separator: " · ")
  }

  func itemTitle(_ number: String) -> String {
    "Exemplaire \(number.printable)"
  }

  var itemFooter: String {
    "\(key(.amend)) : corriger. \(key(.reader)) : emprunteur. \(key(.goBack, in: .lineRoom)) : retour."
  }

  func hasItem(_ name: String) -> String { "Il est chez \(name.printable)." }

  func heldHeading(_ day: String) -> String {
    "En prêt selon les listes du \(dates.day(day)) :"
  }

  func blocked(_ reason: String) -> String {
    reason.isEmpty ? "Bloqué." : "Bloqué : \(reason.printable)."
  }

  // MARK: The lists

  func withoutLists(_ error: CatalogueError) -> String {
    "Les listes ne sont pas utilisées. Tout est enregistré. \(sentence(error))"
  }

  func listsOf(_ day: String) -> String { "Listes du \(dates.day(day))" }
}
