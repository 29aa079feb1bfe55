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
    }
  }

  func damaged(
    _ damage: [Ledger.Reading.Damage], inLedger path: String
  ) -> String {
    if case .torn(let line)? = damage.first, damage.count == 1 {
      return
        "Le registre \(path.printable) s'interrompt à la ligne \(line) (panne de courant ?) : ce qui a été remis en dernier n'y est peut-être pas. Vérifiez si son lot est là avant de télécharger quoi que ce soit."
    }
    return
      "Le registre \(path.printable) est abîmé à la ligne \(damage.lineNumbers) : ce qui a été remis alors n'est pas reconnu. Regardez les lots de cette période avant de télécharger quoi que ce soit ; gardez une copie du fichier."
  }
}
