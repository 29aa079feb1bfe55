import Offload
import Scanning
import Station
import Terminal
import Typesetting

extension French {
  var scannerTitle: String { "Douchette" }

  func scannerKeys(canWrite: Bool, canSkip: Bool) -> String {
    (canWrite ? "\(key(.writeSettings, in: .scanner)) Enregistrer   " : "")
      + (canSkip ? "\(key(.skipScan, in: .scanner)) Passer   " : "")
      + "\(key(.stepBack, in: .scanner)) Revenir   \(key(.leave, in: .scanner)) Quitter"
  }

  var scannerHelp: String {
    "Suivez la première ligne. \(key(.writeSettings, in: .scanner)) enregistre les réglages affichés, \(key(.skipScan, in: .scanner)) passe une étape, \(key(.stepBack, in: .scanner)) revient d'une étape, \(key(.leave, in: .scanner)) quitte. Aucune transaction n'est enregistrée."
  }

  var strokesHeading: String {
    "Chaque caractère, son code, et les millisecondes avant lui :"
  }

  func progress(_ number: Int, of count: Int) -> String {
    "Étape \(number) sur \(count)."
  }

  func instruction(_ step: ScannerRoom.Step) -> String {
    switch step {
    case .scan(.borrower, 1):
      "Scannez une carte d'emprunteur. Rien n'est enregistré ici."
    case .scan(.item, 1): "Scannez maintenant un exemplaire."
    case .scan(.borrower, let number):
      "Scannez une autre carte : \(number) sur \(Diagnosis.requiredScans)."
    case .scan(.item, let number):
      "Scannez un autre exemplaire : \(number) sur \(Diagnosis.requiredScans)."
    case .type:
      "Tapez maintenant le numéro imprimé sous ces barres, puis \(key(.enter, in: .field))."
    case .done:
      "C'est tout. Scannez encore pour essayer ces réglages, ou quittez."
    }
  }

  func sentence(_ remark: ScannerRoom.Remark) -> String {
    switch remark {
    case .refused(let refused): sentence(inTest: refused)
    case .several(let count):
      "\(count) codes sont arrivés ensemble. Scannez une étiquette à la fois."
    case .typed:
      "Ce numéro a été tapé à la main. Scannez l'étiquette pour tester la douchette."
    case .scanned:
      "C'était la douchette. Tapez le numéro sous les barres, puis \(key(.enter, in: .field)). Ou \(key(.skipScan, in: .scanner)) pour passer."
    case .same(let number):
      "\(number.quotable) a déjà été scanné. Scannez-en un autre."
    case .looksLikeOther(let number, .item):
      "\(number.quotable) ressemble à une carte. Scannez un exemplaire. Si c'en est un, scannez-le à nouveau."
    case .looksLikeOther(let number, .borrower):
      "\(number.quotable) ressemble à un exemplaire. Scannez une carte. Si c'en est une, scannez-la à nouveau."
    case .mistyped(let number, let arrived):
      "Vous avez tapé \(number.quotable), mais la douchette a envoyé \(arrived.quotable). Vérifiez l'étiquette, puis retapez le numéro."
    case .nothingLearnt:
      "Rien à enregistrer pour l'instant. Scannez d'abord une étiquette."
    }
  }

  private func sentence(inTest refused: BurstError) -> String {
    let shown = shown(refused.events)
    switch refused.reason {
    case .stroke where refused.hasNoCharacter: return sentence(refused)
    case .stroke(let event):
      let name = name(ofStroke: event)
      let action =
        meaning(of: event).map {
          " Sur le poste, cette touche sert à : \($0)."
        }
        ?? ""
      return
        "\(shown) contient \(name).\(action) Le poste refuse un tel code. Réglez la douchette pour qu'elle n'envoie plus \(name)."
    case .altCodes:
      return
        "La douchette envoie des codes Alt (\(shown)), que le poste refuse. Réglez-la sur un clavier américain, sans codes Alt."
    case .torn:
      return
        "\(shown) est arrivé trop vite après autre chose. Scannez-le à nouveau."
    }
  }

  func finding(_ finding: Diagnosis.Finding) -> String {
    switch finding {
    case .end(.enter?):
      "La douchette ajoute \(key(.enter, in: .field)) à la fin."
    case .end(.tab?): "La douchette ajoute \(name(of: Key.tab)) à la fin."
    case .end(.silence?):
      "La douchette n'ajoute rien à la fin. Si possible, réglez-la pour qu'elle ajoute \(key(.enter, in: .field))."
    case .end(nil):
      "La douchette n'ajoute pas toujours la même chose à la fin."
    case .medianInterval(0): "Les caractères arrivent tous ensemble."
    case .medianInterval(let milliseconds):
      "Elle envoie un caractère toutes les \(milliseconds) ms."
    case .envelope(.aim):
      "Elle ajoute le type de code-barres devant le numéro. OffCirc l'enlève."
    case .envelope(.code39):
      "Elle ajoute des astérisques autour du numéro. OffCirc les enlève."
    case .envelope(.codabar):
      "Elle ajoute des lettres autour du numéro (Codabar). OffCirc les enlève."
    case .envelope(.clsi):
      "Elle ajoute des espaces dans le numéro (CLSI). OffCirc les enlève."
    case .frame(let frame):
      "Elle ajoute des caractères de commande (\(frame.characterNames)) autour du numéro. OffCirc les enlève."
    case .altCodes:
      "Elle envoie des codes Alt. OffCirc les comprend, mais un clavier américain sans codes Alt est plus sûr."
    case .layout(.frenchMac):
      "L'ordinateur est réglé sur un clavier français (Mac ou belge), la douchette sur un clavier américain."
    case .layout:
      "L'ordinateur est réglé sur un clavier français, la douchette sur un clavier américain."
    case .capitals:
      "Les majuscules sont verrouillées. Appuyez sur Verr. Maj pour les libérer."
    case .unchanged: "Le numéro arrive tel qu'il est imprimé sous les barres."
    case .unexplained(let arrived, let printed):
      "Numéro reçu : \(arrived.quotable). Numéro imprimé : \(printed.quotable). Cause inconnue : vérifiez les réglages de la douchette."
    case .checkDigit(.borrower):
      "Toutes les cartes finissent par une clé de contrôle correcte (mod 10)."
    case .checkDigit(.item):
      "Tous les exemplaires finissent par une clé de contrôle correcte (mod 10)."
    case .tooShort(let number, let minimum):
      "\(number.quotable) est trop court (moins de \(minimum) caractères) pour une douchette qui n'ajoute rien. Réglez-la pour qu'elle ajoute \(key(.enter, in: .field))."
    case .alike:
      "Cartes et exemplaires se ressemblent. Aucun motif ne les distingue."
    }
  }

  func name(ofEnd end: Burst.End) -> String {
    switch end {
    case .enter: "(\(key(.enter, in: .field)))"
    case .silence: "(rien)"
    }
  }

  var proposalHeading: String { "Réglages proposés :" }

  func settingsWritten(_ path: String) -> String {
    "Réglages enregistrés dans \(path.printable)."
  }
}
