import Offload
import Scanning
import Terminal

// What the scanner doctor says, in French.
extension French {
  var doctorTitle: String { "Douchette" }

  func doctorKeys(canWrite: Bool, canSkip: Bool) -> String {
    (canWrite ? "F2 Écrire   " : "") + (canSkip ? "F3 Passer   " : "")
      + "F4 Revenir   Échap Quitter"
  }

  var doctorHelp: String {
    "Faites ce que demande la première ligne. F2 écrit les réglages affichés, F3 passe une étape, F4 revient d'une étape, Échap quitte. Rien n'est enregistré."
  }

  var strokesHead: String {
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
      "Tapez maintenant à la main le numéro imprimé sous ces barres, puis Entrée."
    case .done:
      "C'est tout. Scannez encore pour essayer ces réglages, ou quittez."
    }
  }

  func sentence(_ remark: ScannerRoom.Remark) -> String {
    switch remark {
    case .refused(let refused): sentence(ofDoctor: refused)
    case .several(let count):
      "\(count) codes sont arrivés à la fois. Scannez une étiquette à la fois."
    case .typed:
      "Ce numéro a été tapé à la main. Scannez l'étiquette, pour que l'on voie la douchette."
    case .scanned:
      "C'était la douchette. Tapez à la main le numéro sous les barres, puis Entrée ; ou F3."
    case .same(let number):
      "\(number.quotable) a déjà été scanné. Scannez-en un autre."
    case .looksLikeOther(let number, .item):
      "\(number.quotable) ressemble aux cartes. Scannez un exemplaire ; si c'en est un, scannez-le de nouveau."
    case .looksLikeOther(let number, .borrower):
      "\(number.quotable) ressemble aux exemplaires. Scannez une carte ; si c'en est une, scannez-la de nouveau."
    case .mistyped(let number, let arrived):
      "Vous avez tapé \(number.quotable), et la douchette a envoyé \(arrived.quotable). Comparez avec l'étiquette, et retapez le numéro. S'il est juste, tapez le même."
    case .nothingLearnt:
      "Rien n'a encore été scanné : rien n'est écrit. Scannez d'abord une étiquette."
    }
  }

  private func sentence(ofDoctor refused: RefusedBurst) -> String {
    let shown = shown(refused.events)
    switch refused.fault {
    case .stroke where refused.hasNoCharacter: return sentence(refused)
    case .stroke(let event):
      let name = name(ofStroke: event)
      let act =
        meaning(of: event).map {
          " Au bureau de prêt, cette touche sert à : \($0)."
        }
        ?? ""
      return
        "\(shown) contient \(name).\(act) Le bureau refuse un tel code : réglez la douchette pour qu'elle n'envoie plus \(name)."
    case .altCodes:
      return
        "La douchette envoie des codes Alt (\(shown)), que le bureau refuse. Réglez-la sur un clavier américain, sans codes Alt."
    case .torn:
      return
        "\(shown) est arrivé juste derrière autre chose. Scannez-le à nouveau."
    }
  }

  func finding(_ finding: Diagnosis.Finding) -> String {
    switch finding {
    case .end(.enter?): "La douchette ajoute Entrée à la fin."
    case .end(.tab?): "La douchette ajoute Tab à la fin."
    case .end(.silence?):
      "La douchette n'ajoute rien à la fin : si possible, faites-lui ajouter Entrée."
    case .end(nil):
      "Ce que la douchette ajoute à la fin n'est pas toujours pareil."
    case .medianInterval(0): "Les caractères arrivent tous à la fois."
    case .medianInterval(let milliseconds):
      "Il lui faut \(milliseconds) ms par caractère."
    case .envelope(.aim):
      "Elle met le type de code-barres devant le numéro : on le retire."
    case .envelope(.code39):
      "Elle met des astérisques autour du numéro : on les retire."
    case .envelope(.codabar):
      "Elle met des lettres autour du numéro (Codabar) : on les retire."
    case .envelope(.clsi):
      "Elle met des espaces dans le numéro (CLSI) : on les retire."
    case .frame(let frame):
      "Elle met des caractères de commande (\(frame.characterNames)) autour du numéro : on les retire."
    case .altCodes:
      "Elle envoie des codes Alt, que le bureau lit. Mieux vaut la régler sur un clavier américain, sans codes Alt."
    case .layout(.frenchMac):
      "L'ordinateur a un clavier français (Mac ou belge), la douchette un clavier américain."
    case .layout:
      "L'ordinateur a un clavier français, la douchette un clavier américain."
    case .capitals:
      "Les majuscules sont verrouillées : la touche Verr Maj les libère."
    case .unchanged: "Le numéro arrive tel qu'il est imprimé sous les barres."
    case .unexplained(let arrived, let printed):
      "Ce qui arrive, \(arrived.quotable), n'est pas \(printed.quotable), sans raison connue ici : voyez les réglages de la douchette elle-même."
    case .checkDigit(.borrower):
      "Le dernier chiffre de toutes les cartes est une clé de contrôle juste (mod 10)."
    case .checkDigit(.item):
      "Le dernier chiffre de tous les exemplaires est une clé de contrôle juste (mod 10)."
    case .tooShort(let number, let least):
      "\(number.quotable) est trop court (moins de \(least) caractères) pour une douchette qui n'ajoute rien : faites-lui ajouter Entrée."
    case .alike:
      "Cartes et exemplaires se ressemblent : aucun modèle ne les distingue."
    }
  }

  func name(ofEnd end: Burst.End) -> String {
    switch end {
    case .enter: "(Entrée)"
    case .silence: "(rien)"
    }
  }

  var proposalHead: String { "Ces réglages conviendraient :" }

  func settingsWritten(_ path: String) -> String {
    "Écrit : \(path.printable)."
  }
}
