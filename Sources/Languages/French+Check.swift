import Offload
import Scanning
import Station
import Typesetting

extension French {
  func name(of severity: Severity) -> String {
    switch severity {
    case .note: "remarque"
    case .warning: "avertissement"
    case .error: "erreur"
    }
  }

  func overview(_ overview: FileOverview, of file: StationFile) -> String {
    var text =
      "\(file.path.printable) : \(counting(overview.lineCount, "ligne")) : \(counts(overview.loanCount, overview.returnCount, overview.readerCount))"
    if let span = overview.span {
      text += ", du \(tableTime(span.first)) au \(tableTime(span.last))"
    }
    return text + "." + (file.station.map { " Poste \($0.printable)." } ?? "")
  }

  func standing(_ standing: FileStanding) -> [String] {
    var sentences = standing.desk.map { ["Bureau \($0.printable)."] } ?? []
    let (unsaved, old) = (standing.unsavedCount, standing.handedOverCount)
    if unsaved > 0 {
      sentences.append(
        "\(counting(unsaved, "transaction n'est pas sauvegardée", "transactions ne sont pas sauvegardées")), donc \(counting.form(of: unsaved, "absente", "absentes")) du fichier."
      )
    }
    if old > 0 {
      sentences.append(
        "\(counting(old, "ligne figure déjà", "lignes figurent déjà")) dans un lot ou un déchargement précédent."
      )
    }
    let corrections = standing.clockCorrections.map(dates.correction)
    if !corrections.isEmpty {
      sentences.append(
        "Horloge corrigée de \(counting.list(corrections, .and, maximum: 5)).")
    }
    return sentences
  }

