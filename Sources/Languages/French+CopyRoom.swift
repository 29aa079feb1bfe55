import Catalogue
import Circulation
import Station
import Typesetting

extension French: CopyRoomWords {
  private var open: String { key(.open, in: .copies) }
  private var up: String { key(.levelUp, in: .copies) }
  private var better: String { key(.betterState, in: .copyState) }
  private var worse: String { key(.worseState, in: .copyState) }
  private var mark: String { key(.toDelete, in: .copies) }

  // MARK: The titles

  var copiesTitle: String { "Exemplaires" }

  var copiesPrompt: String {
    "Scannez un exemplaire ou une carte, ou tapez. Aucun prêt n'est enregistré ici."
  }

  var copiesField: String { "Mots ou numéro" }

  func holdings(
    _ titles: Int, shown: Int, copies: Int, toDelete: Int
  ) -> String {
    counting(titles, "titre")
      + (shown < titles
        ? ", dont voici les \(counting.digits(shown)) premiers" : "")
      + ". En tout : \(counting(copies, "exemplaire")), \(counting.digits(toDelete)) à supprimer."
  }

  var holdingsHeadings: [String] {
    ["Titre", "Auteur", "Cote", "Ex.", "Rayon", "Prêtés", "Suppr."]
  }

  var copiesFooter: String {
    "\(open) : ouvrir. \(up) : revenir. \(key(.leave, in: .copies)) : fermer."
  }

  var copiesPageFooter: String { "\(up) : revenir." }

  var noCopiesListed: String {
    "Le catalogue n'a pas d'exemplaires. Importez une liste avec offcirc catalogue import, puis rouvrez cette page."
  }

  func nothingFound(_ text: String) -> String {
    "Rien ici ne contient \(text.quotable). \(up) : tout."
  }

  func unknownHere(_ number: String) -> String {
    "\(number.quotable) n'est dans aucune liste ni aucun journal. Rien n'est enregistré."
  }

  func copySeen(_ number: String) -> String {
    "\(number.quotable) vu. Aucun prêt n'est enregistré ici."
  }

  func onlyAtDesk() -> String {
    "Les prêts sont seulement affichés ici. Pour les corriger, lancez offcirc."
  }

  var copiesHelp: [HelpSection] {
    [
      HelpSection(
        title: "Voir les exemplaires",
        paragraphs: [
          "Tapez des mots d'un titre, une cote ou une partie du numéro d'un exemplaire. \(open) ouvre le titre, puis l'exemplaire.",
          "Scannez un exemplaire : sa page s'ouvre, et il est marqué comme vu jusqu'à la fermeture. Scannez une carte : la page de l'emprunteur s'ouvre.",
          "Aucun prêt ni retour n'est enregistré ici.",
        ]),
      HelpSection(
        title: "Faire le récolement",
        paragraphs: [
          "Sur la page d'un exemplaire, \(worse) note un état moins bon, \(better) un meilleur. Chaque état est aussitôt sur le disque. \(key(.undoState, in: .copyState)) pour annuler.",
          "\(mark) marque un exemplaire comme à supprimer. Il garde son historique et n'est compté qu'à part. \(mark) à nouveau revient en arrière.",
        ]),
    ]
  }

  // MARK: The copies of a title

  func copyCounts(
    _ copies: Int, in present: Int, out: Int, toDelete: Int, seen: Int
  ) -> String {
    "\(counting(copies, "exemplaire")) : \(present) en rayon, \(counting(out, "prêté")). À supprimer : \(toDelete)."
      + (seen > 0 ? " Vus : \(seen)." : "")
  }

  var copyHeadings: [String] {
    ["Exemplaire", "État", "Lieu", "Emprunteur", "Depuis", "Vu"]
  }

  var seenMark: String { "oui" }

  // MARK: The copy

  func hasCopy(_ name: String, since day: LocalTime?) -> String {
    "Il est chez \(name.printable)"
      + (day.map { ", depuis le \(dates.day($0))." } ?? ".")
  }

  func stateFact(
    _ label: String?, since time: LocalTime?, isOfReturn: Bool
  ) -> ListedFact {
    let since = time.map {
      ", depuis le \(dates.day($0)) (\(isOfReturn ? "retour" : "récolement"))"
    }
    return ListedFact(
      name: "état", text: label.map { $0 + (since ?? "") } ?? "inconnu")
  }

  func startFact(_ label: String?) -> ListedFact {
    ListedFact(name: "au début", text: label ?? "inconnu")
  }

  func costFact(fee: String?, price: String?) -> ListedFact? {
    let parts = [
      fee.map { "un peu abîmé \($0)" }, price.map { "prix \($0)" },
    ].compactMap(\.self)
    return parts.isEmpty
      ? nil : ListedFact(name: "tarif", text: parts.joined(separator: ", "))
  }

  var loansHeading: String { "Tous les prêts :" }

  var loanHeadings: [String] {
    ["Prêté", "Rendu", "Emprunteur", "Début", "Fin", "Amende"]
  }

  func copyFooter(
    notesStates: Bool, isAtDesk: Bool, hasBorrower: Bool
  ) -> String {
    [
      notesStates ? "\(better), \(worse) : état." : nil,
      notesStates && !isAtDesk ? "\(mark) : à supprimer." : nil,
      isAtDesk ? "\(key(.amend)) : corriger." : nil,
      hasBorrower ? "\(key(.reader)) : emprunteur." : nil,
      "\(up) : revenir.",
    ].compactMap(\.self).joined(separator: " ")
  }

  // MARK: States

  func stockNoted(_ number: String, _ label: String) -> String {
    "\(number.quotable) : \(label). \(key(.undoState, in: .copyState)) pour annuler."
  }

  func isToDelete(_ number: String) -> String {
    "\(number.quotable) est à supprimer. \(mark) revient en arrière."
  }

  func statesAreOff() -> String {
    "Les états ne sont pas notés. Pour les noter, écrivez states = true sous [textbooks]."
  }

  var toDeleteTitle: String { "À supprimer" }

  func toDeleteQuestion(_ number: String) -> String {
    "Marquer \(number.quotable) comme à supprimer ? Il garde son historique et n'est plus compté qu'à part."
  }

  var toDeleteAnswer: String { "marquer" }
  var backToCopy: String { "revenir à l'exemplaire" }
}
