import Station
import Terminal

extension English {
  func sentence(_ refused: BurstError) -> String {
    let shown = shown(refused.events)
    switch refused.reason {
    case .stroke(let event) where refused.hasNoCharacter:
      return
        "Ignored \(name(ofStroke: event)): it came at scanner speed. If you pressed it, press it again."
    case .stroke(let event):
      return
        "NOT recorded: \(shown) contains \(name(ofStroke: event)). Scan it again. If that fails, type the number."
    case .altCodes:
      return
        "NOT recorded: the scanner types Alt codes (\(shown)). Set it to a US keyboard without Alt codes."
    case .torn:
      return
        "NOT recorded: \(shown) came too soon after other input. Scan it again."
    }
  }

  var mouseName: String { "mouse" }
  var pasteName: String { "paste" }

  func name(ofBytes count: Int) -> String {
    counting(count, "unknown byte")
  }
}
