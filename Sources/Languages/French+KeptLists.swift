import Catalogue
import Circulation
import Typesetting

extension French {
  /// The sentence about a flaw of a kept list.
  func sentence(_ flaw: KeptListFlaw, in path: String, line: Int?) -> String {
    let advice =
      "Restaurez-la d'une sauvegarde, ou déplacez-la et importez de nouveau la liste."
    guard let line else {
      return
        "\(path.printable) n'est pas une liste conservée par cette version. \(advice)"
    }
    return self.line(line, of: path, clause(flaw)) + " " + advice
  }

  private func clause(_ flaw: KeptListFlaw) -> String {
    switch flaw {
    case .notAList: "ce n'est pas une liste conservée."
    case .row: "la ligne est abîmée."
    case .sum: "une ligne jusqu'à celle-ci a été modifiée."
    case .cut: "la fin de la liste manque."
    }
  }

  func rebuilt(_ path: String, listCount: Int) -> String {
    "Le catalogue \(path.printable) est refait à partir de \(counting(listCount, "liste"))."
  }

  func erased(_ lists: [ImportedList]) -> String {
    guard !lists.isEmpty else { return "Il n'y a rien à effacer." }
    return "Effacé : \(self.lists(lists))."
  }

  func erased(_ lists: [ImportedList], olderThan days: Int) -> String {
    "Effacé du catalogue, car importé il y a plus de \(counting(days, "jour")) : \(self.lists(lists))."
  }

  private func lists(_ lists: [ImportedList]) -> String {
    counting.list(
      lists.map {
        "\($0.files.joined(separator: ", ").printable) du \(listDay($0.exported))"
      }, .and, maximum: 8)
  }

  func reduced(_ count: Int) -> String {
    "Les noms et les numéros sont retirés de \(counting(count, "liste plus ancienne", "listes plus anciennes"))."
  }
}
