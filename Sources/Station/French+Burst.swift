import Terminal

// What is said of what a scanner sent and is no scan, in French.
extension French {
  func sentence(_ refused: RefusedBurst) -> String {
    let shown = shown(refused.events)
    switch refused.fault {
    case .stroke(let event) where refused.hasNoCharacter:
      return
        "\(name(ofStroke: event)) est arrivé à la vitesse d'une douchette : sans effet. Si c'était vous, appuyez à nouveau."
    case .stroke(let event):
      return
        "NON enregistré : \(shown) contient \(name(ofStroke: event)). Scannez-le à nouveau ; sinon, tapez le numéro."
    case .altCodes:
      return
        "NON enregistré : la douchette envoie des codes Alt (\(shown)). Réglez-la sur un clavier américain, sans codes Alt."
    case .torn:
      return
        "NON enregistré : \(shown) est arrivé juste derrière autre chose. Scannez-le à nouveau."
    }
  }

  var unknownKey: String { "une touche inconnue" }

  var mouseName: String { "souris" }
  var pasteName: String { "collage" }

  func name(ofBytes count: Int) -> String {
    count == 1 ? "1 octet sans touche" : "\(count) octets sans touche"
  }
}
