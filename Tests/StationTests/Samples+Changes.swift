import Scanning

@testable import Circulation
@testable import Station

extension Samples {
  /// What is said of lines that were deleted or amended.
  mutating func addChanges() {
    add(
      "func deleted(_ count: Int, last: Transaction) -> String",
      naming: ["4711", "ITEM"]
    ) {
      [$0.deleted(4_711, last: Value.loan)]
    }
    add("var deletedHeading: String { get }") { [$0.deletedHeading] }
    add("func deleteIsHeld() -> String") { [$0.deleteIsHeld()] }
    add("func undoIsHeld() -> String") { [$0.undoIsHeld()] }
    add(
      "func codeBeepedTwice(_ code: CommandCode) -> String",
      naming: ["%UNDO%"]
    ) {
      [$0.codeBeepedTwice(.undo)]
    }
    add("func undone(_ changes: [Change]) -> String") { words in
      let entry = DeskEntry(sequence: 1, transaction: Value.loan)
      return Value.counts.flatMap { count in
        [
          Change.Kind.deletion, .amendment,
          .move(from: Value.card, to: Value.item),
        ]
        .map { kind in
          words.undone([
            Change(
              sequence: 2, time: Value.time, kind: kind,
              before: Array(repeating: entry, count: count))
          ])
        }
      }
    }
    add("func nothingToUndo() -> String") { [$0.nothingToUndo()] }
    add(
      "func notUndone(_ error: FileError) -> String", naming: ["/files/x"]
    ) {
      [$0.notUndone(Value.failure)]
    }
  }
}
