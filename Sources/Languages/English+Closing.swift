import Circulation
import Station
import Typesetting

extension English {
  var closeTitle: String { "Close" }

  func closeQuestion(
    unsaved: Int, waiting: Int, pendingItem: String?, isRecordable: Bool,
    awaitingCard: [String]
  ) -> String {
    var sentences: [String] = []
    if unsaved > 0 {
      sentences.append(
        "\(counting(unsaved, "transaction")) \(counting.form(of: unsaved, "is", "are")) not in OffCirc.dat yet."
      )
    }
    if let pendingItem {
      sentences.append(
        "\(pendingItem.quotable) is typed in but NOT recorded. "
          + (isRecordable
            ? "\(key(.saveAndClose, in: .closing)) also records it."
            : loss(of: 1)))
    }
    if let last = awaitingCard.last {
      let count = awaitingCard.count
      sentences.append(
        (count == 1
          ? "\(last.quotable) is waiting for a card. "
          : "\(counting(count, "item")) are waiting for a card (last: \(last.quotable)). ")
          + loss(of: count))
    }
    if waiting > 0 {
      sentences.append(
        "Cannot write \(counting(waiting, "scan")) to the disk. \(loss(of: waiting))"
      )
    }
    return sentences.joined(separator: "\n")
  }

  private func loss(of count: Int) -> String {
    "If you close now, \(counting.form(of: count, "it is", "they are")) lost."
  }

  var closeOfKiosk: String {
    "This desk opens again by itself. To switch it off, press the power button of the computer."
  }

  var saveAndClose: String { "Save and close" }
  var keepAndClose: String { "Close, and keep the list for next time" }
  var discardAndClose: String { "Close anyway" }
  var goBack: String { "Cancel" }

  func closed(saved: Int?, unsaved: Int, lost: Int) -> String {
    let file = inDataFile(saved, named: StationFolder.dataFileName)
    var sentences = ["OffCirc is closed. \(file)."]
    sentences.append(
      unsaved == 0
        ? "Everything is saved."
        : "Not saved yet, in the list next time: \(unsaved).")
    if lost > 0 { sentences.append("NOT recorded: \(lost).") }
    return sentences.joined(separator: " ")
  }
}
