import Offload
import Station
import Typesetting

extension French {
  func sentence(_ error: LedgerError) -> String {
    switch error {
    case .held(let path):
      "Un autre offcirc utilise le registre \(path.printable). Attendez qu'il ait fini, puis recommencez."
    case .newer(let path, let version):
      "Le registre \(path.printable) vient d'un OffCirc plus récent (version \(version)). Utilisez cette version. Le fichier n'a pas été modifié."
    case .notALedger(let path):
      "\(path.printable) n'est pas un registre d'OffCirc. Indiquez le bon fichier avec --ledger, ou déplacez celui-ci. Il n'a pas été modifié."
    case .tooLarge(let path, let maximum):
      "\(path.printable) est trop gros pour un registre (plus de \(maximum) Mo). Restaurez une copie, ou indiquez le bon fichier avec --ledger. Il n'a pas été modifié."
    case .heldElsewhere:
      "Un autre ordinateur prépare un lot. Attendez qu'il ait fini, puis recommencez."
    case .notAdmitted:
      "Rien n'est préparé : le rôle de cet ordinateur ne peut pas noter de lots dans le registre partagé. Utilisez le rôle d'un référent."
    case .undecided:
      "La connexion s'est perdue pendant l'écriture du registre partagé. Relancez la même commande : elle termine ce qui était commencé, ou le recommence."
    case .onlyInCommon(let error):
      "\(sentence(error)) Le registre partagé a déjà ces lignes. Relancez la même commande pour terminer."
    }
  }

  func damaged(
    _ damage: [Ledger.Reading.Damage], inLedger path: String
  ) -> String {
    let path = path.printable
    let lines = damage.filter(\.isLine)
    let lineEnds = damage.filter(\.isLineEnd)
    var sentences: [String] = []
    if !lines.isEmpty {
      sentences.append(
        "Le registre \(path) est abîmé (\(self.lines(lines.firstNumbers, of: lines.count))). Les lots de cette période ne sont pas reconnus. Vérifiez-les avant de décharger quoi que ce soit. Gardez une copie du fichier."
      )
    }
    if !lineEnds.isEmpty {
      sentences.append(
        "Un éditeur ou un outil de synchronisation a remplacé par CR LF des fins de ligne du registre \(path) (\(self.lines(lineEnds.firstNumbers, of: lineEnds.count))). Il reste lisible. Restaurez une copie, et n'utilisez pas ces outils."
      )
    }
    for damage in damage {
      switch damage {
      case .torn(let line):
        sentences.append(
          "Le registre \(path) s'interrompt à la ligne \(line), sans doute après une coupure de courant. Le dernier lot n'y est peut-être pas. Cherchez ce lot avant de décharger quoi que ce soit."
        )
      case .zeros(let line):
        sentences.append(
          "Le registre \(path) n'a que des octets nuls à partir de la ligne \(line), sans doute après une coupure de courant. Des lots manquent peut-être. Le prochain lot gardera ces octets dans un fichier à côté, et continuera après la dernière ligne intacte."
        )
      case .unwritten:
        sentences.append(
          "Le registre \(path) est vide, sans doute après une coupure de courant. Les lots précédents ne sont pas reconnus. S'il en existe une copie, restaurez-la. Sinon, le prochain lot commencera un nouveau registre et gardera ce fichier à côté."
        )
      case .line, .lineEnd: continue
      }
    }
    return sentences.joined(separator: " ")
  }

  /// The numbers of the first of so many lines, or of all.
  func lines(_ numbers: [Int], of count: Int? = nil) -> String {
    let count = count ?? numbers.count
    var list = numbers.map(String.init)
    if count > numbers.count {
      list.append(counting(count - numbers.count, "autre"))
    }
    return counting.form(of: count, "ligne ", "lignes ")
      + counting.list(list, .and)
  }

  func notShared(_ count: Int, ofLedger path: String) -> String {
    "Il manque au registre partagé \(counting(count, "entrée")) de \(path.printable), que ce rôle ne peut pas ajouter. Lancez une fois offcirc status ici avec le rôle d'un référent."
  }

  func withoutSharedLedger(_ path: String) -> String {
    "Ce que d'autres ordinateurs ont noté depuis n'est pas connu : seul \(path.printable) est lu."
  }

  func nothingMade(_ warning: UploadStatus.Warning, ledger path: String)
    -> String
  {
    switch warning {
    case .damage(let damage):
      "Aucun lot préparé : le registre est abîmé (\(lines(damage.firstNumbers, of: damage.count))), et ces lignes sont peut-être dans un lot. Si aucun lot de cette période ne les contient et qu'elles n'ont jamais été déchargées, ajoutez --again."
    case .trace:
      "Aucun lot préparé : \(reason(warning)) (\(path.printable)). Est-ce le bon registre ? Sinon, replacez le bon, ou indiquez-le avec --ledger. S'il est perdu et que ces lignes n'ont jamais été déchargées, ajoutez --again."
    }
  }

  func nothingConverted(
    _ warning: UploadStatus.Warning?, ledger path: String
  ) -> String {
    switch warning {
    case .damage(let damage)?:
      "Rien n'est écrit : le registre est abîmé (\(lines(damage.firstNumbers, of: damage.count))), et ces lignes y sont peut-être. Si elles n'ont jamais été déchargées, ajoutez --again."
    case .trace(let trace)?:
      "Rien n'est écrit : \(reason(.trace(trace))) (\(path.printable)). Est-ce le bon registre ? Sinon, indiquez le bon avec --ledger. S'il est perdu et que ces lignes n'ont jamais été déchargées, ajoutez --again."
    case nil:
      "Rien n'est écrit : ces prêts et ces retours seraient enregistrés deux fois. S'ils n'ont jamais été déchargés, ajoutez --again."
    }
  }
}
