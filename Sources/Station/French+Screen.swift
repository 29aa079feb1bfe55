import Circulation
import Scanning

extension French {
  // MARK: Counts

  func items(_ count: Int) -> String {
    count < 2 ? "\(count) exemplaire" : "\(count) exemplaires"
  }

  func itemsInShort(_ count: Int) -> String { "\(count) ex." }

  func dayCounts(_ today: DayTally) -> String {
    func count(_ number: Int, _ word: String) -> String {
      number < 2 ? "\(number) \(word)" : "\(number) \(word)s"
    }
    return count(today.loanCount, "prêt") + ", "
      + count(today.returnCount, "retour") + ", "
      + count(today.readerCount, "lecteur")
  }

  func inDataFile(_ count: Int?) -> String {
    "Dans OffCirc.dat : " + (count.map(String.init) ?? "?")
  }

  func more(_ count: Int) -> String {
    count == 1 ? "… 1 autre" : "… \(count) autres"
  }

  // MARK: What stays to be looked at

  func moreWarnings(_ count: Int, key: String) -> String {
    count == 1 ? "1 autre : \(key)" : "\(count) autres : \(key)"
  }

  func waitingForCard(_ items: [String]) -> String {
    let numbers = items.map(\.quotable).joined(separator: ", ")
    return items.count == 1
      ? "1 exemplaire attend sa carte : \(numbers)"
      : "\(items.count) exemplaires attendent leur carte : \(numbers)"
  }

  func settingsLeftOut(others count: Int) -> String {
    let rest =
      count == 0
      ? "" : count == 1 ? ", ni d'un autre réglage" : ", ni de \(count) autres"
    return
      "D'ici là, le poste n'en tient pas compte\(rest). Prévenez la personne référente."
  }

  func settingsLeftOut() -> String {
    "D'ici là, le poste ne tient pas compte de ces réglages. Prévenez la personne référente."
  }

  func nameAnotherFolder() -> String {
    "Indiquez un dossier où vous pouvez écrire avec --files ou $OFFCIRC_FILES."
  }

  var warningsHead: String { "À vérifier" }

  func putAsideHint(key: String) -> String {
    "\(key) : ne plus voir aujourd'hui l'avertissement sur ces lignes."
  }

  func putAside() -> String {
    "L'avertissement sur les lignes d'un autre jour reviendra demain."
  }

  func nothingToPutAside() -> String {
    "Aucun avertissement ne peut être écarté."
  }

  // MARK: The panel of a wide window

  var dayHead: String { "Ce jour" }

  var messagesHead: String { "Derniers messages" }

  func readerHead(_ borrower: Barcode?) -> String {
    borrower.map { "Ce lecteur : \($0.text)" } ?? "Ce lecteur"
  }

  var noneYet: String { "Aucun pour l'instant." }

  // MARK: What was pasted

  func batchTarget(_ borrower: Barcode?) -> String {
    borrower.map { "Les premiers exemplaires vont à \($0.text) :" }
      ?? "Le début :"
  }

  func batchLine(_ text: String, as kind: Scan.Kind?) -> String {
    switch kind {
    case .borrower: "Carte \(text.quotable)"
    case .item: "Exemplaire \(text.quotable)"
    case nil: "Commande \(text.quotable)"
    }
  }

  // MARK: Closing

  func closed(saved: Int?, unsaved: Int, lost: Int) -> String {
    var sentences = ["OffCirc est fermé. \(inDataFile(saved))."]
    sentences.append(
      unsaved == 0
        ? "Rien n'attend d'être sauvegardé."
        : "Pas encore sauvegardé, dans la liste la prochaine fois : \(unsaved)."
    )
    if lost > 0 { sentences.append("NON enregistré : \(lost).") }
    return sentences.joined(separator: " ")
  }
}
