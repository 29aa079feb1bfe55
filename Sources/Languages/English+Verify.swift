import Catalogue
import Scanning
import Terminal
import Typesetting

extension English {
  func scanToVerify(_ kind: Scan.Kind, _ number: Int, of count: Int) -> String {
    let name = kind == .item ? "an item" : "a card"
    return
      "Scan \(name) (\(number) of \(count)). \(self.name(of: Key.enter)) alone: skip."
  }

  func verified(_ number: String, _ finding: Verification.Finding) -> String {
    switch finding {
    case .found: "\(number.printable): found."
    case .foundAs(let form) where form.word == nil:
      "\(number.printable): found as \(form.number.printable). Upper and lower case differ. Is Caps Lock on?"
    case .foundAs(let form):
      "\(number.printable): found as \(form.number.printable), without what the scanner adds."
    case .foundAfter(let cut):
      "\(number.printable): found as \((cut.rest(of: number) ?? "").printable), after taking off \(takenOff(cut))."
    case .notFound:
      "\(number.printable): not found. Compare it with the numbers in the list."
    }
  }

  private func takenOff(_ cut: NumberCut) -> String {
    var parts: [String] = []
    if cut.start > 0 {
      parts.append("\(counting(cut.start, "character")) at the beginning")
    }
    if cut.end > 0 {
      parts.append("\(counting(cut.end, "character")) at the end")
    }
    if cut.dropsZeros { parts.append("leading zeros") }
    return counting.list(parts, .and)
  }

  func learnt(in path: String) -> String {
    "Written to \(path.printable): OffCirc takes this off when it looks numbers up. It records them as scanned."
  }

  func learntToStrip(in path: String) -> String {
    "Written to \(path.printable): OffCirc removes this from what is scanned, and records the rest."
  }
}
