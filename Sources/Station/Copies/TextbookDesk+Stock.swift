import Circulation
import Textbooks

/// A state of a copy that was noted without a return, and the one before.
struct StockStep: Hashable {
  let item: Barcode
  let before: Int
}

// States that are noted without a return, as in stock-taking.
extension TextbookDesk {
  /// Notes the state of a copy; returns when it is on disk.
  ///
  /// - Throws: ``CirculationError``, ``FileError``. Nothing is noted then.
  func takeStock(
    of item: Barcode, _ state: Int, insteadOf before: Int?, at desk: Desk
  ) throws {
    try desk.takeStock(of: item, status: state)
    stockSteps.append(
      StockStep(item: item, before: before ?? CopyStatus.undetermined))
  }

  /// Notes the state of a copy as it was before the last note, if that was of
  /// the same copy; returns when it is on disk.
  ///
  /// - Returns: the state; nil if there is nothing to take back.
  /// - Throws: ``CirculationError``, ``FileError``. Nothing is noted then.
  func takeBackStock(of item: Barcode, at desk: Desk) throws -> Int? {
    guard let step = stockSteps.last, step.item == item else { return nil }
    try desk.takeStock(of: item, status: step.before)
    stockSteps.removeLast()
    return step.before
  }
}

extension CopyLookup {
  /// Returns the state that a copy had before it was to be deleted.
  func stateBeforeDeletion(of number: String, listed status: Int?) -> Int {
    let noted = history(of: number)?.notedStates.last {
      $0.status != CopyStatus.toDelete
    }
    let listed = status.flatMap {
      $0 == CopyStatus.toDelete || textbooks.scale[$0] == nil ? nil : $0
    }
    return noted?.status ?? listed ?? CopyStatus.undetermined
  }
}
