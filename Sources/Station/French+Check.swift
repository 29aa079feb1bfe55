import Offload
import Scanning

extension French {
  func name(of severity: Severity) -> String {
    switch severity {
    case .note: "remarque"
    case .warning: "avertissement"
    case .error: "erreur"
    }
  }

  func headline(_ finding: Finding, of files: [StationFile]) -> String {
    let path = files[finding.place.file].path.printable
    let lines = lines(finding.place.number, finding.lastLine)
    let place = finding.problem.kind == .empty ? path : "\(path), \(lines)"
    return
      "\(place) : \(name(of: finding.severity)) : \(sentence(finding, of: files))"
  }

  private func lines(_ first: Int, _ last: Int) -> String {
    first == last ? "ligne \(first)" : "lignes \(first) à \(last)"
  }

  func sentence(_ finding: Finding, of files: [StationFile]) -> String {
    let count = finding.lastLine - finding.place.number + 1
    let areMany = count > 1
    func place(_ other: LinePlace, last: Int? = nil) -> String {
      let lines = lines(other.number, last ?? other.number)
      return other.file == finding.place.file
        ? lines : "\(lines) de \(files[other.file].path.printable)"
    }
    switch finding.problem {
    case .empty: return "le fichier est vide."
    case .utf16:
      return "le fichier est un texte en UTF-16, à deux octets par caractère."
    case .byteOrderMark:
      return
        "une marque invisible (un BOM, comme en écrivent les éditeurs de texte) précède la date."
    case .zeroBytes:
      return
        "à partir d'ici le fichier a des octets nuls, comme en laisse une coupure de courant."
    case .returnsForLineEnds:
      return
        "à partir d'ici les lignes finissent par CR seul, comme sur les vieux Mac : elles sont lues comme une seule."
    case .malformed(let fault):
      return areMany
        ? "\(count) lignes ne sont pas des transactions ; pour la première, \(sentence(fault))"
        : sentence(fault)
    case .duplicate(let first):
      return areMany
        ? "elles répètent : \(place(first, last: finding.lastRepeated))."
        : "elle répète : \(place(first))."
    case .renewal(let loan):
      return
        "un prêt à l'emprunteur qui a déjà l'exemplaire (\(place(loan)))."
    case .loanAfterLoan(let loan, let borrower):
      return
        "l'exemplaire est déjà prêté à \(borrower.printable) (\(place(loan))), sans retour entre les deux."
    case .returnWithoutLoan:
      return "le retour d'un exemplaire qui n'est pas prêté dans ces fichiers."
    case .returnAfterReturn(let earlier):
      return "le retour d'un exemplaire déjà rendu (\(place(earlier)))."
    case .backwards(let before):
      return "antérieure à une ligne qui la précède (\(place(before)))."
    case .future:
      return areMany
        ? "elles sont datées d'après maintenant."
        : "elle est datée d'après maintenant."
    case .beforeOutage:
      return areMany
        ? "elles sont datées d'avant la panne."
        : "elle est datée d'avant la panne."
    case .wrongClock:
      let verb = areMany ? "elles sont datées" : "elle est datée"
      return "\(verb) d'avant 2012 : l'horloge du poste était fausse."
    case .gap(let before, let days):
      return
        "\(days) jours après celle d'avant (\(place(before))) : ce qui précède peut venir d'une panne antérieure."
    case .doubtful(let number, let kind, let doubt),
      .unwise(let number, let kind, let doubt):
      return "\(name(of: kind)) \(number.quotable) \(reason(doubt, kind))."
    case .swapped: return "l'exemplaire et l'emprunteur sont intervertis."
    case .ofBothKinds(let number, let kind, let other):
      let otherKind: Problem.NumberKind = kind == .item ? .borrower : .item
      return
        "\(name(of: kind)) \(number.quotable) est aussi un numéro d'\(otherKind == .item ? "exemplaire" : "emprunteur") (\(place(other)))."
    }
  }

  private func name(of kind: Problem.NumberKind) -> String {
    switch kind {
    case .item: "l'exemplaire"
    case .borrower: "l'emprunteur"
    }
  }

  private func reason(
    _ doubt: NumberRules.Doubt, _ kind: Problem.NumberKind
  ) -> String {
    switch doubt {
    case .pattern:
      "ne ressemble pas à un \(kind == .item ? "exemplaire" : "emprunteur")"
    case .length(let length): "a une longueur inhabituelle (\(length))"
    case .leadingZero: "commence par un zéro"
    case .slash: "contient une barre oblique"
    case .checkDigit: "a une clé de contrôle fausse"
    }
  }

  var inAlmaHead: String { "Alma : " }
  var adviceHead: String { "À faire : " }

