// What `--help` says about the commands for copies.
extension French {
  /// The one sentence about a command for copies.
  func abstractOfCopies(_ command: Subcommand) -> String {
    switch command {
    case .copies:
      "Connaître et modifier les exemplaires de manuels d'une école."
    case .copiesList:
      "Lister les exemplaires et leur état, ou les compter par titre."
    case .copiesAdd:
      "Ajouter des exemplaires d'un titre, un seul ou toute une série."
    case .copiesEdit: "Modifier des exemplaires, ou leurs titres."
    case .copiesImport:
      "Importer une liste d'exemplaires, contrôlée ligne par ligne."
    case .copiesDelete:
      "Supprimer des exemplaires dont l'historique est exporté."
    case .copiesHistory:
      "Montrer ou exporter les prêts, états et amendes d'exemplaires."
    case .copiesCheck:
      "Trouver ce qui fausse les états, les amendes ou les lettres."
    default: ""
    }
  }

  /// The paragraphs about a command for copies.
  func discussionOfCopies(_ command: Subcommand) -> String {
    switch command {
    case .copiesList:
      """
      Les exemplaires sont ceux du catalogue. L'état est le dernier des \
      journaux, sinon celui des listes. Les exemplaires à l'état 6 (à \
      supprimer) et les absents des listes ne sont pas comptés. --all les \
      montre aussi.
      """
    case .copiesAdd:
      """
      Chaque NUMÉRO est un exemplaire, ou une série comme 27001-27100. Un \
      nouvel exemplaire commence à l'état 1, ou à celui de --status. Ce qui \
      n'est pas indiqué vient des autres exemplaires du même titre. Sans \
      --call-number, --course et --grade proposent une cote d'après la table \
      des réglages.

      Les numéros avec un zéro initial, d'une autre longueur ou avec une barre \
      oblique sont refusés, sauf avec --force. Les exemplaires sont conservés \
      comme une liste à part, à côté des listes importées.

      Code de sortie :
        0   terminé
        1   quelque chose est refusé, et rien n'est changé
        64  mauvaise utilisation
        74  erreur d'entrée ou de sortie
      """
    case .copiesEdit:
      """
      Chaque NUMÉRO est un exemplaire, ou une série comme 27001-27100. Une \
      valeur vide efface un champ. Titre, auteur, prix, amende et manuel de \
      deux ans sont ceux du titre : ils changent pour tous ses exemplaires.

      Le nouvel état d'un exemplaire connu des journaux est aussi noté dans le \
      journal. Dans ce cas, fermez d'abord le poste.
      """
    case .copiesImport:
      """
      Comme offcirc catalogue import --kind items, après contrôle des règles \
      pour les exemplaires. Chaque ligne fautive est signalée, et rien n'est \
      importé. Avec --force, les lignes sont importées telles quelles. Les \
      exemplaires sans état prennent l'état 7.
      """
    case .copiesDelete:
      """
      Un exemplaire en prêt, ou avec une amende à régler, n'est pas supprimé. Si \
      les journaux ont son historique, exportez-le d'abord : offcirc copies \
      history NUMÉRO --output FICHIER.xlsx. Indiquez ensuite ce fichier avec \
      --exported : OffCirc vérifie qu'il contient chaque ligne. Une importation \
      ne ramène pas un exemplaire supprimé.

      Pour garder un exemplaire quelque temps sans le compter, donnez-lui \
      l'état 6.
      """
    case .copiesHistory:
      """
      Les lignes viennent des journaux du poste, archives comprises. Les \
      emprunteurs sont des numéros. --output écrit toutes les lignes dans un \
      nouveau fichier pour vous seul, en CSV ou en classeur.
      """
    case .copiesCheck:
      """
      Chaque problème est suivi de ce qui est à faire. Rien n'est changé. Les \
      exemplaires à l'état 6 et les absents des listes ne sont pas contrôlés.

      Code de sortie :
        0   aucun problème
        1   problèmes trouvés
        74  erreur d'entrée ou de sortie
      """
    default: ""
    }
  }
}
