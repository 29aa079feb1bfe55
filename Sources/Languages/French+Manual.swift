import Typesetting

// The pages of the manual.
extension French {
  func heading(of chapter: ManualChapter) -> String {
    switch chapter {
    case .name: "NOM"
    case .synopsis: "SYNOPSIS"
    case .description: "DESCRIPTION"
    case .options: "OPTIONS"
    case .commands: "COMMANDES"
    case .exitStatus: "CODE DE SORTIE"
    case .environment: "ENVIRONNEMENT"
    case .files: "FICHIERS"
    case .seeAlso: "VOIR AUSSI"
    }
  }

  var exitStatusHeading: String { "Code de sortie :" }

  func meaning(of status: ExitStatus) -> String {
    switch status {
    case .done: "terminé"
    case .refused: "quelque chose est refusé, abîmé ou à examiner"
    case .errors:
      "erreurs trouvées (check), défauts (ready), lignes qui échoueront (rehearse), ou rapport d'un autre fichier (reconcile)"
    case .usage: "commande mal écrite"
    case .inputOutput: "erreur d'entrée ou de sortie"
    case .settings: "réglages faux"
    }
  }

  var optionsOfAllCommands: String {
    "Ces options sont celles de toutes les commandes."
  }

  func sentence(about variable: ManualVariable) -> String {
    switch variable {
    case .config: "Fichier de réglages, à défaut de --config."
    case .dataHome:
      "Dossier des données des programmes. Par défaut : ~/.local/share."
    case .configHome:
      "Dossier des réglages des programmes. Par défaut : ~/.config."
    case .configFolders:
      "Dossiers de réglages communs à plusieurs utilisateurs, le plus important d'abord. Par défaut : /etc/xdg."
    case .stateHome:
      "Dossier des notes des programmes : offcirc/practice contient les derniers contrôles et essais. Par défaut : ~/.local/state."
    case .locale:
      "Paramètres régionaux, pour la langue et les caractères du terminal. La première variable définie compte."
    case .zone: "Fuseau horaire, s'il n'est pas celui de l'ordinateur."
    case .terminal: "Type du terminal."
    case .noColor: "Si elle n'est pas vide, la fenêtre est sans couleurs."
    case .pager:
      "Programme qui affiche les guides page par page. Vide : aucun."
    case .user: "Nom qu'offcirc fix note à côté d'une décision."
    }
  }

  var placeOfFiles: String {
    "Ces fichiers sont dans $XDG_DATA_HOME/offcirc ou ~/.local/share/offcirc. Les réglages peuvent indiquer d'autres emplacements. Ces fichiers montrent qui a emprunté quoi : seul leur propriétaire peut les lire."
  }

  func sentence(about file: ManualFile) -> String {
    switch file {
    case .dataFile:
      "Les transactions sauvegardées, pour le système de la bibliothèque."
    case .journal: "Chaque événement, aussitôt sur le disque."
    case .lock: "Verrouillé tant qu'un poste est ouvert sur le dossier."
    case .archive: "Ce qui a été déchargé et archivé."
    case .ledger:
      "Les lignes déjà dans un lot, ou dans le fichier d'un autre système."
    case .catalogue:
      "Ce que les listes importées apprennent des exemplaires et des emprunteurs."
    }
  }

  var settingsPageAbstract: String { "réglages d'offcirc" }

  var settingsPageDescription: String {
    """
    Les réglages sont facultatifs. Un fichier est en TOML : des sections entre \
    crochets, et des clés avec leurs valeurs. Écrivez les motifs entre \
    apostrophes. ~ est votre dossier personnel. Un chemin qui ne commence pas \
    par / part du dossier du fichier.

    offcirc settings affiche les réglages actuels et leur origine. \
    offcirc settings --example écrit un fichier qui explique toutes les clés.

    Une option l'emporte sur l'environnement, qui l'emporte sur les fichiers, \
    qui l'emportent sur la valeur d'origine.
    """
  }

  var orderOfSettingsFiles: String {
    "Ces fichiers sont lus, et chacun l'emporte sur ceux qui le précèdent. Un fichier indiqué par --config ou OFFCIRC_CONFIG est lu seul."
  }

  func builtIn(_ value: String) -> String { "Par défaut : \(value)." }

  func forExample(_ value: String) -> String { "Exemple : \(value)." }

  func alsoSet(by option: String, variable: String?) -> String {
    "Aussi : option \(option)"
      + (variable.map { ", variable \($0)." } ?? ".")
  }

  func unknownPage(_ name: String, all: [String]) -> String {
    "\(name.quotable) n'est pas une page du manuel. Les pages sont \(counting.list(all, .and))."
  }
}
