// What `--help` says about options and arguments, and what is wrong with them.
import Typesetting

extension French {
  func help(for parameter: Parameter) -> String {
    switch parameter {
    case .files: "Dossier des fichiers du poste."
    case .language: "Langue ; par défaut, celle des réglages ou du système."
    case .config: "Fichier de réglages."
    case .noSettings: "Ne lire aucun fichier de réglages."
    case .copyTo:
      "Garder une copie du journal dans ce dossier, par exemple sur une clé USB."
    case .share:
      "Base PostgreSQL que les postes partagent, par exemple service=offcirc."
    case .ledger:
      "Registre : ce qui est déjà dans un lot. Il peut être sur un disque partagé."
    case .clockOffset:
      "Corriger une horloge fausse d'autant, ou la mettre à cette date et cette heure."
    case .format: "Format du résultat."
    case .dataFiles:
      "Fichiers comme OffCirc.dat, ou dossiers qui en contiennent."
    case .dataFile: "Fichier comme OffCirc.dat."
    case .trustClock:
      "Confirmer que l'horloge est juste, malgré des dates postérieures."
    case .desk: "Nom du bureau de prêt, pour le titre de la fenêtre."
    case .bell:
      "Quand biper : errors (erreurs), all (tout ; deux bips pour une erreur) ou none (jamais)."
    case .theme: "Couleurs de la fenêtre."
    case .learn:
      "Demander de confirmer un numéro qui diffère de ceux scannés jusque-là."
    case .kiosk: "Cet ordinateur n'est qu'un poste de prêt."
    case .since: "Début de la panne ; les lignes antérieures sont signalées."
    case .unsaved: "Lister ce qui n'est pas encore dans OffCirc.dat."
    case .doubtful: "Lister ce qui a été confirmé malgré un doute."
    case .against:
      "Lister ce qui a été enregistré malgré les listes ou un prêt ailleurs."
    case .deleted: "Lister ce qui a été supprimé, et quand."
    case .item: "Lister seulement cet exemplaire."
    case .borrower: "Lister seulement cet emprunteur."
    case .from: "Lister seulement à partir de cette date et de cette heure."
    case .to: "Lister seulement jusqu'à cette date et cette heure."
    case .source: "Dossier contenant un journal, ou le journal lui-même."
    case .fromShare: "Récupérer de la base partagée ; SOURCE est un poste."
    case .sharedFiles:
      "Prendre les fichiers de tous les postes dans la base partagée."
    case .fetchedFolder: "Dossier pour les journaux."
    case .publishedLists: "Publier les listes de cet ordinateur."
    case .sheet: "Fichier à écrire ; son nom finit par .svg ou .pdf."
    case .example: "Écrire un fichier qui explique chaque réglage."
    case .system: "Avec --example : le fichier pour tous les comptes."
    case .quiet: "N'afficher que ce qui n'est pas bon."
    case .practiceSheet:
      "Dessiner les codes-barres de l'exercice ; le nom finit par .svg ou .pdf."
    case .drillName: "Nom de la personne qui s'exerce, pour --history."
    case .shortDrill: "Seulement prêts, retour et fin de journée."
    case .drillHistory: "Lister les exercices déjà faits."
    case .guide: "Nom du guide ; sans nom, liste des guides."
    case .manualPage: "Page : offcirc, ou offcirc.toml pour les réglages."
    case .manualFolder: "Dossier de pages à écrire, comme dans MANPATH."
    case .librarySystem:
      "Système de la bibliothèque ; pmb lit aussi ses fichiers secouru."
    case .expectedReport: "Fichier à écrire avec les messages attendus."
    case .comparedReport: "Rapport de traitement à comparer à la répétition."
    case .decisions: "Fichier où les décisions sont gardées."
    case .decide: "Décision à enregistrer ; peut être répété."
    case .why: "Raison des décisions."
    case .accountReport:
      "Rapport sur un déchargement, sous la forme RAPPORT=FICHIER, avec le fichier déchargé. Peut être répété."
    case .accountFile: "Page à écrire : .html, .pdf ou .txt."
    case .toDoFile: "Page de ce qui reste à faire aux postes."
    case .morningFolder:
      "Dossier des décisions, et des fichiers selon elles."
    case .mergedFile: "Fichier à écrire."
    case .kitFolder: "Dossier à créer."
    case .kitDesk: "Bureau de prêt des fichiers indiqués sans BUREAU=."
    case .kitSystem: "Système de la bibliothèque auquel le lot est destiné."
    case .startField: "Champ personnalisé de PMB pour le statut initial."
    case .again: "Reprendre les lignes déjà dans un lot, ou converties."
    case .rest: "Laisser de côté les lignes déjà dans un lot."
    case .report:
      "Rapport de traitement (page, courriel, CSV, .xlsx ou texte)."
    case .uploadedFile: "Fichier que vous avez déchargé."
    case .worklist: "Dossier à créer pour la liste des tâches."
    case .retry: "Fichier à écrire avec les lignes corrigées."
    case .uploaded: "Confirmer que le fichier a été déchargé sans lot."
    case .archivedReport:
      "Rapport, ou dossier d'une liste des tâches, à archiver aussi."
    case .kit: "Dossier du lot, s'il a été déplacé."
    case .damaged: "Archiver un journal abîmé et en commencer un nouveau."
    case .restore: "Restaurer NOM, ou la dernière archive."
    case .archiveName: "Archive à restaurer."
    case .olderThan:
      "Âge minimal, par exemple 90d (90 jours) ou 12w (12 semaines)."
    case .yes: "Ne pas demander de confirmation."
    case .redatedFile: "Fichier à écrire."
    case .first: "Date et heure de la première ligne."
    case .by: "Durée à ajouter à chaque date."
    case .lines: "Changer seulement ces lignes."
    case .offlineFiles: "Fichiers hors ligne de systèmes de bibliothèque."
    case .target: "Système de bibliothèque destinataire du fichier."
    case .sourceSystem:
      "Système d'origine des fichiers ; par défaut, d'après leur contenu."
    case .convertedFile:
      "Fichier à écrire ; dossier à créer pour destiny et pmb."
    case .zone: "Fuseau des heures locales ; par défaut, celui de l'ordinateur."
    case .rowTime: "Date et heure des lignes, si les fichiers n'en ont pas."
    case .due:
      "Date de retour des prêts qui n'en ont pas ; none : aucun prêt n'en a."
    case .group: "Groupe statistique du poste, de 1 à 999, pour sierra."
    case .acceptLosses: "Écrire le fichier même s'il y manque des lignes."
    case .catalogue: "Fichier du catalogue."
    case .lists: "Fichiers exportés d'un autre logiciel : une seule liste."
    case .listKind: "Sorte de liste ; par défaut, ce que montrent ses colonnes."
    case .preview: "Montrer ce qui changerait, sans rien changer."
    case .columns: "Colonnes de la liste, par champ."
    case .notForLoan: "Politique ou statut des exemplaires exclus du prêt."
    case .complete: "Noter comme absent ce que la liste ne contient pas."
    case .rejects: "Fichier à écrire avec les lignes rejetées."
    case .level: "Données personnelles à conserver sur les lecteurs."
    case .exported:
      "Jour de l'export ; par défaut, celui du fichier le plus récent."
    case .words: "Débuts de mots du titre."
    case .knownItem: "Numéro de l'exemplaire."
    case .knownBorrower: "Numéro de la carte."
    case .onlyBorrowers:
      "N'effacer que les listes de lecteurs, de blocages et de prêts."
    case .schoolClass: "Lister seulement cette classe."
    case .handOutClass: "Classe ou cours qui reçoit ses manuels."
    case .open: "Lister seulement ce qui reste à payer ou à fixer."
    case .fine: "Numéro de l'amende."
    case .amount: "Somme payée ; par défaut, celle de l'amende."
    case .because: "Raison, conservée avec l'amende."
    case .paper: "Imprimé à préparer : un de ceux ci-dessus."
    case .paperFile:
      "Fichier à écrire ; - écrit du texte sur la sortie standard."
    case .paperClass: "Pour les élèves de cette classe."
    case .paperBorrower: "Pour un seul élève, par le numéro de sa carte."
    case .labels:
      "Étiquettes en largeur et en hauteur sur une page ; par défaut, 3x8."
    case .skip: "Étiquettes déjà utilisées sur la première page."
    case .slipCard: "Numéro de la carte de l'emprunteur."
    case .slipLast: "Pour l'emprunteur de la dernière transaction."
    case .slipSession: "Feuille de toutes les transactions du jour."
    case .slipFile: "Fichier à écrire au lieu d'imprimer."
    case .slipPrinter: "Imprimante à tickets ; par défaut, celle des réglages."
    case .slipWidth: "Largeur du papier, en millimètres."
    case .wearGrouping:
      "Regrouper par année de mise en circulation, ou par titre."
    case .returnDate: "Jour auquel tout devait être rendu."
    case .finalCharges: "Rendre définitives les amendes provisoires."
    case .copyNumbers: "Numéro d'un exemplaire, ou série comme 27001-27100."
    case .wantedTitle: "Lister seulement les titres avec ces mots."
    case .wantedStatus: "Lister seulement les exemplaires dans cet état."
    case .onLoan: "Lister seulement les exemplaires en prêt."
    case .allCopies: "Lister aussi les exemplaires à supprimer ou absents."
    case .byTitle: "Compter les exemplaires de chaque titre."
    case .copyTitle: "Titre."
    case .copyAuthor: "Auteur."
    case .callNumber: "Cote."
    case .course: "Cours, pour une cote d'après les réglages."
    case .grade: "Année du cours : un chiffre, 0 pour la terminale."
    case .copyPrice: "Prix du titre."
    case .copyFee: "Amende du titre, pour un exemplaire un peu abîmé."
    case .section: "Section, par exemple un cours."
    case .location: "Localisation."
    case .owner: "Propriétaire."
    case .support: "Support."
    case .firstYear:
      "Année de mise en service ; par défaut, celle des réglages."
    case .parts: "Nombre de pièces, par exemple un livre et un disque."
    case .copyNote: "Note sur l'exemplaire."
    case .copyStatus: "Numéro de l'état."
    case .initialStatus: "État au début du prêt."
    case .twoYear: "Les élèves gardent le titre deux ans."
    case .copyNotForLoan: "L'exemplaire est exclu du prêt."
    case .force: "Passer outre les conseils pour les exemplaires."
    case .copiesFile: "Fichiers avec une seule liste d'exemplaires."
    case .historyFile:
      "Nouveau fichier à écrire ; son nom finit par .csv ou .xlsx."
    case .exportedHistory: "Fichier avec l'historique exporté."
    case .deletion: "Supprimer les exemplaires."
    case .onlyGone: "Lister seulement les emprunteurs à supprimer."
    case .borrowerDeletion: "Supprimer les emprunteurs."
    }
  }

