import Circulation
import Station
import Typesetting

extension French {
  var closeTitle: String { "Fermer" }

  func closeQuestion(
    unsaved: Int, waiting: Int, pendingItem: String?, isRecordable: Bool,
    awaitingCard: [String]
  ) -> String {
    var sentences: [String] = []
    if unsaved > 0 {
      sentences.append(
        counting(
          unsaved, "transaction n'est pas encore dans OffCirc.dat",
          "transactions ne sont pas encore dans OffCirc.dat") + ".")
    }
    if let pendingItem {
      sentences.append(
        "\(pendingItem.quotable) est saisi mais n'est PAS enregistré. "
          + (isRecordable
            ? "\(key(.saveAndClose, in: .closing)) l'enregistre aussi."
            : loss("il sera perdu")))
    }
    if let last = awaitingCard.last {
      sentences.append(
        awaitingCard.count == 1
          ? "\(last.quotable) attend une carte. \(loss("il sera perdu"))"
          : "\(counting(awaitingCard.count, "exemplaire")) attendent une carte (dernier : \(last.quotable)). \(loss("ils seront perdus"))"
      )
    }
    if waiting > 0 {
      sentences.append(
        "Impossible d'écrire \(counting(waiting, "numéro")) sur le disque. "
          + loss(
            counting.form(of: waiting, "il sera perdu", "ils seront perdus")))
    }
    return sentences.joined(separator: "\n")
  }

  private func loss(_ outcome: String) -> String {
    "Si vous fermez maintenant, \(outcome)."
  }

  var closeOfKiosk: String {
    "Ce poste se rouvre de lui-même. Pour l'éteindre, appuyez sur le bouton de l'ordinateur."
  }

  var saveAndClose: String { "Sauvegarder et fermer" }
  var keepAndClose: String { "Fermer et garder la liste pour plus tard" }
  var discardAndClose: String { "Fermer quand même" }
  var goBack: String { "Revenir au poste" }

  func closed(saved: Int?, unsaved: Int, lost: Int) -> String {
    let file = inDataFile(saved, named: StationFolder.dataFileName)
    var sentences = ["OffCirc est fermé. \(file)."]
    sentences.append(
      unsaved == 0
        ? "Tout est sauvegardé."
        : "À sauvegarder, dans la liste la prochaine fois : \(unsaved).")
    if lost > 0 { sentences.append("NON enregistré : \(lost).") }
    return sentences.joined(separator: " ")
  }
}