  func headline(_ finding: Finding, of files: [StationFile]) -> String {
    let path = files[finding.place.file].path.printable
    let lines = lines(finding.place.number, finding.lastLine)
    let place = finding.issue.isOfWholeFile ? path : "\(path), \(lines)"
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
    switch finding.issue {
    case .empty: return "le fichier est vide."
    case .foreign(let foreign):
      return
        "le fichier est \(name(of: foreign)), et non un fichier comme OffCirc.dat."
    case .binary: return "le fichier n'est pas un texte."
    case .utf16:
      return "le fichier est un texte en UTF-16 (deux octets par caractère)."
    case .byteOrderMark:
      return
        "une marque invisible (BOM, ajoutée par certains éditeurs de texte) précède la date."
    case .zeroBytes:
      return
        "à partir d'ici, le fichier contient des octets nuls, sans doute après une coupure de courant."
    case .returnsForLineEnds:
      return
        "à partir d'ici, les lignes se terminent par un CR seul, comme sur les anciens Mac. Elles sont lues comme une seule ligne."
    case .endOfText:
      return
        "marque de fin de texte DOS (0x1A), qui ne fait pas partie d'une ligne."
    case .formFeed:
      return
        "saut de page (0x0C), qui ne fait pas partie d'une ligne."
    case .frame:
      return
        "caractères de commande, comme ESC, VT ou EOT, qui ne font pas partie d'une ligne."
    case .changed(let form):
      return areMany
        ? "\(counting(count, "ligne")) ont été modifiées par un autre logiciel. La première \(sentence(form))"
        : "la ligne \(sentence(form))"
    case .malformed(let error):
      return areMany
        ? "\(counting(count, "ligne")) ne sont pas des transactions. La première : \(sentence(error))"
        : sentence(error)
    case .misaligned(let column):
      return
        "l'emprunteur doit commencer à la colonne 94, mais semble commencer à la colonne \(column). Tout ce qui précède la colonne 94 a été lu comme l'exemplaire."
    case .duplicate(let first):
      let last = finding.lastRepeated ?? first.number
      let article = last == first.number ? "à la" : "aux"
      return
        "\(areMany ? "identiques" : "identique") \(article) \(place(first, last: last))."
    case .renewal(let loan):
      return
        "l'emprunteur a déjà l'exemplaire (\(place(loan)))."
    case .loanAfterLoan(let loan, let borrower):
      return
        "l'exemplaire est déjà prêté à \(borrower.printable) (\(place(loan))), sans retour entre les deux."
    case .returnWithoutLoan:
      return "retour d'un exemplaire qui n'a pas été prêté dans ces fichiers."
    case .returnAfterReturn(let earlier):
      return "retour d'un exemplaire déjà rendu (\(place(earlier)))."
    case .backwards(let before):
      return
        "\(areMany ? "leurs dates sont antérieures" : "sa date est antérieure") à celle de la \(place(before))."
    case .future:
      return areMany
        ? "datées dans le futur." : "datée dans le futur."
    case .beforeOutage:
      return areMany
        ? "antérieures à la panne." : "antérieure à la panne."
    case .wrongClock:
      return
        "\(areMany ? "antérieures" : "antérieure") à 2012 : l'horloge du poste n'était pas à l'heure."
    case .gap(let before, let days):
      return
        "\(days) jours après la \(place(before)). Les lignes précédentes viennent peut-être d'une autre panne."
    case .short(let number, let kind, let usual):
      return
        "\(name(of: kind)) \(number.quotable) a \(counting(number.utf8.count, "caractère")), mais presque tous les autres en ont \(usual)."
    case .doubtful(let number, let kind, let warning),
      .unwise(let number, let kind, let warning):
      return "\(name(of: kind)) \(number.quotable) \(reason(warning, kind))."
    case .full(let number, let kind):
      return
        "\(name(of: kind)) \(number.quotable) remplit sa colonne (\(number.utf8.count) caractères). La fin manque peut-être."
    case .swapped: return "l'exemplaire et l'emprunteur sont intervertis."
    case .looksLikeOther(let number, .item):
      return
        "l'exemplaire \(number.quotable) ressemble à une carte d'emprunteur, et non aux autres exemplaires."
    case .looksLikeOther(let number, .borrower):
      return
        "l'emprunteur \(number.quotable) ressemble à un exemplaire, et non aux autres emprunteurs."
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
      let otherKind: FileIssue.NumberKind = kind == .item ? .borrower : .item
      return
        "\(name(of: kind)) \(number.quotable) est aussi un numéro d'\(otherKind == .item ? "exemplaire" : "emprunteur") (\(place(other)))."
    }
  }

  func name(of kind: FileIssue.NumberKind) -> String {
    switch kind {
    case .item: "l'exemplaire"
    case .borrower: "l'emprunteur"
    }
  }

  private func reason(
    _ warning: NumberRules.Warning, _ kind: FileIssue.NumberKind
  ) -> String {
    switch warning {
    case .pattern:
      "n'a pas la forme d'un numéro d'\(kind == .item ? "exemplaire" : "emprunteur")"
    case .undecided(let pattern):
      "prend trop de temps avec le motif \(pattern.text.quotable)"
    case .length(let length):
      "a une longueur inhabituelle (\(counting(length, "caractère")))"
    case .leadingZero: "commence par un zéro"
    case .slash: "contient une barre oblique"
    case .checkDigit: "a une clé de contrôle incorrecte"
    }
  }

  var inAlmaHeading: String { "Alma : " }
  var adviceHeading: String { "À faire : " }

