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
    let place = finding.problem.isOfWholeFile ? path : "\(path), \(lines)"
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
    case .foreign(let foreign):
      return
        "le fichier est \(name(of: foreign)), et non un fichier comme OffCirc.dat."
    case .binary: return "le fichier n'est pas un texte."
    case .utf16:
      return "le fichier est un texte en UTF-16 (deux octets par caractère)."
    case .byteOrderMark:
      return
        "une marque invisible (un BOM, comme en écrivent les éditeurs de texte) précède la date."
    case .zeroBytes:
      return
        "à partir d'ici, le fichier contient des octets nuls, comme en laisse une coupure de courant."
    case .returnsForLineEnds:
      return
        "à partir d'ici, les lignes se terminent par un CR seul, comme sur les anciens Mac : elles sont lues comme une seule ligne."
    case .endOfText:
      return
        "la ligne porte une marque de fin de texte de DOS (0x1A), qui n'en fait pas partie."
    case .formFeed:
      return
        "la ligne porte un saut de page (0x0C), qui n'en fait pas partie."
    case .frame:
      return
        "la ligne porte des caractères de commande, comme ESC, VT ou EOT, qui n'en font pas partie."
    case .changed(let form):
      return areMany
        ? "\(count) lignes ont été modifiées par un autre logiciel ; la première \(sentence(form))"
        : "la ligne \(sentence(form))"
    case .malformed(let fault):
      return areMany
        ? "\(count) lignes ne sont pas des transactions ; pour la première, \(sentence(fault))"
        : sentence(fault)
    case .misaligned(let column):
      return
        "l'emprunteur doit commencer à la colonne 94, et semble commencer à la colonne \(column) ; ce qui précède la colonne 94 a été lu comme la fin de l'exemplaire."
    case .duplicate(let first):
      let last = finding.lastRepeated ?? first.number
      let article = last == first.number ? "la" : "les"
      return
        "\(areMany ? "répètent" : "répète") \(article) \(place(first, last: last))."
    case .renewal(let loan):
      return
        "prêt à l'emprunteur qui a déjà l'exemplaire (\(place(loan)))."
    case .loanAfterLoan(let loan, let borrower):
      return
        "l'exemplaire est déjà prêté à \(borrower.printable) (\(place(loan))), sans retour entre les deux."
    case .returnWithoutLoan:
      return "retour d'un exemplaire qui n'a pas été prêté dans ces fichiers."
    case .returnAfterReturn(let earlier):
      return "retour d'un exemplaire déjà rendu (\(place(earlier)))."
    case .backwards(let before):
      return "antérieure à la \(place(before)), qui la précède."
    case .future:
      return areMany
        ? "datées dans le futur." : "datée dans le futur."
    case .beforeOutage:
      return areMany
        ? "datées d'avant la panne." : "datée d'avant la panne."
    case .wrongClock:
      return
        "\(areMany ? "datées" : "datée") d'avant 2012 : l'horloge du poste n'était pas à l'heure."
    case .gap(let before, let days):
      return
        "datée de \(days) jours après la \(place(before)) : ce qui précède peut venir d'une panne antérieure."
    case .short(let number, let kind, let usual):
      return
        "\(name(of: kind)) \(number.quotable) a \(characters(number.utf8.count)), et presque tous les autres en ont \(usual)."
    case .doubtful(let number, let kind, let doubt),
      .unwise(let number, let kind, let doubt):
      return "\(name(of: kind)) \(number.quotable) \(reason(doubt, kind))."
    case .full(let number, let kind):
      return
        "\(name(of: kind)) \(number.quotable) a \(number.utf8.count) caractères, autant que la colonne : il manque peut-être la fin."
    case .swapped: return "l'exemplaire et l'emprunteur sont intervertis."
    case .looksLikeOther(let number, .item):
      return
        "l'exemplaire \(number.quotable) ressemble aux cartes des emprunteurs, et pas aux autres exemplaires."
    case .looksLikeOther(let number, .borrower):
      return
        "l'emprunteur \(number.quotable) ressemble aux exemplaires, et pas aux autres emprunteurs."
    case .title(let number, let kind, let title):
      return
        "\(name(of: kind)) \(number.quotable) \(names(title))"
    case .spelling(let number, let kind, let spelling, let other):
      return
        "\(name(of: kind)) \(number.quotable) \(isRespelled(place(other), spelling))"
    case .twoNumbers(let number, let kind, let first, let second, let other):
      return
        "\(name(of: kind)) \(number.quotable) \(isTwo(first, second, in: other.map { place($0) }))"
    case .ofBothKinds(let number, let kind, let other):
      let otherKind: Problem.NumberKind = kind == .item ? .borrower : .item
      return
        "\(name(of: kind)) \(number.quotable) est aussi un numéro d'\(otherKind == .item ? "exemplaire" : "emprunteur") (\(place(other)))."
    }
  }

  private func characters(_ count: Int) -> String {
    count == 1 ? "1 caractère" : "\(count) caractères"
  }

  func name(of kind: Problem.NumberKind) -> String {
    switch kind {
    case .item: "l'exemplaire"
    case .borrower: "l'emprunteur"
    }
  }

  private func reason(
    _ doubt: NumberRules.Warning, _ kind: Problem.NumberKind
  ) -> String {
    switch doubt {
    case .pattern:
      "n'a pas la forme d'un numéro d'\(kind == .item ? "exemplaire" : "emprunteur")"
    case .undecided(let pattern):
      "prend trop de temps avec le motif \(pattern.text.quotable)"
    case .length(let length):
      "a une longueur inhabituelle (\(characters(length)))"
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
    case .foreign, .binary, .utf16: "ne peut rien en lire."
    case .byteOrderMark:
      "ne peut pas lire la date de la première ligne : cette transaction manquerait."
    case .endOfText, .formFeed, .frame:
      "peut prendre la marque pour une ligne, ou pour une partie d'un numéro."
    case .zeroBytes, .changed, .malformed:
      "ne prend pas ce qui n'est pas une transaction ; le prêt ou le retour manquerait."
    case .misaligned:
      "prend les colonnes 14 à 93 pour l'exemplaire, et la suite pour l'emprunteur : les deux numéros sont faux."
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
      "reprend, dans cet ordre, les lignes déjà téléchargées."
    case .doubtful(_, let kind, _), .short(_, let kind, _),
      .unwise(_, let kind, _), .full(_, let kind):
      "si le numéro est faux, signale \(notFound(kind))."
    case .swapped:
      "signale « Item not found », « User not found », ou les deux."
    case .title(_, let kind, _), .twoNumbers(_, let kind, _, _, _),
      .looksLikeOther(_, let kind):
      "signale \(notFound(kind))."
    case .spelling(_, let kind, _, _):
      "y voit deux numéros, et signale \(notFound(kind)) pour celui qu'il ne connaît pas."
    case .ofBothKinds(_, let kind, _):
      "signale \(notFound(kind)) pour cette ligne, à moins que ce ne soit l'autre qui est fausse."
    }
  }

  private func notFound(_ kind: Problem.NumberKind) -> String {
    kind == .item ? "« Item not found »" : "« User not found »"
  }

  func advice(_ problem: Problem) -> String {
    switch problem {
    case .foreign(let foreign): advice(on: foreign)
    case .endOfText, .formFeed, .frame:
      "rien : offcirc merge et offcirc kit l'omettent."
    case .changed(let form): advice(on: form)
    case .binary:
      "prenez le fichier du poste lui-même, OffCirc.dat, tel que le poste l'a écrit."
    case .misaligned:
      "placez l'emprunteur à la colonne 94, ou retirez la ligne et saisissez la transaction dans Alma."
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
      "laissez de côté le fichier donné deux fois ; pour une lecture en double, retirez une des deux lignes."
    case .renewal: "rien, si c'était une prolongation."
    case .loanAfterLoan:
      "cherchez qui a l'exemplaire, et veillez à ce que le blocage ne soit pas traité automatiquement pendant le téléchargement."
    case .returnWithoutLoan: "rien, s'il était prêté avant la panne."
    case .returnAfterReturn: "rien, s'il ne manque pas de prêt entre les deux."
    case .backwards:
      "rien, si l'horloge a été retardée ; sinon, remettez les lignes dans l'ordre."
    case .future, .wrongClock:
      "mettez l'horloge du poste à l'heure ; si les dates de retour comptent, déplacez les dates avec offcirc redate."
    case .beforeOutage, .gap:
      "retirez ces lignes si elles ont été téléchargées après une panne antérieure."
    case .doubtful(_, let kind, _), .short(_, let kind, _),
      .unwise(_, let kind, _), .full(_, let kind):
      kind == .item
        ? "comparez-le à l'exemplaire, ou cherchez-le dans Alma."
        : "comparez-le à la carte, ou cherchez-le dans Alma."
    case .swapped: "échangez les deux numéros dans la ligne."
    case .title(_, .item, _), .looksLikeOther(_, .item):
      "retrouvez l'exemplaire, et mettez son code-barres à la place de ce numéro."
    case .title(_, .borrower, _), .looksLikeOther(_, .borrower):
      "retrouvez l'emprunteur, et mettez le numéro de sa carte à la place de celui-ci."
    case .spelling(_, let kind, _, _):
      kind == .item
        ? "comparez les deux lignes à l'exemplaire, et corrigez la ligne fausse."
        : "comparez les deux lignes à la carte, et corrigez la ligne fausse."
    case .twoNumbers:
      "corrigez le numéro, et saisissez l'autre dans Alma."
    case .ofBothKinds:
      "voyez ce que c'est, et corrigez la ligne qui est fausse."
    }
  }

  func more(_ count: Int, _ kind: Problem.Kind) -> String {
    "Et \(count == 1 ? "1 autre constat" : "\(count) autres constats") : \(title(of: kind)). --format csv en donne la liste complète."
  }

  private func title(of kind: Problem.Kind) -> String {
    switch kind {
    case .empty: "fichiers vides"
    case .workbook: "classeurs et archives"
    case .foreign: "fichiers d'une autre sorte"
    case .binary: "fichiers qui ne sont pas des textes"
    case .utf16: "fichiers en UTF-16"
    case .byteOrderMark: "fichiers avec une marque avant la première ligne"
    case .zeroBytes: "fichiers avec des octets nuls"
    case .returnsForLineEnds: "fichiers avec CR pour fin de ligne"
    case .endOfText: "marques de fin de texte de DOS"
    case .formFeed: "sauts de page"
    case .frame: "caractères de commande autour des lignes"
    case .changed: "lignes modifiées par un autre logiciel"
    case .malformed: "lignes qui ne sont pas des transactions"
    case .misaligned: "lignes où l'emprunteur commence avant la colonne 94"
    case .duplicate: "lignes qui en répètent d'autres"
    case .renewal: "prêts à l'emprunteur qui a déjà l'exemplaire"
    case .loanAfterLoan: "prêts d'exemplaires prêtés à quelqu'un d'autre"
    case .returnWithoutLoan:
      "retours d'exemplaires qui n'ont pas été prêtés dans ces fichiers"
    case .returnAfterReturn: "retours d'exemplaires déjà rendus"
    case .backwards: "lignes antérieures à celle qui les précède"
    case .future: "lignes datées dans le futur"
    case .beforeOutage: "lignes datées d'avant la panne"
    case .wrongClock: "lignes datées d'avant 2012"
    case .gap: "interruptions de plus de 30 jours"
    case .doubtful: "numéros qui ne correspondent pas aux réglages"
    case .short: "numéros plus courts que les autres"
    case .unwise: "numéros qui peuvent poser problème"
    case .full: "numéros qui remplissent leur colonne"
    case .swapped: "lignes où exemplaire et emprunteur sont intervertis"
    case .title: "numéros de titres (ISBN, ISSN)"
    case .spelling: "numéros écrits de deux façons"
    case .twoNumbers: "numéros qui en contiennent deux"
    case .looksLikeOther:
      "exemplaires qui ressemblent à des cartes, ou cartes à des exemplaires"
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
      + (summary.uncheckedCount == 0
        ? ""
        : summary.uncheckedCount == 1
          ? " 1 fichier n'a pas été vérifié."
          : " \(summary.uncheckedCount) fichiers n'ont pas été vérifiés.")
  }

  func next(_ summary: Check.Summary) -> String? {
    if summary.count(of: .error) > 0 {
      return "Corrigez les erreurs avant le téléchargement."
    }
    if summary.count(of: .warning) > 0 {
      return "Examinez les avertissements avant le téléchargement."
    }
    if summary.uncheckedCount > 0 { return nil }
    return "Rien ne s'oppose au téléchargement. Ensuite : offcirc kit."
  }
}
