import Offload
import Typesetting

extension French {
  func missing(desk name: String) -> String {
    "\(name.printable) : aucun fichier de ce bureau de prêt n'a été trouvé. Rapportez son OffCirc.dat. S'il est déjà là, mettez-le dans un dossier au nom du bureau."
  }

  func sameStation(_ files: [StationFile]) -> String {
    "\(counting.list(files.map(\.path.printable), .and, maximum: 20)) sont des fichiers du même poste. N'utilisez que le plus récent."
  }

  func ahead(_ copy: RollCall.Ahead) -> String {
    "\(copy.path.printable), copie du journal d'un poste, contient \(counting(copy.count, "transaction")) qu'aucun fichier n'a ici. Pour \(counting.form(of: copy.count, "la", "les")) récupérer : offcirc recover \(copy.path.quotedForShell) --files DOSSIER."
  }
}
