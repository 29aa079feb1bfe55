import Circulation
import Scanning

extension French {
  var batchTitle: String { "Lignes collées" }

  func batchQuestion(_ batch: Batch) -> String {
    var sentences = [
      "\(counting(batch.lines.count, "ligne")). Cartes : \(batch.cardCount). Exemplaires : \(batch.itemCount)."
    ]
    if batch.commandCount > 0 {
      sentences.append("Commandes : \(batch.commandCount).")
    }
    if batch.doubtfulCount > 0 {
      sentences.append("Numéros douteux (?) : \(batch.doubtfulCount).")
    }
    if batch.refusedCount > 0 {
      sentences.append("Impossibles à enregistrer (×) : \(batch.refusedCount).")
    }
    sentences.append("Rien n'est encore enregistré.")
    return sentences.joined(separator: "\n")
  }

  var recordBatch: String { "Tout enregistrer" }
  var dropBatch: String { "Tout ignorer" }

  func batchDropped(_ count: Int) -> String {
    "\(counting(count, "ligne collée ignorée, NON enregistrée", "lignes collées ignorées, NON enregistrées"))."
  }

  func batchTarget(_ borrower: Barcode?) -> String {
    borrower.map { "Les premiers exemplaires vont à \($0.text) :" }
      ?? "Premières lignes :"
  }

  func batchLine(_ text: String, as kind: Scan.Kind?) -> String {
    switch kind {
    case .borrower: "Carte \(text.quotable)"
    case .item: "Exemplaire \(text.quotable)"
    case nil: "Commande \(text.quotable)"
    }
  }
}
