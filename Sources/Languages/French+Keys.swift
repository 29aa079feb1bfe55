import Station
import Terminal

extension French {
  func name(of key: Key) -> String {
    switch key {
    case .character(" "): "Espace"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-" + letter.uppercased()
    case .alt(let letter): "Alt-" + letter.uppercased()
    case .function(let number): "F\(number)"
    case .enter: "Entrée"
    case .tab: "Tab"
    case .backTab: "Maj-Tab"
    case .escape: "Échap"
    case .backspace: "Retour arrière"
    case .delete: "Suppr"
    case .left: "Gauche"
    case .right: "Droite"
    case .up: "Haut"
    case .down: "Bas"
    case .home: "Début"
    case .end: "Fin"
    case .pageUp: "Page haut"
    case .pageDown: "Page bas"
    case .unknown: "une touche inconnue"
    }
  }

  func name(of context: KeyContext) -> String {
    switch context {
    case .desk: "Partout"
    case .field: "Dans un champ"
    case .state: "Dans le champ vide des retours"
    case .button: "Sur un bouton"
    case .choice: "Sur Prêt/Retour"
    case .list: "Dans la liste"
    case .lineRoom: "Dans Chercher, Corriger et Emprunteur"
    case .copyState: "Sur la page d'un exemplaire, avec états"
    case .copies: "Dans offcirc copies"
    case .marking: "Question « À supprimer »"
    case .itemRoom: "Sur la page d'un exemplaire"
    case .page: "Sur une page d'aide"
    case .closing: "Question « Fermer »"
    case .handOut: "À la distribution des manuels"
    case .paste: "Lignes collées"
    case .scanner: "Dans offcirc scanner"
    }
  }

  func explanation(of action: Action) -> String {
    switch action {
    case .help: "Aide"
    case .afterOutage: "Après la panne : la suite"
    case .save: "Sauvegarder dans le fichier"
    case .switchOperation: "passer du prêt au retour et inversement"
    case .clear: "Nettoyer : emprunteur suivant"
    case .delete: "supprimer la transaction choisie"
    case .find:
      "Chercher : scannez ou tapez un numéro ; encore : ligne suivante"
    case .amend: "corriger la ligne choisie : autre exemplaire ou emprunteur"
    case .reader: "les prêts de l'emprunteur ; encore : les transférer"
    case .choose: "prendre le numéro, ou aller à la ligne choisie"
    case .close: "Fermer"
    case .redraw: "redessiner l'écran"
    case .undo: "annuler les dernières suppressions, ou la dernière correction"
    case .next: "élément suivant"
    case .previous: "élément précédent"
    case .enter: "Emprunteur : aller à l'exemplaire. Exemplaire : l'enregistrer"
    case .fieldLeft: "un caractère à gauche"
    case .fieldRight: "un caractère à droite"
    case .fieldHome: "début du champ"
    case .fieldEnd: "fin du champ"
    case .eraseBefore: "effacer le caractère précédent"
    case .eraseAfter: "effacer le caractère suivant"
    case .eraseField: "vider le champ"
    case .betterState: "l'exemplaire est en meilleur état"
    case .worseState: "l'exemplaire est en moins bon état"
    case .press: "activer"
    case .chooseLoan: "Prêt"
    case .chooseReturn: "Retour"
    case .chooseOther: "changer"
    case .lineUp: "une ligne plus haut"
    case .lineDown: "une ligne plus bas"
    case .pageUp: "une page plus haut"
    case .pageDown: "une page plus bas"
    case .first: "première ligne"
    case .last: "dernière ligne"
    case .saveAndClose: "sauvegarder et fermer"
    case .keepAndClose: "fermer et garder la liste"
    case .discardAndClose: "fermer et perdre ce qui n'est pas enregistré"
    case .dismissWarning: "masquer l'avertissement jusqu'à demain"
    case .goBack: "revenir au poste"
    case .recordPaste: "tout enregistrer"
    case .dropPaste: "tout ignorer"
    case .writeSettings: "enregistrer les réglages"
    case .skipScan: "passer ce code"
    case .stepBack: "revenir au code précédent"
    case .leave: "fermer"
    case .open: "ouvrir la ligne choisie"
    case .levelUp: "revenir : exemplaire, exemplaires, titres"
    case .holder: "l'emprunteur de l'exemplaire, ou du prêt choisi"
    case .toDelete: "page d'un exemplaire : à supprimer, et retour"
    case .undoState: "annuler le dernier état"
    case .slip: "imprimer le ticket de l'emprunteur"
    case .day: "la journée, heure par heure"
    case .give: "donner l'exemplaire de ce numéro"
    case .switchOrder: "titre par titre, ou élève par élève"
    case .markAbsent: "l'élève est absent ; à nouveau : est là"
    case .refuseTitle: "l'élève ne reçoit pas ce titre ; à nouveau : le reçoit"
    case .nextTurn: "titre suivant, ou élève suivant"
    case .previousTurn: "titre précédent, ou élève précédent"
    case .takeBack: "annuler ce qui vient d'être fait"
    }
  }

  var altKeys: String { "le bouton dont cette lettre est soulignée" }
}
