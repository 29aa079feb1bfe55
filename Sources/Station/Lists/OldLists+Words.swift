import Catalogue

extension StationWords {
  /// Returns how the erasure of old lists has ended; nil if there is no news.
  package func newsOfErasure(_ old: OldLists) -> String? {
    switch old.takeOutcome() {
    case .success(let lists): erased(lists, olderThan: old.days)
    case .failure(let error): sentence(error)
    case nil: nil
    }
  }
}
