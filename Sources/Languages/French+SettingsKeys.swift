import Offload
import Settings
import Station
import Terminal
import Typesetting

extension French {
  func explanation(of section: SettingsSection) -> String {
    switch section {
    case .station: "Le poste de prêt."
    case .borrower: "Les numéros des cartes."
    case .item: "Les numéros des exemplaires."
    case .scanner: "La douchette."
    case .catalogue:
      "Le catalogue, fait de listes d'exemplaires et de lecteurs."
    case .textbooks:
      "Les manuels d'une école : états des exemplaires et amendes."
    case .printing: "Les tickets pour les emprunteurs."
    case .ready: "Le contrôle avant une panne, par offcirc ready."
    case .offload: "Le déchargement après la panne."
    }
  }

  func explanation(of key: SettingsKey.Name) -> String {
    switch key {
    case .files: "Dossier des fichiers du poste."
    case .desk: "Nom du bureau de prêt, pour le titre de la fenêtre."
    case .language: "Langue. Par défaut : celle du système."
    case .bell:
      "Quand biper. errors : numéros refusés seulement. all : tous les numéros. none : jamais."
    case .theme:
      "Couleurs de la fenêtre. mono : aucune, comme avec NO_COLOR."
    case .copyTo:
      "Dossier d'une copie du journal, par exemple sur une clé USB."
    case .share:
      "Base PostgreSQL que les postes partagent, par exemple service=offcirc, sans mot de passe. Vide : aucune."
    case .learn:
      "true : demander confirmation des numéros qui diffèrent des précédents. Les motifs l'emportent."
    case .kiosk:
      "true : cet ordinateur n'est qu'un poste de prêt. Aucune commande n'est affichée, et Fermer indique comment l'éteindre."
    case .ledger:
      "Fichier du registre : ce qui est déjà dans un lot, pour ne rien décharger deux fois. Il peut être sur un disque partagé."
    case .patterns:
      "Expressions régulières : le numéro entier doit correspondre à l'une d'elles, par exemple '^\\d{11}$'. Vide : tout est accepté."
    case .lengths:
      "Longueurs acceptées, en caractères. Vide : toutes."
    case .checkDigit:
      "Clé de contrôle à la fin du numéro. mod10 : celle de Luhn, qui détecte la plupart des erreurs."
    case .forbidLeadingZero:
      "true : demander confirmation si un numéro commence par un zéro."
    case .forbidSlash:
      "true : demander confirmation si un numéro contient une barre oblique."
    case .layout:
      "Disposition du clavier de l'ordinateur (la douchette tape en américain). auto : essayer celles qui donnent un numéro conforme à un motif."
    case .strip:
      "À enlever du numéro. aim : un préfixe comme ]A0. code39 : des astérisques aux deux bouts. codabar : des lettres de A à D aux deux bouts. clsi : des espaces à l'intérieur."
    case .suffix:
      "Fin d'un code scanné. none : une pause. auto : \(name(of: Key.enter)), \(name(of: Key.tab)) ou une pause."
    case .doubleScanSeconds:
      "Délai en secondes pendant lequel un exemplaire scanné deux fois n'est enregistré qu'une fois. 0 : désactivé."
    case .file: "Fichier du catalogue."
    case .level:
      "Données personnelles conservées. numbers : empreintes des numéros de carte. names : les noms aussi. classes : noms et classes."
    case .itemCut:
      "Retiré d'un exemplaire scanné qu'aucune liste ne contient : start ou end et un nombre de caractères, ou zeros. offcirc catalogue verify le trouve."
    case .borrowerCut:
      "Retiré d'une carte scannée qu'aucune liste ne contient : start ou end et un nombre de caractères, ou zeros."
    case .keepDays:
      "Effacer les listes de lecteurs et de prêts ce nombre de jours après leur importation. 0 : jamais."
    case .notForLoan:
      "Politiques et statuts des exemplaires exclus du prêt, tels que les listes les écrivent."
    case .columns:
      "Noms de colonnes propres à vos listes, comme pour --columns."
    case .dueDate:
      "Date de retour de tous les prêts. Le poste l'affiche comme une estimation."
    case .dueDays:
      "Durée d'un prêt en jours. Le poste affiche une estimation de la date de retour."
    case .dueRules:
      "Durées en jours par politique ou support, comme les listes les écrivent."
    case .states:
      "true : noter l'état de chaque exemplaire à son retour, et qui le rend."
    case .statuses:
      "Vos libellés des états. 1 neuf, 2 en bon état, 3 un peu abîmé, 4 inutilisable, 5 perdu, 6 à supprimer, 7 indéterminé. À partir de 8, vous ajoutez des états qui ne coûtent jamais rien."
    case .lendable: "États dans lesquels un exemplaire peut être prêté."
    case .year:
      "Année de mise en service des nouveaux exemplaires, pour offcirc copies add."
    case .callLetter:
      "Lettres au début des cotes. PMB-Manuels en demande au moins une."
    case .courses:
      "Cours, avec leurs deux chiffres dans les cotes, pour offcirc copies add. Un suffixe comme 50-1 distingue des niveaux."
    case .tariff:
      "manuels : pour 3, l'amende du titre ; pour 4 et 5, son prix. own : le montant de toute dégradation est demandé, sauf si charges le donne."
    case .charges:
      "Vos montants, sous la forme \"DÉBUT -> FIN = MONTANT\". DÉBUT et FIN : 3, 1-3, ou * pour tous. MONTANT : free (rien), ask (demander), fee (amende du titre), price (prix), 60 %, 1/3, 20 % a grade (par degré) ou 5.00. La dernière règle qui convient l'emporte."
    case .fee:
      "Amende pour un exemplaire un peu abîmé, si les listes n'en donnent pas."
    case .price: "Prix d'un titre, si les listes n'en donnent pas."
    case .percents:
      "Pourcentages du prix la première année de circulation, la deuxième, etc. Le dernier vaut pour toutes les années suivantes. Vide : toujours le prix entier."
    case .yearly: "Somme retirée du prix pour chaque année de circulation."
    case .roundUp: "true : arrondir d'abord le prix à l'euro supérieur."
    case .freeGrades:
      "Degrés d'usure par an qui ne coûtent rien, pour les montants \"a grade\"."
    case .keepLoans:
      "offcirc archive efface les emprunteurs des prêts archivés finis depuis autant de jours, sauf si une amende reste à régler. 0 : jamais."
    case .printer:
      "Imprimante à tickets (ESC/POS) : son périphérique, par exemple \"/dev/usb/lp0\", ou \"cups:NOM\"."
    case .slips:
      "Quand le bureau imprime un ticket. key : \(name(of: Key.control("p"))). each : aussi pour chaque emprunteur. never : jamais."
    case .width: "Largeur du papier, en millimètres."
    case .card:
      "Numéro de la carte sur un ticket. full : en entier, avec son code-barres. last4 : les quatre derniers caractères. no : rien."
    case .head: "Lignes de la bibliothèque en tête du ticket."
    case .foot: "Lignes de la bibliothèque à la fin du ticket."
    case .scannerDays:
      "Demander un nouvel essai de la douchette après ce nombre de jours."
    case .listDays:
      "Demander de nouvelles listes d'exemplaires et de lecteurs après ce nombre de jours."
    case .drillDays:
      "Demander un nouvel exercice après ce nombre de jours."
    case .desks:
      "Noms de tous les bureaux de prêt. check, list et kit signalent ceux qui manquent dans un dossier."
    }
  }

