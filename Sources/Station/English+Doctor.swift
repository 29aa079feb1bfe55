import Offload
import Scanning
import Terminal

// What the scanner doctor says, in English.
extension English {
  var doctorTitle: String { "Scanner" }

  func doctorKeys(canWrite: Bool, canSkip: Bool) -> String {
    (canWrite ? "F2 Write the settings   " : "")
      + (canSkip ? "F3 Skip   " : "") + "F4 Back   Esc Leave"
  }

  var doctorHelp: String {
    "Do what the first line asks for. F2 writes the settings that are shown, F3 skips a step, F4 goes one step back, Esc leaves. Nothing is recorded."
  }

  var strokesHead: String {
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
      "Now type by hand the number that stands under those bars, and Enter."
    case .done: "That is all. Scan more to try these settings, or leave."
    }
  }

  func sentence(_ remark: ScannerRoom.Remark) -> String {
    switch remark {
    case .refused(let refused): sentence(ofDoctor: refused)
    case .several(let count):
      "\(count) scans came at once. Scan one label at a time."
    case .typed:
      "That was typed by hand. Scan the label, so that the scanner is seen."
    case .scanned:
      "That was a scan. Type the number under the bars by hand, and Enter; or F3."
    case .same(let number):
      "\(number.quotable) was scanned already. Scan another one."
    case .looksLikeOther(let number, .item):
      "\(number.quotable) looks like the cards. Scan an item; if this is one, scan it again."
    case .looksLikeOther(let number, .borrower):
      "\(number.quotable) looks like the items. Scan a card; if this is one, scan it again."
    case .mistyped(let number, let arrived):
      "You typed \(number.quotable), and the scanner sent \(arrived.quotable). Compare it with the label, and type it again. If it is right, type the same."
    case .nothingLearnt:
      "Nothing was scanned yet, so nothing is written. Scan a label first."
    }
  }

  private func sentence(ofDoctor refused: RefusedBurst) -> String {
    let shown = shown(refused.events)
    switch refused.fault {
    case .stroke where refused.hasNoCharacter: return sentence(refused)
    case .stroke(let event):
      let name = name(ofStroke: event)
      let act =
        meaning(of: event).map { " Pressed at the desk, it means: \($0)." }
        ?? ""
      return
        "\(shown) has \(name) in it.\(act) The desk refuses such a scan: set the scanner to leave \(name) out."
    case .altCodes:
      return
        "The scanner types Alt codes (\(shown)) that the desk refuses. Set it to a US keyboard without Alt codes."
    case .torn:
      return "\(shown) came right behind something else. Scan it again."
    }
  }

  func finding(_ finding: Diagnosis.Finding) -> String {
    switch finding {
    case .end(.enter?): "The scanner adds Enter at the end."
    case .end(.tab?): "The scanner adds Tab at the end."
    case .end(.silence?):
      "The scanner adds nothing at the end: have it add Enter if you can."
    case .end(nil): "What the scanner adds at the end is not always the same."
    case .medianInterval(0): "The characters arrive all at once."
    case .medianInterval(let milliseconds):
      "It takes \(milliseconds) ms for a character."
    case .envelope(.aim):
      "It puts the kind of bar code before the number: that is taken off."
    case .envelope(.code39):
      "It puts asterisks around the number: they are taken off."
    case .envelope(.codabar):
      "It puts letters around the number (Codabar): they are taken off."
    case .envelope(.clsi):
      "It puts blanks into the number (CLSI): they are taken out."
    case .frame(let frame):
      "It puts control characters (\(frame.characterNames)) around the number: they are taken off."
    case .altCodes:
      "It types Alt codes, which the desk reads. Better set it to a US keyboard without Alt codes."
    case .layout(.frenchMac):
      "The computer has a French keyboard (Mac or Belgian), the scanner an American one."
    case .layout:
      "The computer has a French keyboard, the scanner an American one."
    case .capitals: "The capitals are locked: Caps Lock turns that off."
    case .unchanged: "The number arrives as it stands under the bars."
    case .unexplained(let arrived, let printed):
      "What arrives, \(arrived.quotable), is not \(printed.quotable), for a reason that is not known here: look at the scanner's own settings."
    case .checkDigit(.borrower):
      "The last digit of all cards is a right check digit (mod 10)."
    case .checkDigit(.item):
      "The last digit of all items is a right check digit (mod 10)."
    case .tooShort(let number, let least):
      "\(number.quotable) is too short (under \(least) characters) for a scanner that adds nothing: have it add Enter."
    case .alike: "Cards and items look alike: no pattern tells them apart."
    }
  }

  func name(ofEnd end: Burst.End) -> String {
    switch end {
    case .enter: "(Enter)"
    case .silence: "(nothing)"
    }
  }

  var proposalHead: String { "These settings would be right:" }

  func settingsWritten(_ path: String) -> String {
    "Written: \(path.printable)."
  }
}
