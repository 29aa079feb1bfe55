import Circulation
import Station
import Terminal

// L'exercice, et sa feuille.
extension French {
  var exercise: String { "EXERCICE" }

  func instruction(
    _ step: Drill.Step, number: Int, of count: Int
  ) -> String {
    let task =
      switch step {
      case .loans:
        "Scannez CARD-1, ou tapez-le puis \(name(of: .enter)). Ensuite, ITEM-1, ITEM-2 et ITEM-3."
      case .nextReader:
        "Emprunteur suivant : \(key(.clear)), puis CARD-2 et ITEM-4."
      case .returned:
        "ITEM-1 revient : \(key(.switchOperation)), scannez-le, \(key(.switchOperation)) à nouveau."
      case .doubtful:
        "Comme exemplaire, tapez 4711 et \(name(of: .enter)). Il semble faux : scannez un exemplaire à la place."
      case .deletion:
        "Une ligne est fausse : choisissez-la avec les flèches, puis \(key(.delete))."
      case .itemFirst:
        "\(key(.clear)), puis ITEM-5 avant la carte : il attend. Ensuite CARD-3."
      case .powerCut:
        "Scannez encore un exemplaire. Ensuite, une coupure de courant est simulée."
      case .save: "Fin de journée : sauvegardez avec \(key(.save))."
      case .close: "Fermez le poste avec \(key(.close))."
      }
    return
      "Exercice \(number)/\(count). \(task) (\(name(of: .function(7))) : passer)"
  }

  func name(of step: Drill.Step) -> String {
    switch step {
    case .loans: "trois prêts"
    case .nextReader: "l'emprunteur suivant"
    case .returned: "un retour"
    case .doubtful: "un numéro douteux"
    case .deletion: "une ligne fausse"
    case .itemFirst: "un exemplaire avant sa carte"
    case .powerCut: "la coupure de courant"
    case .save: "la sauvegarde"
    case .close: "la fermeture"
    }
  }

  var powerIsBack: String {
    "Le courant est revenu. Regardez la liste : tout y est."
  }

  var notInExercise: String { "L'exercice se fait sans cette touche." }

  func result(of drill: Drill, minutes: Int) -> [String] {
    let count = drill.steps.count
    var lines = [
      "\(counting(drill.passed.count, "étape")) sur \(count) en \(counting(minutes, "minute"))."
    ]
    let left = drill.steps.filter { !drill.passed.contains($0) }
    for (heading, steps) in [
      ("Acquis :", drill.passed), ("À revoir :", left),
    ] where !steps.isEmpty {
      lines += [heading] + steps.map { "- \(name(of: $0))" }
    }
    if drill.passed.contains(.powerCut) {
      lines.append("Le programme a été tué, et aucune ligne n'est perdue.")
    }
    if !drill.passed.isEmpty {
      lines.append(
        "L'exercice est noté : offcirc drill --history. Ses fichiers sont supprimés."
      )
    }
    return lines + ["Pour une vraie panne : offcirc guide outage"]
  }

  var drillHeadings: [String] { ["Exercice", "Étapes", "Minutes", "Nom"] }
  var noDrills: String { "Aucun exercice n'a encore été fait." }

  var practiceTitle: String { "EXERCICE" }
  var practicePurpose: String {
    "Pour offcirc drill. Un vrai poste refuse ces codes-barres."
  }
}
