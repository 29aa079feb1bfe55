import Station
import Terminal

extension French {
  func sentence(_ refused: BurstError) -> String {
    let shown = shown(refused.events)
    switch refused.reason {
    case .stroke(let event) where refused.hasNoCharacter:
      return
        "Ignoré : \(name(ofStroke: event)), reçu à la vitesse d'une douchette. Si c'était vous, appuyez à nouveau."
    case .stroke(let event):
      return
        "NON enregistré : \(shown) contient \(name(ofStroke: event)). Scannez-le à nouveau. En cas d'échec, tapez le numéro."
    case .altCodes:
      return
        "NON enregistré : la douchette envoie des codes Alt (\(shown)). Réglez-la sur un clavier américain, sans codes Alt."
    case .torn:
      return
        "NON enregistré : \(shown) est arrivé trop vite après autre chose. Scannez-le à nouveau."
    }
  }

  var mouseName: String { "souris" }
  var pasteName: String { "collage" }

  func name(ofBytes count: Int) -> String {
    counting(count, "octet inconnu", "octets inconnus")
  }
}
