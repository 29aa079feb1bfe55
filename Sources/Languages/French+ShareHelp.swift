// What `--help` says about the commands for sharing.
extension French {
  /// The one sentence about a command for sharing.
  func abstractOfSharing(_ command: Subcommand) -> String {
    switch command {
    case .share:
      "Partager ce que plusieurs postes enregistrent, par PostgreSQL."
    case .shareInit: "Préparer la base partagée, avec le rôle qui la possède."
    case .shareStatus: "Afficher les postes qui partagent, et où ils en sont."
    case .shareFetch: "Écrire les journaux de tous les postes dans un dossier."
    case .shareLists:
      "Prendre les listes de la bibliothèque, ou publier les vôtres."
    case .sharePurge: "Supprimer d'anciennes lignes de la base partagée."
    default: ""
    }
  }

  /// The paragraphs about a command for sharing.
  func discussionOfSharing(_ command: Subcommand) -> String {
    switch command {
    case .share:
      """
      Le journal de chaque poste fait foi, et aucun poste n'attend la base. \
      L'adresse est celle de --share, de OFFCIRC_SHARE ou des réglages, sans \
      mot de passe : sa place est dans ~/.pgpass.
      """
    case .shareInit:
      """
      Crée les tables, les droits et les rôles de groupe ; peut être relancé à \
      tout moment. Demande le droit CREATEROLE et la propriété de la base, \
      codée en UTF8. Le résultat contient le SQL des rôles et la ligne de \
      pg_hba.conf.
      """
    case .shareStatus:
      """
      Pour chaque poste : ses dernières nouvelles dans la base, et ce qu'il \
      n'avait pas encore envoyé. La version de ses listes y est aussi. Pour \
      la surveillance : --format json.
      """
    case .shareFetch:
      """
      Chaque journal commence à la dernière archive de son poste. offcirc \
      recover peut le lire. Un fichier qui a des lignes à lui n'est pas \
      remplacé.
      """
    case .shareLists:
      """
      Un poste ouvert prend de lui-même les nouvelles listes. Les listes que \
      seul cet ordinateur possède restent, après celles de la bibliothèque.

      --publish prend d'abord les dernières listes. Le rôle doit \
      être celui d'un référent. La base ne garde que la dernière version.
      """
    case .sharePurge:
      """
      Les lignes contiennent des données personnelles, et ce qui est supprimé \
      ne revient pas. Le rôle doit posséder la base. Sans --yes, offcirc \
      demande d'abord. Sans terminal, rien n'est supprimé. Aucun poste ne \
      renvoie ces lignes.
      """
    default: ""
    }
  }
}
