import Offload
import Station
import Typesetting

extension French {
  var accountTitle: String { "Bilan de la panne" }

  func summary(of account: Account) -> String {
    let (loans, returns) = (
      account.desks.reduce(0) { $0 + $1.loanCount },
      account.desks.reduce(0) { $0 + $1.returnCount }
    )
    let span = account.span.map {
      ", du \(tableTime($0.first)) au \(tableTime($0.last))"
    }
    return
      "\(counting(account.desks.count, "bureau", "bureaux")) : \(counts(loans, returns, account.readerCount))\(span ?? ""). Bilan dressé le \(day(account.time))."
  }

  func heading(of part: Account.Part) -> String {
    switch part {
    case .sums: "Ce que sont devenues les lignes"
    case .times: "Ce qui s'est passé, et quand"
    case .losses: "Ce qui a été perdu"
    case .acts: "Ce qui a été corrigé à la main"
    }
  }

  var columnsOfSums: [String] {
    [
      "Bureau", "Enregistrées", "Déchargées", "Rejetées", "Retirées",
      "Dans un lot", "Non déchargées",
    ]
  }

  var allDesks: String { "Total" }

  func balance(of sums: AccountedSums) -> String {
    func part(_ count: Int, _ singular: String) -> String {
      "\(count) \(counting.form(of: count, singular, singular + "s"))"
    }
    let parts = [
      part(sums.uploaded, "déchargée"), part(sums.refused, "rejetée"),
      part(sums.takenOut, "retirée"),
      sums.handedOver > 0 ? "\(sums.handedOver) dans un lot sans rapport" : "",
      sums.waiting > 0 ? part(sums.waiting, "non déchargée") : "",
    ].filter { !$0.isEmpty }
    let sum =
      "\(counting(sums.recorded, "ligne enregistrée", "lignes enregistrées")) = \(parts.joined(separator: " + "))"
    return sums.hold
      ? "Les totaux sont justes : \(sum)."
      : "Les totaux sont faux : \(sum)."
  }

  func recount(by journal: AccountedJournal) -> String {
    let count =
      "\(journal.path.printable) : \(counting(journal.lineCount, "ligne")). Transactions sauvegardées selon le journal : \(counting.digits(journal.savedCount))."
    return journal.agrees
      ? count + " Les deux nombres sont égaux."
      : count
        + " Les deux nombres diffèrent : le fichier a été modifié, ou d'autres lignes y ont été ajoutées."
  }

  func sentence(on upload: AccountedUpload) -> String {
    let count = upload.unplacedCount
    let text =
      "Déchargement \(upload.path.printable) : \(counting(upload.lineCount, "ligne"))."
    return count == 0
      ? text
      : text
        + " \(counting(count, "message du rapport ne correspond", "messages du rapport ne correspondent")) à aucune ligne."
  }

  func foreignLines(_ count: Int) -> String {
    "\(counting(count, "ligne déchargée n'est pas", "lignes déchargées ne sont pas")) dans ces fichiers : par exemple, les lignes corrigées d'un second déchargement."
  }

  func headOfTimes(areDays: Bool) -> String { areDays ? "Jour" : "Heure" }

  func name(of time: AccountedTime, isDay: Bool) -> String {
    isDay ? day(time.start) : tableTime(time.start)
  }

  func unreadableLines(_ count: Int, of desk: String) -> String {
    "\(desk) : \(counting(count, "ligne n'est pas une transaction", "lignes ne sont pas des transactions")). Le système ne peut pas \(counting.form(of: count, "la", "les")) charger."
  }

  func unsavedTransactions(_ count: Int, at path: String) -> String {
    "\(path.printable) : \(counting(count, "transaction de son poste n'est pas sauvegardée", "transactions de son poste ne sont pas sauvegardées")), donc dans aucun déchargement."
  }

  func damagedJournal(at path: String) -> String {
    "\(path.printable) est abîmé. Des transactions sont peut-être perdues. Détails : offcirc status --files DOSSIER."
  }

  var noLosses: String { "Rien, d'après les fichiers." }