  func inAlma(_ issue: FileIssue) -> String {
    switch issue {
    case .empty: "traiterait 0 enregistrement."
    case .foreign, .binary, .utf16: "ne peut rien lire."
    case .byteOrderMark:
      "ne peut pas lire la date de la première ligne. Cette transaction manquerait."
    case .endOfText, .formFeed, .frame:
      "peut lire la marque comme une ligne, ou comme une partie d'un numéro."
    case .zeroBytes, .changed, .malformed:
      "ne lit pas ce qui n'est pas une transaction. Ce prêt ou ce retour manquerait."
    case .misaligned:
      "lit les colonnes 14 à 93 comme l'exemplaire, et la suite comme l'emprunteur. Les deux numéros sont faux."
    case .returnsForLineEnds: "lit le tout comme une seule ligne."
    case .duplicate:
      "compte un prêt répété comme un renouvellement, et signale un retour répété (« item was not on loan »)."
    case .renewal: "compte le second prêt comme un renouvellement."
    case .loanAfterLoan:
      "applique le blocage « Item is currently on loan by another patron ». S'il est réglé sur « Traiter automatiquement », les données risquent d'être incohérentes."
    case .returnWithoutLoan, .returnAfterReturn:
      "enregistre le retour si l'exemplaire est en prêt. Sinon, signale « Return item failed, item was not on loan » et compte une consultation sur place."
    case .backwards:
      "applique les lignes dans l'ordre du fichier, et peut signaler « A later action on this item happened »."
    case .future, .wrongClock:
      "calcule les dates de retour d'après ces dates. Une date de retour passée devient celle du déchargement."
    case .beforeOutage, .gap:
      "enregistrera une seconde fois les lignes déjà déchargées."
    case .doubtful(_, let kind, _), .short(_, let kind, _),
      .unwise(_, let kind, _), .full(_, let kind):
      "signale \(notFound(kind)) si le numéro est faux."
    case .swapped:
      "signale « Item not found », « User not found », ou les deux."
    case .title(_, let kind, _), .twoNumbers(_, let kind, _, _, _),
      .looksLikeOther(_, let kind):
      "signale \(notFound(kind))."
    case .spelling(_, let kind, _, _):
      "y voit deux numéros, et signale \(notFound(kind)) pour celui qui est inconnu."
    case .ofBothKinds(_, let kind, _):
      "signale \(notFound(kind)) pour cette ligne, sauf si c'est l'autre ligne qui est fausse."
    }
  }

  private func notFound(_ kind: FileIssue.NumberKind) -> String {
    kind == .item ? "« Item not found »" : "« User not found »"
  }

  func advice(_ issue: FileIssue) -> String {
    switch issue {
    case .foreign(let foreign): advice(on: foreign)
    case .endOfText, .formFeed, .frame:
      "rien. offcirc merge et offcirc kit l'enlèvent."
    case .changed(let form): advice(on: form)
    case .binary:
      "prenez le fichier OffCirc.dat tel que le poste l'a écrit."
    case .misaligned:
      "placez l'emprunteur à la colonne 94, ou supprimez la ligne et saisissez la transaction dans Alma."
    case .empty:
      "vérifiez que c'est le bon fichier. Pour voir ce qui reste à sauvegarder : offcirc status."
    case .utf16, .byteOrderMark:
      "enregistrez le texte en ANSI ou en ASCII, ou prenez le fichier du poste."
    case .zeroBytes:
      "lancez offcirc recover, qui réécrit le fichier d'après le journal du poste."
    case .returnsForLineEnds:
      "terminez les lignes par CR LF, ou prenez le fichier du poste."
    case .malformed:
      "corrigez la ligne, ou supprimez-la et saisissez la transaction dans Alma."
    case .duplicate:
      "retirez le fichier donné deux fois. Pour un exemplaire scanné deux fois, supprimez une des lignes."
    case .renewal: "rien, si c'était un renouvellement."
    case .loanAfterLoan:
      "cherchez qui a l'exemplaire. Vérifiez que le blocage n'est pas traité automatiquement pendant le déchargement."
    case .returnWithoutLoan: "rien, si l'exemplaire a été prêté avant la panne."
    case .returnAfterReturn: "rien, s'il ne manque aucun prêt entre les deux."
    case .backwards:
      "rien, si l'horloge a été retardée. Sinon, classez les lignes dans l'ordre."
    case .future, .wrongClock:
      "réglez l'horloge du poste. Si les dates de retour comptent, corrigez les dates avec offcirc redate."
    case .beforeOutage, .gap:
      "supprimez ces lignes si elles ont été déchargées après une autre panne."
    case .doubtful(_, let kind, _), .short(_, let kind, _),
      .unwise(_, let kind, _), .full(_, let kind):
      kind == .item
        ? "comparez-le à l'exemplaire, ou cherchez-le dans Alma."
        : "comparez-le à la carte, ou cherchez-le dans Alma."
    case .swapped: "échangez les deux numéros dans la ligne."
    case .title(_, .item, _), .looksLikeOther(_, .item):
      "retrouvez l'exemplaire, et remplacez ce numéro par son code-barres."
    case .title(_, .borrower, _), .looksLikeOther(_, .borrower):
      "retrouvez l'emprunteur, et remplacez ce numéro par celui de sa carte."
    case .spelling(_, let kind, _, _):
      kind == .item
        ? "comparez les deux lignes à l'exemplaire, et corrigez la ligne fausse."
        : "comparez les deux lignes à la carte, et corrigez la ligne fausse."
    case .twoNumbers:
      "corrigez le numéro, et saisissez l'autre dans Alma."
    case .ofBothKinds:
      "cherchez ce que c'est, et corrigez la ligne fausse."
    }
  }

