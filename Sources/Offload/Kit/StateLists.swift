import Exchange
import Tables

/// The lists of copies by state, for the batch changes of a library system.
struct StateLists {
  /// A list.
  package struct List: Hashable, Sendable {
    /// The name of the file.
    package let name: String
    /// The state.
    package let status: Int
    /// The number of copies.
    package let count: Int
    let text: String
  }

  /// The lists, by state.
  let lists: [List]

  /// Makes the lists that a system takes: Alma sets need a head, others nothing
  /// but numbers.
  init(_ states: CopyStates, for system: KitTarget.System) {
    lists = states.byStatus.map { status, copies in
      let items = copies.map(\.item)
      let (name, lines) =
        switch system {
        case .alma:
          ("state-\(status).csv", (["Barcode"] + items).map { CSV.row([$0]) })
        case .koha, .evergreen, .sierra, .destiny:
          ("state-\(status).txt", items.map { $0 + "\r\n" })
        case .pmb: ("statut-\(status).txt", items.map { $0 + "\r\n" })
        }
      return List(
        name: name, status: status, count: items.count, text: lines.joined())
    }
  }
}