  func name(of value: ValueName) -> String {
    switch value {
    case .file: "fichier"
    case .folder: "dossier"
    case .name: "nom"
    case .number: "numéro"
    case .deskFile: "[bureau=]fichier"
    case .fileOrFolder: "fichier|dossier"
    case .drawing: "fichier.svg|.pdf"
    case .report: "rapport"
    case .source: "source"
    case .age: "âge"
    case .moment: "aaaa-mm-jj[Thh:mm]"
    case .shift: "±HH:MM"
    case .shiftOrMoment: "±HH:MM[:SS]|aaaa-mm-jj[Thh:mm]"
    case .lines: "première-dernière"
    case .decision: "décision"
    case .words: "mots"
    case .columns: "champ=colonne,..."
    case .paper: "imprimé"
    case .paperFile: "fichier.pdf|.txt|-"
    case .card: "carte"
    case .slipFile: "fichier.pdf|.svg|.bin"
    case .printer: "périphérique|cups:nom"
    case .zone: "fuseau"
    case .noneOrMoment: "none|aaaa-mm-jj[Thh:mm]"
    case .address: "adresse"
    }
  }

  func sentence(_ error: OptionFault) -> String {
    switch error {
    case .needsFolder(let option): "Indiquez un nom de dossier après \(option)."
    case .needsFile(let option): "Indiquez un nom de fichier après \(option)."
    case .needsDesk: "Indiquez le nom du bureau de prêt après --desk."
    case .emptyName: "Le nom d'un fichier ou d'un dossier est vide."
    case .needsSource: "Indiquez la SOURCE, ou --share."
    case .needsFiles: "Indiquez un fichier, ou --share."
    case .both(let one, let other):
      "Indiquez \(one) ou \(other), pas les deux."
    case .onlyOneFile(let option): "\(option) demande un seul fichier."
    case .fileAndFolder: "Indiquez un fichier ou --files, pas les deux."
    case .notOneOf(let one, let other):
      "Indiquez soit \(one), soit \(other)."
    case .onlyName: "Avec --restore, n'indiquez qu'un NOM."
    case .needs(let option, let other):
      "Pour utiliser \(option), ajoutez \(other)."
    case .nameWithoutRestore: "Pour indiquer un NOM, ajoutez --restore."
    case .notOfArchive(let options):
      "Ces options ne concernent pas les archives : \(options.joined(separator: ", "))."
    case .onlyOfFolder(let options):
      "Ces options demandent --files, et non un fichier : \(options.joined(separator: ", "))."
    case .column(let part, let fields):
      "--columns : \(part.printable) n'est pas un champ et une colonne, comme title=Titre. Champs possibles : \(fields.joined(separator: ", "))."
    case .field(let text):
      "--start-field : \(text.printable) ne peut pas être le nom d'un champ. Écrivez-le comme statut_initial."
    case .amount(let text):
      "--amount : \(text.printable) n'est pas une somme. Écrivez par exemple 8.30."
    case .notAnAmount(let text, let option):
      "\(option) : \(text.printable) n'est pas une somme. Écrivez par exemple 8.30."
    case .together(let one, let other):
      "Indiquez \(one) et \(other) ensemble."
    case .needsTitle: "Indiquez un titre après --title."
    case .decision(let text):
      "--decide : \(text.quotable) n'est pas une décision. Écrivez par exemple « take-out FICHIER:4 ». Les autres : offcirc fix --help."
    case .nothingToChange:
      "Indiquez ce qui change, par exemple --status 3 ou --note TEXTE."
    case .notATable: "Le nom doit finir par .csv ou .xlsx."
    case .needsReason: "Indiquez une raison après --because."
    case .notAPaper: "Le nom doit finir par .pdf ou .txt, ou être -."
    case .notReportAndFile(let value):
      "--report \(value.printable) : indiquez le rapport, =, et le fichier déchargé."
    case .notAPage: "Le nom doit finir par .html, .pdf ou .txt."
    case .labels(let text):
      "--labels : \(text.printable) n'est pas une planche d'étiquettes. Écrivez par exemple 3x8, au plus 4x10."
    case .skip(let maximum):
      "Indiquez un nombre de 0 à \(maximum) après --skip."
    case .onlyOfLabels(let options):
      "Seul loan-labels a ces options : \(options.joined(separator: ", "))."
    case .notASlip: "Le nom doit finir par .pdf, .svg ou .bin."
    case .notAPrinter(let text):
      "--printer : \(text.printable) n'est pas une imprimante. Écrivez /dev/usb/lp0 ou cups:NOM, par exemple."
    case .zone(let name):
      "--zone : \(name.printable) n'est pas un fuseau connu. Écrivez par exemple Europe/Paris ou +01:00."
    case .group(let number):
      "--stat : \(number) n'est pas un groupe statistique. Indiquez un nombre de 1 à 999."
    case .notADrawing: "Le nom doit finir par .svg ou .pdf."
    case .clockOffset(let hours):
      "Écrivez une différence comme +01:00 (au plus \(hours):00), ou la date et l'heure actuelles, comme 2026-11-25T14:30."
    case .clockOffsetTooLarge(let hours):
      "--clock-offset ajoute au plus \(hours) heures. Rapprochez d'abord l'horloge de l'ordinateur de cette date."
    }
  }
}
