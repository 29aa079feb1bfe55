import Circulation
import Offload
import Station
import Typesetting

extension French {
  var helpTitle: String { "Aide" }
  var afterOutageTitle: String { "Après la panne" }

  var pageFooter: String {
    let (up, down) = (key(.lineUp, in: .page), key(.lineDown, in: .page))
    return "\(key(.goBack, in: .page)) : revenir. \(up), \(down) : défiler."
  }

  func afterOutageFooter(hasCommands: Bool) -> String {
    (hasCommands
      ? "Tapez ces commandes dans un terminal de cet ordinateur. " : "")
      + "Vous pouvez scanner pendant que cette page est ouverte."
  }

  func nextStepOfKiosk(_ step: OffloadStatus.Step) -> String {
    switch step {
    case .none: "Rien à faire : il ne reste rien d'une panne."
    case .save:
      "Ensuite : en fin de journée, \(key(.save)) pour sauvegarder dans le fichier."
    default:
      "La suite est pour la personne référente. Elle ne se fait pas à ce poste."
    }
  }

  var helpKeysHeading: String { "Cinq touches" }

  func help(folder: StationFolder, hasCommands: Bool) -> [HelpSection] {
    let (save, close) = (key(.save), key(.close))
    let (mode, after) = (key(.switchOperation), key(.afterOutage))
    let (up, down) = (key(.lineUp, in: .field), key(.lineDown, in: .field))
    return [
      HelpSection(
        title: "Prêts et retours",
        paragraphs: [
          "Prêt : scannez la carte, puis chaque exemplaire. \(key(.clear)) : emprunteur suivant.",
          "Retour : \(mode), puis scannez chaque exemplaire. \(mode) à nouveau : mode Prêt.",
          "Ce qui est dans la liste est déjà sur le disque, même en cas de coupure.",
        ]),
      HelpSection(
        title: "En cas d'erreur",
        paragraphs: [
          "Ligne rouge et bip : le numéro n'est PAS enregistré. La raison est indiquée.",
          "Ligne fausse : choisissez-la avec \(up) et \(down), puis \(key(.delete)). \(key(.undo)) : annuler.",
        ]),
      HelpSection(
        title: "Ce que ce poste ne fait pas",
        paragraphs: [
          "Ni blocage, ni date de retour, ni renouvellement, ni réservation.",
          "Ne prêtez pas les documents exclus du prêt : ils seraient à rendre aussitôt.",
        ]),
      HelpSection(
        title: "En fin de journée",
        paragraphs: [
          "\(save), puis \(close). Si vous oubliez \(save), la liste sera là la prochaine fois.",
          "\(save) ajoute la liste à OffCirc.dat, le fichier à décharger après la panne. Pour la suite : \(after).",
        ]),
      HelpSection(
        title: "Et aussi",
        paragraphs: [
          "Vous pouvez scanner pendant que cette page est ouverte.",
          "Numéro douteux : scannez-le à nouveau pour le confirmer. Sinon, il est ignoré. La liste marque d'un point d'interrogation un numéro confirmé.",
          "Quand le poste sait distinguer cartes et exemplaires, une carte parmi les exemplaires passe à l'emprunteur suivant. Un exemplaire scanné avant sa carte est mis en attente. Scannez à nouveau le numéro si le poste le demande.",
          "Lignes collées : \(key(.recordPaste, in: .paste)) pour tout enregistrer, \(key(.dropPaste, in: .paste)) pour tout ignorer.",
          "OffCirc.dat contient encore des lignes d'un autre jour ? Prévenez la personne référente. Si elles ont été déchargées, archivez le fichier. Sinon, elles seront déchargées deux fois. Vous pouvez continuer à travailler. \(after) puis \(key(.dismissWarning, in: .page)) : masquer l'avertissement jusqu'à demain.",
        ] + (hasCommands ? [runbook] : []) + [
          "Les fichiers sont dans \(folder.path.printable)."
        ]),
    ]
  }

  private var runbook: String {
    "Que faire en cas de panne, à imprimer : offcirc guide outage."
  }
}
