import Offload
import Scanning
import Station
import Terminal
import Typesetting

extension English {
  var scannerTitle: String { "Scanner" }

  func scannerKeys(canWrite: Bool, canSkip: Bool) -> String {
    (canWrite ? "\(key(.writeSettings, in: .scanner)) Save settings   " : "")
      + (canSkip ? "\(key(.skipScan, in: .scanner)) Skip   " : "")
      + "\(key(.stepBack, in: .scanner)) Back   \(key(.leave, in: .scanner)) Leave"
  }

  var scannerHelp: String {
    "Follow the first line. \(key(.writeSettings, in: .scanner)) saves the settings shown, \(key(.skipScan, in: .scanner)) skips a step, \(key(.stepBack, in: .scanner)) goes back one step, \(key(.leave, in: .scanner)) leaves. No transaction is recorded."
  }

  var strokesHeading: String {
    "Each character, its code, and the milliseconds before it:"
  }

  func progress(_ number: Int, of count: Int) -> String {
    "Step \(number) of \(count)."
  }

  func instruction(_ step: ScannerRoom.Step) -> String {
    switch step {
    case .scan(.borrower, 1):
      "Scan a borrower's card. Nothing is recorded here."
    case .scan(.item, 1): "Now scan an item."
    case .scan(.borrower, let number):
      "Scan another card: \(number) of \(Diagnosis.requiredScans)."
    case .scan(.item, let number):
      "Scan another item: \(number) of \(Diagnosis.requiredScans)."
    case .type:
      "Type the number printed under that barcode, then press \(key(.enter, in: .field))."
    case .done: "Done. Scan more to try these settings, or leave."
    }
  }

  func sentence(_ remark: ScannerRoom.Remark) -> String {
    switch remark {
    case .refused(let refused): sentence(inTest: refused)
    case .several(let count):
      "\(count) scans arrived at once. Scan one label at a time."
    case .typed:
      "That was typed by hand. Scan the label to test the scanner."
    case .scanned:
      "That was a scan. Type the number under the bars, then press \(key(.enter, in: .field)). Or press \(key(.skipScan, in: .scanner)) to skip."
    case .same(let number):
      "\(number.quotable) was already scanned. Scan another one."
    case .looksLikeOther(let number, .item):
      "\(number.quotable) looks like a card. Scan an item. If this is one, scan it again."
    case .looksLikeOther(let number, .borrower):
      "\(number.quotable) looks like an item. Scan a card. If this is one, scan it again."
    case .mistyped(let number, let arrived):
      "You typed \(number.quotable), but the scanner sent \(arrived.quotable). Check the label, then type the number again."
    case .nothingLearnt:
      "Nothing to save yet. Scan a label first."
    }
  }

  private func sentence(inTest refused: BurstError) -> String {
    let shown = shown(refused.events)
    switch refused.reason {
    case .stroke where refused.hasNoCharacter: return sentence(refused)
    case .stroke(let event):
      let name = name(ofStroke: event)
      let action =
        meaning(of: event).map { " In the station, this key means: \($0)." }
        ?? ""
      return
        "\(shown) contains \(name).\(action) The station refuses such a scan. Set the scanner not to send \(name)."
    case .altCodes:
      return
        "The scanner types Alt codes (\(shown)), which the station refuses. Set it to a US keyboard without Alt codes."
    case .torn:
      return "\(shown) came too soon after other input. Scan it again."
    }
  }

  func finding(_ finding: Diagnosis.Finding) -> String {
    switch finding {
    case .end(.enter?):
      "The scanner adds \(key(.enter, in: .field)) at the end."
    case .end(.tab?): "The scanner adds \(name(of: Key.tab)) at the end."
    case .end(.silence?):
      "The scanner adds nothing at the end. If possible, set it to add \(key(.enter, in: .field))."
    case .end(nil): "The scanner does not always add the same at the end."
    case .medianInterval(0): "All characters arrive at once."
    case .medianInterval(let milliseconds):
      "It sends a character every \(milliseconds) ms."
    case .envelope(.aim):
      "It adds a barcode type prefix. OffCirc removes it."
    case .envelope(.code39):
      "It adds asterisks around the number. OffCirc removes them."
    case .envelope(.codabar):
      "It adds letters around the number (Codabar). OffCirc removes them."
    case .envelope(.clsi):
      "It adds spaces inside the number (CLSI). OffCirc removes them."
    case .frame(let frame):
      "It adds control characters (\(frame.characterNames)) around the number. OffCirc removes them."
    case .altCodes:
      "It types Alt codes. OffCirc reads them, but a US keyboard without Alt codes is safer."
    case .layout(.frenchMac):
      "The computer is set to a French keyboard (Mac or Belgian), the scanner to a US one."
    case .layout:
      "The computer is set to a French keyboard, the scanner to a US one."
    case .capitals: "Caps Lock is on. Press it to turn it off."
    case .unchanged: "The number arrives as printed."
    case .unexplained(let arrived, let printed):
      "Received \(arrived.quotable) instead of \(printed.quotable), for an unknown reason. Check the scanner's own settings."
    case .checkDigit(.borrower):
      "All cards end in a valid check digit (mod 10)."
    case .checkDigit(.item):
      "All items end in a valid check digit (mod 10)."
    case .tooShort(let number, let minimum):
      "\(number.quotable) is too short (under \(minimum) characters) for a scanner that adds nothing. Set it to add \(key(.enter, in: .field))."
    case .alike: "Cards and items look alike. No pattern can tell them apart."
    }
  }

  func name(ofEnd end: Burst.End) -> String {
    switch end {
    case .enter: "(\(key(.enter, in: .field)))"
    case .silence: "(nothing)"
    }
  }

  var proposalHeading: String { "Suggested settings:" }

  func settingsWritten(_ path: String) -> String {
    "Settings saved in \(path.printable)."
  }
}
