import Offload

extension French {
  func sentence(_ error: LedgerError) -> String {
    switch error {
    case .held(let path):
      "Le registre \(path.printable) est utilisé par un autre offcirc. Attendez qu'il ait fini, puis recommencez."
    case .newer(let path, let version):
      "Le registre \(path.printable) est de la version \(version), d'un OffCirc plus récent. Utilisez celui-là ; le fichier n'a pas été touché."
    case .notALedger(let path):
      "\(path.printable) n'est pas un registre d'OffCirc. Donnez le bon fichier avec --ledger, ou déplacez celui-ci ; il n'a pas été touché."
    case .tooLarge(let path, let most):
      "\(path.printable) dépasse \(most) Mo, ce qu'aucun registre n'atteint. Remettez-en une copie, ou donnez le bon fichier avec --ledger ; il n'a pas été touché."
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
        "Le registre \(path) est abîmé à la ligne \(lines.lineNumbers) : ce qui a été remis alors n'est pas reconnu. Regardez les lots de cette période avant de décharger quoi que ce soit ; gardez une copie du fichier."
      )
    }
    if !lineEnds.isEmpty {
      sentences.append(
        "Un éditeur ou un outil de synchronisation a changé en CR LF les fins de ligne du registre \(path), à la ligne \(lineEnds.lineNumbers). Il reste lisible ; remettez-en une copie, et tenez ces outils à l'écart."
      )
    }
    for damage in damage {
      switch damage {
      case .torn(let line):
        sentences.append(
          "Le registre \(path) s'interrompt à la ligne \(line) (panne de courant ?) : ce qui a été remis en dernier n'y est peut-être pas. Vérifiez si son lot est là avant de décharger quoi que ce soit."
        )
      case .zeros(let line):
        sentences.append(
          "Le registre \(path) n'a que des zéros à partir de la ligne \(line) (panne de courant ?) : ce qui devait y être noté n'y est pas. Le prochain lot les garde dans un fichier à côté, et reprend après les lignes d'avant."
        )
      case .unwritten:
        sentences.append(
          "Le registre \(path) n'a jamais été écrit, ou a été vidé (panne de courant ?) : ce qui a été remis avant n'est pas reconnu. S'il en existe une copie, remettez-la ; le prochain lot garde ce qui est là dans un fichier à côté, et en commence un nouveau."
        )
      case .line, .lineEnd: continue
      }
    }
    return sentences.joined(separator: " ")
  }

  func nothingMade(_ doubt: UploadStatus.Doubt, ledger path: String) -> String {
    switch doubt {
    case .damage(let damage):
      "Rien n'a été préparé : ces lignes sont peut-être celles que la ligne \(damage.lineNumbers) du registre disait remises. Si aucun lot de cette période ne les contient et qu'elles n'ont jamais été déchargées, --again prépare un lot."
    case .trace:
      "Rien n'a été préparé : \(reason(doubt)) (\(path.printable)). Est-ce un autre registre ? Remettez le bon à sa place, ou donnez-le avec --ledger. S'il est perdu, et que ces lignes n'ont jamais été déchargées, --again prépare un lot."
    }
  }
}
