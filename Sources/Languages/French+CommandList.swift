// What `--help` says about the program, and each command in one line.
extension French {
  var programAbstract: String {
    "Enregistrer prêts et retours pendant une panne du système de la bibliothèque."
  }

  var programDiscussion: String {
    """
    Sans commande, offcirc ouvre le poste dans le terminal. Chaque transaction \
    est aussitôt sur le disque. « Sauvegarder dans le fichier » ajoute les \
    transactions à OffCirc.dat, à décharger dans Alma après la panne.

    Fichiers : le dossier de --files ; sinon celui de $OFFCIRC_FILES, celui des \
    réglages, $XDG_DATA_HOME/offcirc/files ou ~/.local/share/offcirc/files.

    Réglages : le fichier de --config ; sinon celui de $OFFCIRC_CONFIG, \
    $XDG_CONFIG_HOME/offcirc/offcirc.toml ou ~/.config/offcirc/offcirc.toml. \
    En dessous : ceux de $XDG_CONFIG_DIRS, puis /etc/offcirc/offcirc.toml. \
    Voir offcirc settings --example.

    \(exitStatuses)
    """
  }

  func abstract(of command: Subcommand) -> String {
    switch command {
    case .station: "Ouvrir le poste dans ce terminal."
    case .record: "Enregistrer des transactions lues sur l'entrée standard."
    case .save: "Ajouter à OffCirc.dat ce qui n'est pas encore sauvegardé."
    case .list: "Lister les transactions."
    case .recover:
      "Reconstruire la liste et OffCirc.dat à partir d'un journal ou de sa copie."
    case .scanner: "Essayer une douchette et enregistrer ses réglages."
    case .ready: "Contrôler qu'un poste est en ordre avant une panne."
    case .drill: "S'exercer à une panne en dix minutes."
    case .sheet: "Préparer une feuille de codes de commande."
    case .slip: "Imprimer les prêts et retours d'un emprunteur ce jour."
    case .settings: "Afficher les réglages actuels et leur origine."
    case .guide: "Afficher un guide, ou la liste des guides."
    case .manual: "Écrire les pages du manuel."
    case .status: "Afficher l'état du poste et la prochaine étape."
    case .check: "Vérifier des fichiers avant le déchargement."
    case .rehearse:
      "Montrer ce que le système de la bibliothèque répondra à un fichier."
    case .merge:
      "Fusionner dans l'ordre les fichiers de plusieurs postes d'un bureau de prêt."
    case .morning: "Regarder les fichiers de tous les postes, et décider."
    case .fix: "Fusionner des fichiers, modifiés selon des décisions."
    case .kit:
      "Préparer un lot à décharger : fichiers, liste de contrôle et liste des transactions."
    case .reconcile:
      "Expliquer les lignes rejetées d'un déchargement, et lister ce qu'il faut faire."
    case .archive: "Archiver un OffCirc.dat déchargé et vider le poste."
    case .account:
      "Dresser un bilan de la panne, sans emprunteurs, à conserver."
    case .purge: "Effacer les anciennes archives."
    case .redate:
      "Corriger les dates d'un fichier dont le poste avait une horloge fausse."
    case .convert: "Convertir des fichiers hors ligne pour un autre système."
    case .catalogue:
      "Connaître exemplaires et lecteurs par les listes d'autres logiciels."
    case .catalogueStatus:
      "Afficher ce que le catalogue contient, et de quand il date."
    case .catalogueImport: "Importer une liste exportée d'un autre logiciel."
    case .catalogueFind: "Trouver des exemplaires par les mots de leur titre."
    case .catalogueItem: "Afficher un exemplaire par son numéro."
    case .catalogueBorrower: "Afficher un emprunteur par le numéro de sa carte."
    case .catalogueVerify: "Comparer des scans aux numéros des listes."
    case .catalogueRebuild: "Refaire le catalogue à partir de ses listes."
    case .catalogueErase: "Effacer des listes, pour protéger les données."
    case .fines: "Lister et régler les amendes des manuels d'une école."
    case .finesList: "Lister les amendes, et d'où vient chaque somme."
    case .finesPay: "Noter qu'une amende a été payée."
    case .finesWaive: "Exonérer d'une amende."
    case .handout: "Distribuer les manuels d'une classe."
    case .papers:
      "Préparer reçus, listes, étiquettes et lettres pour les manuels."
    case .swaps: "Lister ce que quelqu'un d'autre a rendu, et les échanges."
    case .missing: "Lister par classe les exemplaires non rendus."
    case .wear: "Montrer l'usure et les pertes par année ou par titre."
    case .closing: "Clore l'année scolaire, étape par étape."
    case .copies, .copiesList, .copiesAdd, .copiesEdit, .copiesImport,
      .copiesDelete, .copiesHistory, .copiesCheck:
      abstractOfCopies(command)
    case .borrowers, .borrowersList, .borrowersDelete, .borrowersHistory:
      abstractOfBorrowers(command)
    case .share, .shareInit, .shareStatus, .shareFetch, .shareLists,
      .sharePurge:
      abstractOfSharing(command)
    }
  }
}
