import Station

// What `--help` says about the commands.
extension French {
  func discussion(of command: Subcommand) -> String {
    switch command {
    case .record:
      """
      Chaque ligne est « loan EXEMPLAIRE EMPRUNTEUR » ou « return EXEMPLAIRE ». \
      Si un numéro contient des espaces, séparez les champs par des \
      tabulations. La réponse à une ligne est « ok NUMÉRO » quand la \
      transaction est sur le disque, ou « error LIGNE: raison ». Les erreurs \
      sont aussi sur la sortie d'erreur. Une ligne vide n'a pas de réponse.

      Pour les manuels : « return EXEMPLAIRE by EMPRUNTEUR » indique qui \
      rapporte l'exemplaire. « state EXEMPLAIRE STATUT » note le statut d'un \
      exemplaire à son dernier retour. Pour un exemplaire qui n'a pas été \
      rendu, comme lors d'un récolement, écrivez « state EXEMPLAIRE STATUT - ».
      """
    case .list:
      """
      Lit FICHIER, ou OffCirc.dat dans le dossier du poste. --unsaved, \
      --doubtful, --against et --deleted lisent le journal. --item et \
      --borrower cherchent dans OffCirc.dat et dans ce qui n'est pas sauvegardé. \
      « offcirc list archive » liste les archives. Le statut des exemplaires, \
      et qui les a rapportés, occupent deux colonnes de plus si le journal en \
      contient. --from et --to cherchent comme --item ; une date sans heure \
      vaut toute la journée. Pour un dossier, une colonne donne le fichier de \
      chaque ligne.

      \(listOfOfflineFiles)
      """
    case .recover:
      """
      SOURCE est le dossier d'un poste, ou celui de --copy-to. Dans le dossier \
      d'un poste, OffCirc.dat y est reconstruit. À partir d'une copie, le \
      journal et OffCirc.dat sont écrits dans le dossier de --files. Un fichier \
      présent n'est jamais remplacé. Avec --share, le journal vient de la base \
      partagée. SOURCE est alors l'identifiant du poste, si le rôle en a \
      plusieurs.
      """
    case .drill:
      """
      Neuf étapes à un poste à part : prêts, retours, erreurs, coupure de \
      courant, fin de journée. Sa fenêtre est en magenta. Imprimez d'abord la feuille : \
      offcirc drill --sheet FICHIER.pdf. Rien d'un exercice n'arrive dans un \
      vrai fichier, et aucune commande n'accepte les siens.

      Code de sortie :
        0   toutes les étapes réussies
        1   des étapes passées ou non atteintes
        74  erreur d'entrée ou de sortie
      """
    case .ready:
      """
      Examine les réglages, le dossier, le disque, la copie, l'horloge, \
      l'écran, la douchette, l'imprimante, les listes et la base \
      partagée. Indique quoi faire. Écrit un petit \
      fichier sur le disque et dans le dossier des copies, puis le supprime. \
      Fonctionne quand le poste est ouvert. Le poste affiche le dernier \
      résultat : \(key(.afterOutage)).

      Code de sortie :
        0   en ordre
        1   en ordre, avec des points à voir
        2   pas en ordre
        74  erreur d'entrée ou de sortie
      """
    case .scanner:
      """
      Scannez quelques codes-barres. La page montre ce qui arrive, et ce que la \
      douchette et le clavier y changent. F2 enregistre les réglages qui \
      conviennent. Aucune transaction n'est enregistrée.
      """
    case .sheet:
      """
      La feuille est au format A4. Imprimez-la en taille réelle. Un fichier \
      présent est remplacé.
      """
    case .settings:
      """
      Le résultat est un fichier de réglages. Avec --example, il ne règle rien \
      et explique chaque réglage ; avec --system, pour tous les comptes.
      """
    case .guide:
      """
      Un guide s'ouvre dans $PAGER, ou dans less. Si la sortie standard n'est \
      pas un terminal, il est écrit en texte. Pour imprimer la page des pannes : \
      offcirc guide outage | lp
      """
    case .manual:
      """
      Pour lire une page : offcirc manual | man -l -

      Avec --output, les pages sont écrites dans un dossier où man les trouve, \
      par exemple ~/.local/share/man. Celles d'une autre langue : --language.
      """
    case .status:
      """
      Ne change rien, et peut être lancé pendant que le poste est ouvert.

      Code de sortie :
        0   rien n'est abîmé
        1   quelque chose est abîmé, absent ou illisible
        74  erreur d'entrée ou de sortie
      """
    case .check:
      """
      Signale chaque problème : fichier, ligne, gravité (erreur, avertissement, \
      remarque), ce qu'Alma en fera, et ce qu'il faut faire. Les exemplaires \
      sont suivis dans tous les fichiers, dans l'ordre d'offcirc merge. L'ordre \
      des heures est vérifié dans chaque fichier séparément.

      En texte, les premiers problèmes de chaque sorte sont affichés et les \
      autres comptés. En CSV et en JSON, tous y sont. Rien n'est modifié.

      \(folderOfFiles)

      \(checkOfOfflineFiles)

      Code de sortie :
        0   au plus des remarques
        1   avertissements
        2   erreurs
        74  un fichier est illisible ; les autres sont vérifiés
      """
    case .rehearse:
      """
      Parcourt chaque FICHIER comme le système de la bibliothèque, avec les \
      exemplaires, lecteurs et prêts du catalogue. Montre les lignes qui \
      échoueront ou iront autrement que prévu. Pour chacune : le message qui \
      viendra, et que faire dès maintenant. Chaque fichier compte comme un \
      déchargement, dans l'ordre indiqué. Rien n'est modifié.

      --report écrit les messages attendus dans un fichier semblable au rapport \
      du système, pour offcirc reconcile. --compare confronte le vrai rapport à \
      la répétition, et montre quelle liste n'est plus à jour.

      Code de sortie :
        0   toutes les lignes iront comme prévu
        1   quelque chose à examiner, ou une différence (--compare)
        2   des lignes échoueront
        64  commande mal écrite
        74  erreur d'entrée ou de sortie
      """
    case .merge: discussionOfMerge
    case .kit:
      """
      Le lot contient un fichier par bureau de prêt, fusionné à partir de ceux \
      de ses postes. Il contient aussi transactions.csv, la liste de contrôle à \
      lire ou à imprimer, et SHA256SUMS. Indiquez le bureau devant un fichier : \
      Annexe=/media/usb/OffCirc.dat. Sinon, c'est celui de --desk, ou celui des \
      réglages. \(folderOfFiles)

      Avec --as pmb, le lot contient secouru-1.txt, etc. : les prêts et les \
      retours comme PMB les prend, ceux de tous les bureaux ensemble. Les \
      lignes que PMB ne peut pas prendre sans risque sont dans a-traiter.csv. \
      Suivent les statuts, les amendes, le statut initial et les dates, en \
      procédures pour PMB et en SQL.

      Avec --as koha, evergreen, sierra ou destiny, le lot contient les \
      fichiers de ce système à côté des fichiers .dat. Sierra demande --due, la \
      date de retour de tous les prêts, et --stat. Sauf pour PMB, le lot \
      contient une liste de codes-barres par état noté.

      Le registre liste ce qui est dans un lot. Si des lignes y sont déjà, \
      aucun lot n'est préparé. --rest les laisse de côté, --again les reprend. \
      Aucun lot n'est préparé non plus si le registre n'est pas entièrement \
      lisible. Deux fichiers avec trop de lignes en commun sont refusés. Un \
      fichier qui répète la moitié de ses lignes l'est aussi.
      """
    case .reconcile:
      """
      RAPPORT est le rapport de traitement du système de la bibliothèque, en \
      texte, en CSV ou en .xlsx. Le texte peut être copié de la page, du \
      courriel ou d'un PDF. La page ou le courriel enregistrés conviennent \
      aussi. FICHIER est le fichier que vous avez déchargé. Les pages de Koha, \
      d'Evergreen et de PMB sont lues aussi. Pour PMB, FICHIER est le fichier \
      OffCirc.dat qui a été converti.

      --output crée un dossier avec worklist.txt, .html, .csv et .json, et les \
      jeux items.csv et users.csv. --retry écrit les lignes corrigées avec \
      certitude dans un nouveau fichier, à décharger. Un fichier présent n'est \
      jamais remplacé.

      Code de sortie :
        0   rien à faire
        1   quelque chose à faire
        2   rapport d'un autre fichier
        64  commande mal écrite
        74  erreur d'entrée ou de sortie
      """
    case .morning: discussionOfMorning
    case .fix: discussionOfFix
    case .archive: discussionOfArchive
    case .account: discussionOfAccount
    case .purge:
      """
      Les archives contiennent des données personnelles, et ce qui est effacé \
      ne peut être restauré. Sans --yes, offcirc demande d'abord. Sans terminal \
      pour répondre, rien n'est effacé. Le registre reste : il ne nomme aucun \
      emprunteur.

      Une archive avec des transactions plus récentes est gardée. Si les \
      archives ont des dates postérieures à l'horloge, rien n'est effacé.
      """
    case .redate:
      """
      --first donne la date et l'heure de la première ligne, et déplace les \
      autres d'autant. --by déplace toutes les lignes. --lines n'en prend que \
      certaines. FICHIER n'est pas modifié. Vérifiez le nouveau fichier, et \
      préparez le lot avec lui.

      Le registre reconnaît les lignes à leur date. Ne changez pas les dates de \
      lignes déjà dans un lot.
      """
    case .convert: discussionOfConvert
    case .catalogue:
      """
      Le catalogue est un seul fichier, fait des listes importées : celui de \
      --catalogue, celui des réglages, ou $XDG_DATA_HOME/offcirc/catalogue.
      """
    case .catalogueImport:
      """
      Les FICHIERS sont une seule liste : exemplaires, lecteurs, prêts ou \
      blocages. Ce sont des textes (virgules, points-virgules, tabulations ou \
      barres), des classeurs .xlsx ou des pages web. Sont lus aussi \
      borrowers.db et le JSON de Koha, les utilisateurs d'Alma en XML et les \
      notices MARC (ISO 2709). Leur nom ne compte pas. Les colonnes se reconnaissent à leur en-tête et à leur contenu. \
      --preview les montre avec ce qui changerait, et ne change rien.

      Ce que la liste ne contient pas reste tel quel. Avec --complete, ce qui \
      manque est noté comme absent ; au-delà d'un dixième, confirmez avec --yes. \
      Les lignes rejetées vont entières dans le fichier de --rejects : \
      corrigez-les et importez-le.

      Adresses, téléphones, courriels, mots de passe et prix propres à un \
      exemplaire ne sont jamais lus.

      Code de sortie :
        0   terminé
        1   des lignes sont rejetées
        64  des colonnes sont à nommer, ou commande incorrecte
        74  erreur d'entrée ou de sortie
      """
    case .catalogueVerify:
      """
      Le numéro sur l'étiquette, celui de la colonne et celui de la douchette \
      peuvent différer. Scannez trois exemplaires, puis trois \
      cartes. Ce qu'il faut retirer pour les trouver est noté dans les \
      réglages : item-cut et borrower-cut. Sans terminal, les scans sont les \
      lignes de l'entrée standard ; une ligne vide termine les exemplaires.

      Code de sortie :
        0   tout est trouvé
        1   un numéro est introuvable
        74  erreur d'entrée ou de sortie
      """
    case .catalogueRebuild:
      """
      Chaque importation conserve sa liste, dans la limite de son niveau, dans \
      le dossier FICHIER.lists à côté du catalogue FICHIER. Un catalogue abîmé, \
      absent ou d'une autre version est refait à partir de ces listes.
      """
    case .catalogueErase:
      """
      Efface toutes les listes et le catalogue. Avec --borrowers, efface les \
      listes de lecteurs, de blocages et de prêts, et refait le catalogue à \
      partir des autres. Rien de ce qui est effacé ne reste dans un fichier \
      d'OffCirc. Avec une base partagée et le rôle d'un référent, les listes de \
      tous les postes sont effacées.
      """
    case .finesList:
      """
      Le tarif des réglages tire une amende des états d'un exemplaire au début \
      et à la fin du prêt. Les prix viennent des listes du catalogue. JSON et \
      CSV donnent id, borrower, item, start, end, amount, state et why. Un \
      montant à fixer est null. Voir offcirc guide school.
      """
    case .finesPay:
      """
      Le numéro est celui d'offcirc fines. Si le montant est à fixer, \
      indiquez-le avec --amount. Fermez d'abord le poste. Une amende payée le \
      reste, même si l'exemplaire revient.
      """
    case .handout:
      """
      Ouvre la fenêtre avec les élèves et les titres de la classe. Un scan \
      donne un exemplaire à l'élève dont c'est le tour. Les titres viennent \
      d'offcirc catalogue import --kind sets, les classes d'une liste de \
      lecteurs importée avec --level classes. Relancez la commande pour \
      reprendre où elle en était.

      Sans terminal, ou avec --format, elle liste les manuels encore à donner. \
      Le code de sortie vaut 1 s'il y en a, et 0 sinon. CSV et JSON donnent \
      une ligne pour chaque titre de chaque élève.
      """
    case .finesWaive:
      "Le numéro est celui d'offcirc fines. Fermez d'abord le poste."
    case .papers: papersHelp
    case .slip: slipHelp
    case .swaps:
      """
      Deux lecteurs qui ont rendu l'un l'exemplaire de l'autre, du même titre, \
      forment une paire : personne ne doit rien. Les autres sont listés par \
      classe, avec ce que chacun a encore du titre. Les retours des 365 \
      derniers jours comptent.
      """
    case .missing:
      """
      Les journaux, ou une liste plus récente, ont les exemplaires sortis. Un \
      titre gardé deux ans ne manque qu'après la deuxième année.
      """
    case .wear:
      """
      L'usure est le changement d'état moyen par prêt, sans les pertes. JSON et \
      CSV donnent year ou title, copies, loans, change, lost et toDelete.
      """
    case .closing:
      """
      Sans option, montre ce qui reste à faire, et ne change rien.

      --date indique le jour auquel tout devait être rendu. Chaque exemplaire \
      manquant reçoit une amende provisoire : un retour la rend sans objet. \
      --final rend définitives les amendes provisoires : si un exemplaire \
      revient ensuite, la liste le signale seulement. Les deux montrent \
      d'abord les amendes, et demandent. Les relancer ne change rien. Fermez \
      d'abord le poste.

      Code de sortie :
        0   terminé
        1   non confirmé, ou le jour n'est pas encore passé
        74  erreur d'entrée ou de sortie
      """
    case .copiesList, .copiesAdd, .copiesEdit, .copiesImport, .copiesDelete,
      .copiesHistory, .copiesCheck:
      discussionOfCopies(command)
    case .borrowersList, .borrowersDelete, .borrowersHistory:
      discussionOfBorrowers(command)
    case .share, .shareInit, .shareStatus, .shareFetch, .shareLists,
      .sharePurge:
      discussionOfSharing(command)
    case .station, .save, .borrowers, .copies, .fines, .catalogueStatus,
      .catalogueFind, .catalogueItem, .catalogueBorrower:
      ""
    }
  }
}
