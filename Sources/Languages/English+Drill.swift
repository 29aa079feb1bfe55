import Circulation
import Station
import Terminal

// The exercise, and its sheet.
extension English {
  var exercise: String { "EXERCISE" }

  func instruction(
    _ step: Drill.Step, number: Int, of count: Int
  ) -> String {
    let task =
      switch step {
      case .loans:
        "Scan CARD-1, or type it and press \(name(of: .enter)). Then ITEM-1, ITEM-2 and ITEM-3."
      case .nextReader:
        "The next reader: \(key(.clear)), then CARD-2 and ITEM-4."
      case .returned:
        "ITEM-1 comes back: \(key(.switchOperation)), scan it, \(key(.switchOperation)) again."
      case .doubtful:
        "As an item, type 4711 and \(name(of: .enter)). It looks wrong: scan any item instead."
      case .deletion:
        "A line is wrong: choose it with the arrow keys, and press \(key(.delete))."
      case .itemFirst:
        "\(key(.clear)), then ITEM-5 before its card: it waits. Now CARD-3."
      case .powerCut:
        "Scan one more item. Then the power fails, on purpose."
      case .save: "End of the day: save with \(key(.save))."
      case .close: "Close the station with \(key(.close))."
      }
    return
      "Exercise \(number)/\(count). \(task) (\(name(of: .function(7))): skip)"
  }

  func name(of step: Drill.Step) -> String {
    switch step {
    case .loans: "three loans"
    case .nextReader: "the next reader"
    case .returned: "a return"
    case .doubtful: "a number that looks wrong"
    case .deletion: "a wrong line"
    case .itemFirst: "an item before its card"
    case .powerCut: "the power cut"
    case .save: "saving"
    case .close: "closing"
    }
  }

  var powerIsBack: String {
    "The power is back. Look at the list: everything is in it."
  }

  var notInExercise: String { "The exercise does without this key." }

  func result(of drill: Drill, minutes: Int) -> [String] {
    let count = drill.steps.count
    var lines = [
      "\(drill.passed.count) of \(count) steps in \(counting(minutes, "minute"))."
    ]
    let left = drill.steps.filter { !drill.passed.contains($0) }
    for (heading, steps) in [
      ("Learned:", drill.passed), ("Still to practice:", left),
    ] where !steps.isEmpty {
      lines += [heading] + steps.map { "- \(name(of: $0))" }
    }
    if drill.passed.contains(.powerCut) {
      lines.append("The program was killed, and no line was lost.")
    }
    if !drill.passed.isEmpty {
      lines.append(
        "The exercise is noted: offcirc drill --history. Its files are deleted."
      )
    }
    return lines + ["For a real outage: offcirc guide outage"]
  }

  var drillHeadings: [String] { ["Exercise", "Steps", "Minutes", "Name"] }
  var noDrills: String { "No exercise was done yet." }

  var practiceTitle: String { "EXERCISE" }
  var practicePurpose: String {
    "For offcirc drill. A real desk refuses these barcodes."
  }
}