  func inAlma(_ problem: Problem) -> String {
    switch problem {
    case .empty: "traiterait 0 enregistrement."
    case .utf16: "ne peut rien en lire."
    case .byteOrderMark:
      "ne peut pas lire la date de la première ligne : cette transaction manquerait."
    case .zeroBytes, .malformed:
      "ne prend pas ce qui n'est pas une transaction ; le prêt ou le retour manquerait."
    case .returnsForLineEnds: "prend le tout pour une seule ligne."
    case .duplicate:
      "compte un prêt répété comme une prolongation ; signale un retour répété (« item was not on loan »)."
    case .renewal: "prend le second prêt pour une prolongation."
    case .loanAfterLoan:
      "applique le blocage « Item is currently on loan by another patron » ; s'il est traité automatiquement (« Handle Automatically »), les données deviennent incohérentes."
    case .returnWithoutLoan, .returnAfterReturn:
      "reprend l'exemplaire s'il est prêté ; sinon signale « Return item failed, item was not on loan » et compte une consultation sur place."
    case .backwards:
      "applique les lignes dans leur ordre ; peut signaler « A later action on this item happened »."
    case .future, .wrongClock:
      "calcule les dates de retour d'après ces dates ; une date passée devient celle du téléchargement."
    case .beforeOutage, .gap:
      "prend encore une fois, et dans cet ordre, les lignes déjà téléchargées."
    case .doubtful, .unwise:
      "si le numéro est faux, signale « Item not found » ou « User not found »."
    case .swapped, .ofBothKinds:
      "signale « Item not found » ou « User not found »."
    }
  }

  func advice(_ problem: Problem) -> String {
    switch problem {
    case .empty:
      "vérifiez que c'est le bon fichier ; offcirc status dit ce qui n'est pas sauvegardé."
    case .utf16, .byteOrderMark:
      "enregistrez le texte en ANSI ou ASCII, ou prenez le fichier du poste lui-même."
    case .zeroBytes:
      "offcirc recover récrit le fichier du poste d'après son journal."
    case .returnsForLineEnds:
      "terminez les lignes par CR LF, ou prenez le fichier du poste lui-même."
    case .malformed:
      "corrigez la ligne, ou retirez-la et saisissez la transaction dans Alma."
    case .duplicate:
      "laissez de côté le fichier donné deux fois ; d'une lecture en double, retirez une ligne."
    case .renewal: "rien, si c'était une prolongation."
    case .loanAfterLoan:
      "cherchez qui a l'exemplaire, et veillez à ce que le blocage ne soit pas traité automatiquement pendant le téléchargement."
    case .returnWithoutLoan: "rien, s'il était prêté avant la panne."
    case .returnAfterReturn: "rien, s'il ne manque pas de prêt entre les deux."
    case .backwards:
      "si l'horloge a été retardée, rien ; sinon, remettez les lignes dans l'ordre."
    case .future, .wrongClock:
      "corrigez les dates, si les dates de retour importent, et l'horloge du poste."
    case .beforeOutage, .gap:
      "retirez ces lignes si elles ont été téléchargées après une panne antérieure."
    case .doubtful(_, let kind, _), .unwise(_, let kind, _):
      kind == .item
        ? "comparez-le à l'exemplaire, ou cherchez-le dans Alma."
        : "comparez-le à la carte, ou cherchez-le dans Alma."
    case .swapped: "échangez les deux numéros dans la ligne."
    case .ofBothKinds: "voyez ce qu'il est, et corrigez l'autre ligne."
    }
  }

  func more(_ count: Int, _ kind: Problem.Kind) -> String {
    "Et \(count) de plus : \(title(of: kind)). --format csv en donne la liste complète."
  }

  private func title(of kind: Problem.Kind) -> String {
    switch kind {
    case .empty: "fichiers vides"
    case .utf16: "fichiers en UTF-16"
    case .byteOrderMark: "fichiers avec une marque avant la première ligne"
    case .zeroBytes: "fichiers avec des octets nuls"
    case .returnsForLineEnds: "fichiers avec CR pour fin de ligne"
    case .malformed: "lignes qui ne sont pas des transactions"
    case .duplicate: "lignes qui en répètent d'autres"
    case .renewal: "prêts à qui a déjà l'exemplaire"
    case .loanAfterLoan: "prêts d'exemplaires prêtés à quelqu'un d'autre"
    case .returnWithoutLoan:
      "retours d'exemplaires qui ne sont pas prêtés dans ces fichiers"
    case .returnAfterReturn: "retours d'exemplaires déjà rendus"
    case .backwards: "lignes antérieures à celle d'avant"
    case .future: "lignes datées d'après maintenant"
    case .beforeOutage: "lignes datées d'avant la panne"
    case .wrongClock: "lignes datées d'avant 2012"
    case .gap: "trous de plus de 30 jours"
    case .doubtful: "numéros qui ne répondent pas aux réglages"
    case .unwise: "numéros qui causent des ennuis"
    case .swapped: "lignes où exemplaire et emprunteur sont intervertis"
    case .ofBothKinds: "numéros à la fois d'exemplaire et d'emprunteur"
    }
  }

  func summary(_ summary: Check.Summary) -> String {
    func counted(_ count: Int, _ word: String) -> String {
      "\(count) \(word)\(count < 2 ? "" : "s")"
    }
    let findings = Severity.allCases.reversed().map {
      counted(summary.count(of: $0), name(of: $0))
    }
    return
      "\(findings.joined(separator: ", ")) dans \(counted(summary.lineCount, "ligne")) de \(counted(summary.fileCount, "fichier"))."
  }

  func next(_ summary: Check.Summary) -> String {
    if summary.count(of: .error) > 0 {
      return "Corrigez les erreurs avant le téléchargement."
    }
    if summary.count(of: .warning) > 0 {
      return "Voyez les avertissements avant le téléchargement."
    }
    return "Rien ne s'oppose au téléchargement. Ensuite : offcirc kit."
  }
}