  func more(_ count: Int, _ kind: FileIssue.Kind) -> String {
    "\(counting(count, "autre constat", "autres constats")) : \(title(of: kind)). Pour les voir tous, ajoutez --format csv."
  }

  func title(of kind: FileIssue.Kind) -> String {
    switch kind {
    case .empty: "fichiers vides"
    case .workbook: "classeurs et archives"
    case .foreign: "fichiers d'une autre sorte"
    case .binary: "fichiers qui ne sont pas des textes"
    case .utf16: "fichiers en UTF-16"
    case .byteOrderMark:
      "fichiers avec une marque (BOM) avant la première ligne"
    case .zeroBytes: "fichiers avec des octets nuls"
    case .returnsForLineEnds: "fichiers aux fins de ligne CR"
    case .endOfText: "marques de fin de texte DOS"
    case .formFeed: "sauts de page"
    case .frame: "caractères de commande autour des lignes"
    case .changed: "lignes modifiées par un autre logiciel"
    case .malformed: "lignes qui ne sont pas des transactions"
    case .misaligned: "lignes où l'emprunteur commence avant la colonne 94"
    case .duplicate: "lignes qui en répètent d'autres"
    case .renewal: "prêts d'exemplaires que l'emprunteur a déjà"
    case .loanAfterLoan: "prêts d'exemplaires déjà prêtés à un autre emprunteur"
    case .returnWithoutLoan:
      "retours d'exemplaires non prêtés dans ces fichiers"
    case .returnAfterReturn: "retours d'exemplaires déjà rendus"
    case .backwards: "lignes datées avant la ligne précédente"
    case .future: "lignes datées dans le futur"
    case .beforeOutage: "lignes antérieures à la panne"
    case .wrongClock: "lignes antérieures à 2012"
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
    let findings = Severity.allCases.reversed().map {
      counting(summary.count(of: $0), name(of: $0))
    }
    let unchecked = summary.uncheckedCount
    return
      "\(findings.joined(separator: ", ")) dans \(counting(summary.lineCount, "ligne")) de \(counting(summary.fileCount, "fichier"))."
      + (unchecked == 0
        ? ""
        : " \(counting(unchecked, "fichier non vérifié", "fichiers non vérifiés")).")
  }

  func next(_ summary: Check.Summary) -> String? {
    if summary.count(of: .error) > 0 {
      return "Corrigez les erreurs avant le déchargement."
    }
    if summary.count(of: .warning) > 0 {
      return "Vérifiez les avertissements avant le déchargement."
    }
    if summary.uncheckedCount > 0 { return nil }
    return "Vous pouvez décharger ces fichiers. Ensuite : offcirc kit."
  }
}
