import Circulation
import Scanning
import Station
import Typesetting

extension French: StateWords {
  var returnedBy: String { "Rendu par" }

  func readyForReturns(by bringer: Barcode) -> String {
    "Rendu par \(bringer.text) : scannez les exemplaires. \(key(.clear)) pour la personne suivante."
  }

  func stateAtStart(_ label: String?) -> String {
    label.map { "au début : \($0)" } ?? "état au début inconnu"
  }

  func fineAside(_ amount: String) -> String { "amende \(amount)" }

  var fineToDecide: String { "amende à fixer" }

  func stateNoted(
    _ item: Barcode, _ label: String, because reason: String
  ) -> String {
    "\(item.text) : \(label). \(reason.capitalizedAtStart)."
  }

  func stateNotNoted(_ error: FileError) -> String {
    "État NON enregistré. \(sentence(error))"
  }

  func noReturnChosen() -> String {
    "La ligne choisie n'est pas un retour : elle n'a pas d'état."
  }

  func statesAreOff(_ code: CommandCode) -> String {
    "État NON noté par \(code.rawValue) : réglez d'abord states = true sous [textbooks]."
  }

  func noReturnFor(_ code: CommandCode) -> String {
    "État NON noté par \(code.rawValue) : scannez d'abord un exemplaire en mode Retour, ou choisissez sa ligne."
  }

  func broughtFor(_ item: Barcode, holder: String, bringer: String) -> String {
    "\(item.text) était prêté à \(holder.printable) : rendu à sa place par \(bringer.printable)."
  }

  func stillOwes(
    _ bringer: String, title: String, _ copies: [Barcode]
  ) -> String {
    "\(bringer.printable) doit encore \(counting.list(copies.map(\.text), .and)) (\(title.printable.shortened(to: 40)))."
  }

  func withoutHistory(_ sentence: String) -> String {
    "Les prêts antérieurs sont inconnus : les états au début manquent. \(sentence)"
  }
}