  var columnsOfActs: [String] {
    ["N°", "Date", "Qui", "Bureau", "Quoi", "Pourquoi"]
  }

  func name(of act: AccountedAct) -> String {
    let lines = act.lineCount ?? 0
    let count = counting(lines, "ligne")
    let form = counting.form(of: lines, "", "s")
    return switch act.kind {
    case .keep: "\(count) gardée\(form)"
    case .takeOut: "\(count) retirée\(form)"
    case .swap: "exemplaire et emprunteur échangés dans \(count)"
    case .item: "exemplaire corrigé dans \(count)"
    case .borrower: "emprunteur corrigé dans \(count)"
    case .shift: "toutes les heures décalées"
    case .order: "\(count) mise\(form) en ordre"
    }
  }

  var nothingByHand: String { "Rien." }

  var withoutNumbers: String {
    "Cette page ne contient ni nom ni numéro d'emprunteur. Les fichiers en contiennent : gardez-les sous clé, et archivez-les."
  }

  func accountWritten(_ account: Account, to path: String) -> String {
    "Bilan écrit dans \(path.printable). \(balance(of: account.sums))"
  }

  var toDoTitle: String { "Ce qui reste à faire aux postes" }

  var toDoPurpose: String {
    "Emportez cette page, et cochez chaque étape. Un poste est terminé quand il est vide."
  }

  func station(of file: StationFile) -> String {
    file.path.printable
      + (file.station.map { ", poste \($0.printable)" } ?? "")
  }

  var stepToFetch: String {
    "Aucun fichier de ce bureau n'a été trouvé : rapportez son OffCirc.dat, avec OffCirc.journal à côté."
  }

  func stepToSave(_ count: Int) -> String {
    "\(counting(count, "transaction n'est pas sauvegardée", "transactions ne sont pas sauvegardées")). Appuyez sur \(key(.save)) au poste, puis reprenez le fichier."
  }

  func stepToUpload(_ count: Int) -> String {
    "\(counting(count, "ligne n'est", "lignes ne sont")) dans aucun déchargement. Préparez-en un lot (offcirc kit --rest), et déchargez-le."
  }

  func stepToReport(_ count: Int) -> String {
    "\(counting(count, "ligne est", "lignes sont")) dans un lot sans rapport. Déchargez ce lot si ce n'est pas fait, et enregistrez le rapport."
  }

  func stepToAnswer(_ count: Int) -> String {
    "\(counting(count, "ligne a été rejetée", "lignes ont été rejetées")). Suivez la liste de travail (offcirc reconcile)."
  }

  func stepToArchive(isChanged: Bool) -> String {
    isChanged
      ? "Après le déchargement, fermez le poste et archivez-le : offcirc archive --uploaded. Des lignes ont été corrigées à la main : le lot ne les a pas toutes."
      : "Après le déchargement, fermez le poste et archivez-le : offcirc archive."
  }

  var nothingLeftToDo: String { "Archivé. Il n'y a plus rien à faire ici." }

  var headingOfCopies: String { "Copies de journaux" }

  func stepToRecover(_ copy: RollCall.Ahead) -> String { ahead(copy) }

  func toDoWritten(to path: String) -> String {
    "Page de ce qui reste à faire : \(path.printable)."
  }

  /// The paragraphs of `--help` about the account.
  var discussionOfAccount: String {
    """
    La page montre ce que chaque bureau a enregistré, heure par heure, et ce \
    qui a été perdu. Elle montre ce qui a été corrigé à la main, et par qui, \
    et ce qu'est devenue chaque ligne. Elle ne contient aucun numéro \
    d'emprunteur ni d'exemplaire. \(folderOfFiles)

    --report prend le rapport du système, =, et le fichier déchargé, par \
    exemple "rapport.html=lot/1-Central.dat". Indiquez-en un par \
    déchargement. Sans rapport, les lignes du registre comptent comme dans un \
    lot.

    Code de sortie :
      0   toutes les lignes déchargées ou retirées, rien de perdu
      1   quelque chose est rejeté, manque ou est perdu
      2   rapport d'un autre fichier
      64  commande mal écrite
      74  erreur d'entrée ou de sortie
    """
  }
}
