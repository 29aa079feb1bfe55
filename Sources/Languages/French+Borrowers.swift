import Typesetting

extension French {
  var borrowersHeadings: [String] {
    ["Numéro", "Classe", "Prêts", "Amendes", "", "Nom"]
  }

  func total(ofBorrowers count: Int, gone: Int) -> String {
    let all = "\(counting(count, "emprunteur"))."
    guard gone > 0 else { return all }
    return all
      + " Absents de la dernière liste complète : \(gone). Pour les supprimer : offcirc borrowers delete NUMÉRO."
  }

  var noNumbersKept: String {
    "Le catalogue ne conserve aucun numéro d'emprunteur. Importez leur liste avec --level names ou --level classes."
  }

  var borrowerHistoryHeadings: [String] {
    ["Prêté", "Rendu", "Exemplaire", "État", "Amende"]
  }

  func noSuchBorrowers(_ numbers: [String]) -> String {
    "Rien n'est supprimé. Ces emprunteurs ne sont dans aucune liste : \(few(numbers)). Vérifiez les numéros."
  }

  func borrowersGo(_ numbers: [String]) -> [String] {
    [
      "À supprimer : \(counting(numbers.count, "emprunteur")) (\(span(numbers))).",
      "Numéros, noms et classes quittent le catalogue et ses listes.",
      "Une liste plus récente peut les ramener.",
      "Leurs prêts restent dans les journaux jusqu'à l'effacement des archives.",
    ]
  }

  func deletedBorrowers(_ count: Int) -> String {
    "\(counting(count, "emprunteur supprimé", "emprunteurs supprimés"))."
  }

  /// The one sentence about a command for borrowers.
  func abstractOfBorrowers(_ command: Subcommand) -> String {
    switch command {
    case .borrowers: "Connaître et supprimer les emprunteurs d'une école."
    case .borrowersList:
      "Lister les emprunteurs, leurs prêts et ce qu'ils doivent."
    case .borrowersDelete:
      "Supprimer des emprunteurs dont l'historique est exporté."
    case .borrowersHistory:
      "Afficher ou exporter les prêts et amendes d'emprunteurs."
    default: ""
    }
  }

  /// The paragraphs about a command for borrowers.
  func discussionOfBorrowers(_ command: Subcommand) -> String {
    switch command {
    case .borrowersList:
      """
      Les emprunteurs sont ceux des listes du catalogue, avec noms et classes \
      si les listes les conservent. --gone liste ceux que la dernière liste \
      complète n'a plus : ils sont à supprimer.
      """
    case .borrowersDelete:
      """
      Un emprunteur qui a un exemplaire, ou doit une amende, n'est pas \
      supprimé. Si les journaux ont un historique, exportez-le d'abord : \
      offcirc borrowers history NUMÉRO --output FICHIER.xlsx. Indiquez ensuite \
      ce fichier avec --exported : OffCirc vérifie qu'il contient chaque ligne.

      L'emprunteur est effacé du catalogue et de ses listes. Les journaux ne \
      changent pas.
      """
    case .borrowersHistory:
      """
      Les lignes viennent des journaux du poste, archives comprises. --output \
      écrit toutes les lignes dans un nouveau fichier, pour vous seul, en CSV \
      ou en classeur.
      """
    default: ""
    }
  }
}