  func settingsHeading(files: [String]) -> String {
    let names = counting.list(files.map(\.printable), .and)
    return switch files.count {
    case 0: "Réglages en vigueur. Il n'y a pas de fichier de réglages."
    case 1: "Réglages en vigueur, avec \(names)."
    default:
      "Réglages en vigueur, avec \(names). Le dernier fichier l'emporte."
    }
  }

  func exampleHeading(forAll: Bool) -> String {
    let place =
      forAll
      ? """
      Les réglages d'OffCirc pour tous les comptes. Emplacement : \
      \(SettingsSources.systemFile). Le fichier propre à un compte l'emporte.
      """
      : """
      Les réglages d'OffCirc. Emplacement : \
      $XDG_CONFIG_HOME/offcirc/offcirc.toml, ~/.config/offcirc/offcirc.toml, \
      ou le fichier indiqué par --config ou OFFCIRC_CONFIG.
      """
    let home =
      forAll ? "le dossier personnel de chacun" : "votre dossier personnel"
    return """
      \(place) Enlevez le # devant une clé pour la régler. Mettez les \
      motifs entre apostrophes. ~ est \(home). Un chemin qui ne \
      commence pas par / part du dossier de ce fichier.
      """
  }

  var byDefault: String { "par défaut" }
  var notSet: String { "non réglé" }
}
