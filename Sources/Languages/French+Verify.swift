import Catalogue
import Scanning
import Terminal
import Typesetting

extension French {
  func scanToVerify(_ kind: Scan.Kind, _ number: Int, of count: Int) -> String {
    let name = kind == .item ? "un exemplaire" : "une carte"
    return
      "Scannez \(name) (\(number) sur \(count)). \(self.name(of: Key.enter)) seul : passer."
  }

  func verified(_ number: String, _ finding: Verification.Finding) -> String {
    switch finding {
    case .found: "\(number.printable) : trouvé."
    case .foundAs(let form) where form.word == nil:
      "\(number.printable) : trouvé sous \(form.number.printable). Majuscules et minuscules diffèrent. Verr. Maj est-il activé ?"
    case .foundAs(let form):
      "\(number.printable) : trouvé sous \(form.number.printable), sans ce que la douchette ajoute."
    case .foundAfter(let cut):
      "\(number.printable) : trouvé sous \((cut.rest(of: number) ?? "").printable), après avoir retiré \(takenOff(cut))."
    case .notFound:
      "\(number.printable) : introuvable. Comparez-le aux numéros de la liste."
    }
  }

  private func takenOff(_ cut: NumberCut) -> String {
    var parts: [String] = []
    if cut.start > 0 {
      parts.append("\(counting(cut.start, "caractère")) au début")
    }
    if cut.end > 0 {
      parts.append("\(counting(cut.end, "caractère")) à la fin")
    }
    if cut.dropsZeros { parts.append("les zéros de tête") }
    return counting.list(parts, .and)
  }

  func learnt(in path: String) -> String {
    "Noté dans \(path.printable) : OffCirc le retire quand il cherche un numéro. Il enregistre les numéros comme ils sont scannés."
  }

  func learntToStrip(in path: String) -> String {
    "Noté dans \(path.printable) : OffCirc retire cela de ce qui est scanné, et enregistre le reste."
  }
}
