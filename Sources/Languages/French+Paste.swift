import Circulation
import Scanning
import Station
import Typesetting

extension French {
  var pasteTitle: String { "Lignes collées" }

  func pasteQuestion(_ scans: PastedScans) -> String {
    var sentences = [
      "\(counting(scans.count, "ligne")). Cartes : \(scans.cardCount). Exemplaires : \(scans.itemCount)."
    ]
    if scans.commandCount > 0 {
      sentences.append("Commandes : \(scans.commandCount).")
    }
    if scans.doubtfulCount > 0 {
      sentences.append("Numéros douteux (?) : \(scans.doubtfulCount).")
    }
    if scans.refusedCount > 0 {
      sentences.append("Impossibles à enregistrer (×) : \(scans.refusedCount).")
    }
    sentences.append("Rien n'est encore enregistré.")
    return sentences.joined(separator: "\n")
  }

  var recordPaste: String { "Tout enregistrer" }
  var dropPaste: String { "Tout ignorer" }

  func pasteDropped(_ count: Int) -> String {
    "\(counting(count, "ligne collée ignorée, NON enregistrée", "lignes collées ignorées, NON enregistrées"))."
  }

  func pasteTarget(_ borrower: Barcode?) -> String {
    borrower.map { "Les premiers exemplaires vont à \($0.text) :" }
      ?? "Premières lignes :"
  }

  func pasteLine(_ text: String, as kind: Scan.Kind?) -> String {
    switch kind {
    case .borrower: "Carte \(text.quotable)"
    case .item: "Exemplaire \(text.quotable)"
    case nil: "Commande \(text.quotable)"
    }
  }
}
