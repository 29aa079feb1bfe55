import Circulation
import Offload
import Station
import Typesetting

extension French {
  // MARK: At the opening

  func restored(_ count: Int, since: LocalTime) -> String {
    count == 1
      ? "1 transaction du \(moment(since)) reste à sauvegarder : elle est dans la liste."
      : "\(counting(count, "transaction")) restent à sauvegarder, la première du \(moment(since)) : elles sont dans la liste."
  }

  func torn() -> String {
    "L'enregistrement du dernier numéro a été interrompu. Vérifiez qu'il est dans la liste ; sinon, scannez-le à nouveau."
  }

  func damaged(_ damage: [JournalDamage], in journal: String) -> String {
    let lines = counting.list(
      damage.map { String($0.line) }, .and, maximum: 8)
    let missing = damage.missingCount
    let gone =
      missing > 0
      ? " ; \(counting(missing, "manquante"))" : ""
    return
      "\(journal.printable) est abîmé (\(counting.form(of: damage.count, "ligne", "lignes")) \(lines)\(gone)). La liste est peut-être fausse. Gardez une copie du fichier et prévenez la personne référente."
  }

  func saveCompleted(_ count: Int) -> String {
    "Sauvegarde interrompue, terminée à présent : \(counting(count, "transaction ajoutée", "transactions ajoutées")) à OffCirc.dat."
  }

  func saveReturned(_ count: Int) -> String {
    """
    Sauvegarde interrompue, et OffCirc.dat a changé depuis ou a disparu : \
    \(counting(count, "transaction est", "transactions sont")) de nouveau dans \
    la liste. Si OffCirc.dat a été déchargé, vérifiez son contenu avant de \
    sauvegarder.
    """
  }

  func saveNotCompleted(_ error: FileError) -> String {
    "Impossible pour l'instant de terminer une sauvegarde interrompue. \(sentence(error))"
  }

  // MARK: While the station is open

  func clockWarning(_ warning: ClockWarning, now: LocalTime) -> String {
    let clock = "L'horloge indique le \(moment(now))"
    return
      switch warning
    {
    case .beforeLastEvent(let last):
      "\(clock), avant la dernière transaction (\(moment(last))). Prévenez la personne référente."
    case .longAfterLastEvent(let last):
      "\(clock). La dernière transaction est du \(moment(last)). L'horloge est-elle à l'heure ?"
    case .beforeRelease(let release):
      "\(clock), avant la date de ce programme (\(moment(release))). Prévenez la personne référente."
    }
  }

  func clockJump(from expected: LocalTime, to now: LocalTime) -> String {
    "L'horloge a été modifiée : elle indique le \(moment(now)) au lieu du \(moment(expected))."
  }

  func stale(
    _ count: Int, from oldest: LocalTime, to newest: LocalTime
  ) -> String {
    "OffCirc.dat contient encore \(counting(count, "ligne")) du \(dates.days(oldest, newest)). \(counting.form(of: count, "A-t-elle été déchargée", "Ont-elles été déchargées")) ? Voir \(key(.afterOutage))."
  }

  func strange(_ count: Int, first line: Int) -> String {
    count == 1
      ? "La ligne \(line) d'OffCirc.dat n'est pas une transaction. Faites-la vérifier avant le déchargement."
      : "OffCirc.dat contient \(counting(count, "ligne")) qui ne sont pas des transactions (la première : ligne \(line)). Faites-le vérifier avant le déchargement."
  }

  func openToOthers(_ folder: StationFolder) -> String {
    "Le dossier \(folder.path.printable) est lisible par d'autres comptes. Pour le fermer : chmod 700 \(folder.path.quotedForShell)"
  }

  func scarceSpace(megabytes: Int) -> String {
    "Le disque est presque plein : il reste \(megabytes) Mo. Libérez de la place."
  }

  func copyWarning(_ warning: CopyWarning, folder: String) -> String {
    switch warning {
    case .lost(let error):
      "PAS de copie de secours. \(sentence(error)) Vous pouvez continuer."
    case .late:
      "PAS de copie de secours : \(folder.printable) n'est pas encore à jour. Vous pouvez continuer."
    case .onSameDisk:
      "La copie dans \(folder.printable) est sur le même disque que le journal. La clé USB est-elle branchée ?"
    case .setAside(let path):
      "La copie contenait des lignes absentes du journal ; elle a été renommée \(path.printable). Prévenez la personne référente."
    }
  }

  func waitingForCard(_ items: [String]) -> String {
    let numbers = items.map(\.quotable).joined(separator: ", ")
    return
      "\(counting(items.count, "exemplaire attend sa carte", "exemplaires attendent leur carte")) : \(numbers)"
  }

  func settingsLeftOut(others count: Int) -> String {
    let rest =
      count == 0
      ? "" : ", ni de \(counting(count, "autre réglage", "autres réglages"))"
    return
      "D'ici là, le poste n'en tient pas compte\(rest). Prévenez la personne référente."
  }

  func settingsLeftOut() -> String {
    "D'ici là, le poste ne tient pas compte de ces réglages. Prévenez la personne référente."
  }

  func nameAnotherFolder() -> String {
    "Indiquez un dossier où vous pouvez écrire, avec --files ou $OFFCIRC_FILES."
  }

  // MARK: Their place

  var warningsHeading: String { "À vérifier" }

  func moreWarnings(_ count: Int) -> String {
    "\(counting(count, "autre")) : \(key(.afterOutage))"
  }

  var dismissHint: String {
    "\(key(.dismissWarning, in: .page)) : masquer l'avertissement sur ces lignes jusqu'à demain."
  }

  func warningDismissed() -> String {
    "L'avertissement sur les lignes d'un autre jour est masqué jusqu'à demain."
  }

  func nothingToDismiss() -> String {
    "Il n'y a pas d'avertissement à masquer."
  }
}
