import Terminal

// What is said of what a scanner sent and is no scan, in English.
extension English {
  func sentence(_ refused: RefusedBurst) -> String {
    let shown = shown(refused.events)
    switch refused.fault {
    case .stroke(let event) where refused.hasNoCharacter:
      return
        "\(name(ofStroke: event)) came at a scanner's speed: it did nothing. If you pressed it, press it again."
    case .stroke(let event):
      return
        "NOT recorded: \(shown) has \(name(ofStroke: event)) in it. Scan it again; if that fails, type the number."
    case .altCodes:
      return
        "NOT recorded: the scanner types Alt codes (\(shown)). Set it to a US keyboard without Alt codes."
    case .torn:
      return
        "NOT recorded: \(shown) came right behind something else. Scan it again."
    }
  }

  var unknownKey: String { "an unknown key" }

  var mouseName: String { "mouse" }
  var pasteName: String { "paste" }

  func name(ofBytes count: Int) -> String {
    count == 1 ? "1 byte of no key" : "\(count) bytes of no key"
  }
}
