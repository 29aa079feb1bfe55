import Sheet
import Textbooks
import Typesetting

extension French {
  // MARK: On the papers

  func title(of kind: PaperKind) -> String {
    switch kind {
    case .receipt: "Reçu de manuels"
    case .statement: "Bilan des manuels"
    case .classList: "Manuels de la classe"
    case .contactSheet: "Codes-barres des élèves"
    case .loanLabels: "Étiquettes de prêt"
    case .reminder: "Manuels : rappel"
    }
  }

  func schoolClass(_ name: String) -> String { "classe \(name)" }

  func name(of year: SchoolYear) -> String {
    "Année scolaire \(years(of: year))"
  }

  func years(of year: SchoolYear) -> String {
    "\(year.first)-\(year.first + 1)"
  }

  func head(of column: PaperColumn) -> String {
    switch column {
    case .copy: "Exemplaire"
    case .title: "Titre"
    case .state: "État"
    case .price: "Prix"
    case .lent: "Prêté le"
    case .returned: "Rendu le"
    case .start: "Au début"
    case .end: "À la fin"
    case .amount: "Montant"
    case .stage: "Étape"
    case .pupil: "Élève"
    case .number: "Numéro"
    case .count: "Exemplaires"
    case .titles: "Titres"
    }
  }

  func heading(of part: PaperPart) -> String {
    switch part {
    case .returned: "Exemplaires rendus"
    case .returnedOrLost: "Exemplaires rendus ou perdus"
    case .out: "Exemplaires non rendus"
    case .fines: "Amendes"
    case .titles: "Exemplaires par titre"
    }
  }

  var unknownState: String { "inconnu" }

  func copies(_ count: Int) -> String { counting(count, "exemplaire") }

  func receiptText(dueOn day: String?) -> String {
    "J'ai reçu ces exemplaires dans l'état indiqué. Je les rendrai "
      + (day.map { "au plus tard le \($0)." } ?? "à la fin du prêt.")
  }

  var signatureLines: [String] { ["Lieu et date", "Signature"] }

  var kept: String { "Gardé une deuxième année" }

  var allIsBack: String { "Tous les exemplaires ont été rendus." }

  func sums(due: Money, undecided: Int, paid: Money) -> String {
    "À payer : \(amount(due))."
      + (undecided == 0 ? "" : " À fixer : \(counting(undecided, "montant")).")
      + (paid > .zero ? " Payé : \(amount(paid))." : "")
  }

  func toParents(of name: String) -> String {
    "Aux responsables légaux de l'élève \(name)"
  }

  func reminderText(dueOn day: String?) -> String {
    day.map {
      "Ces exemplaires devaient être rendus au plus tard le \($0). Ils ne l'ont pas été."
    } ?? "Ces exemplaires n'ont pas été rendus."
  }

  func reminderRequest(hasCopies: Bool, hasFines: Bool) -> String {
    switch (hasCopies, hasFines) {
    case (true, true):
      "Merci de rendre les exemplaires et de régler les amendes. Si un exemplaire est perdu, prévenez l'établissement."
    case (true, false):
      "Merci de rendre les exemplaires. Si un exemplaire est perdu, prévenez l'établissement."
    default: "Merci de régler les amendes."
    }
  }

  func classSummary(pupils: Int, holding: Int, copies: Int) -> String {
    "\(counting(pupils, "élève")), dont \(counting.digits(holding)) avec des manuels : \(self.copies(copies))"
  }

  func page(_ number: Int, of count: Int) -> String {
    "Page \(number) sur \(count)"
  }

  // MARK: About making them

  func written(_ path: String, pages: Int) -> String {
    "\(counting(pages, "page")) dans \(path.printable)."
  }

  func nothingToPrint(_ kind: PaperKind) -> String {
    let why =
      switch kind {
      case .receipt, .loanLabels: "Aucun exemplaire n'est prêté."
      case .statement: "Ni prêt, ni retour, ni amende cette année scolaire."
      case .classList, .contactSheet: "La classe n'a pas d'élève."
      case .reminder:
        "Aucun exemplaire n'est en retard, aucune amende n'est à régler."
      }
    return "Rien à imprimer. \(why)"
  }

  func notDueYet(_ day: String) -> String {
    "Les exemplaires sont à rendre le \(day). D'ici là, les lettres ne concernent que les amendes."
  }

  func noSuchClass(_ name: String, all: [String]) -> String {
    "Aucune classe ne s'appelle « \(name.quotable) ». Les classes : \(counting.list(all.map(\.printable), .and, maximum: 100))."
  }

  func withoutCode(_ count: Int) -> String {
    counting.form(
      of: count,
      "1 numéro est trop long pour un code-barres. Il est imprimé sans code.",
      "\(counting.digits(count)) numéros sont trop longs pour un code-barres. Ils sont imprimés sans code."
    )
  }

  // MARK: Help

  /// The paragraphs about the command.
  var papersHelp: String {
    """
    IMPRIMÉ est l'un de ceux-ci :
      receipt : exemplaires prêtés, états et prix, à signer
      statement : exemplaires rendus, amendes, exemplaires non rendus
      class-list : élèves d'une classe et leurs titres
      contact-sheet : codes-barres d'une classe, pour un poste sans cartes
      loan-labels : une étiquette par exemplaire, avec élève et titre
      reminder : lettre sur les exemplaires en retard et les amendes

    Noms et classes viennent du catalogue, dans la mesure où il les conserve. \
    FICHIER est réservé à son propriétaire, et remplace un fichier présent. \
    Voir offcirc guide school.

    Code de sortie :
      0   terminé
      1   rien à imprimer, ou classe inconnue : aucun fichier
      64  commande mal écrite
      74  erreur d'entrée ou de sortie
    """
  }
}
