import Catalogue
import Typesetting

extension French {
  /// A question about the columns of a list, with the option that answers it.
  func ask(_ question: ColumnQuestion) -> String {
    switch question.doubt {
    case .kind:
      "ses numéros sont-ils ceux d'exemplaires ou de cartes ? Ajoutez --kind items ou --kind borrowers."
    case .bookNumbers(let name):
      "la colonne \(name.printable) contient des ISBN, communs à tous les exemplaires d'un titre. Nommez la colonne des numéros, ou celle-ci : \(option(.item, name))."
    case .states(let name):
      "la colonne \(name.printable) indique-t-elle l'état des exemplaires, ou s'ils sont en prêt ? Ajoutez --columns \(ListField.status.rawValue)=\(name.printable) ou --columns \(ListField.process.rawValue)=\(name.printable)."
    case .items:
      "quelle colonne contient les numéros d'exemplaire ? Première ligne : \(row(question.header)). Ajoutez --kind items \(option(.item, question.candidate))."
    case .sets:
      "quelles colonnes contiennent les classes et les titres ? Première ligne : \(row(question.header)). Ajoutez --kind sets --columns group=CLASSE,title=TITRE, avec leurs noms."
    case .borrowers:
      "quelle colonne contient les numéros de carte ? Première ligne : \(row(question.header)). Ajoutez --kind borrowers \(option(.borrower, question.candidate))."
    }
  }

  func content(of column: ImportReport.Column, rowCount: Int) -> String {
    let filled =
      column.filledCount == rowCount
      ? "partout"
      : "\(counting.digits(column.filledCount)) sur \(counting.digits(rowCount))"
    guard column.filledCount > 0 else { return filled }
    guard column.isKept else { return "\(filled), non conservé" }
    if let values = column.values, !values.isEmpty {
      return "\(filled) : \(counted(values))"
    }
    let different =
      switch column.differentCount {
      case nil:
        "plus de \(counting.digits(ImportReport.Column.differentLimit)) valeurs"
      case column.filledCount: "toutes différentes"
      case 1: "la même valeur"
      case let count?: counting(count, "valeur")
      }
    return "\(filled), \(different) : \(samples(column.samples))"
  }

  func noList(in file: String) -> String {
    "\(file.printable) ne contient aucune liste qu'OffCirc sache lire. Exportez-la en CSV ou en .xlsx."
  }

  func otherKinds(
    _ kinds: [ListKind], not kind: ListKind, in file: String
  ) -> String {
    "\(file.printable) contient une liste \(counting.list(kinds.map(of), .and)), et aucune \(of(kind)). Retirez --kind \(kind.rawValue), ou indiquez un autre fichier."
  }

  func unreadCells(_ count: Int) -> String {
    "\(counting(count, "texte est", "textes sont")) en MARC-8 ou en ISO 5426, donc laissés vides. Exportez la liste en UTF-8."
  }

  func otherLists(_ kinds: [ListKind], in path: String) -> String {
    "\(path.printable) contient aussi une liste \(counting.list(kinds.map(of), .and)). Importez-la avec \(counting.list(kinds.map { "--kind \($0.rawValue)" }, .or))."
  }

  func takenAsStates(_ column: String) -> String {
    "\(column.printable) est lue comme l'état des exemplaires, et non comme leur situation de prêt. Sinon : --columns \(ListField.process.rawValue)=\(column.printable)."
  }

  func notForLoan(_ count: Int) -> String {
    count > 0
      ? "\(counting(count, "exemplaire")) à ne pas prêter."
      : "Aucun exemplaire n'est exclu du prêt. Si une politique ou un statut l'indique : --not-for-loan VALEUR."
  }

  func lostZeros(_ count: Int, of comparedCount: Int) -> String {
    "Sur \(counting.digits(comparedCount)) numéros comparés, \(counting.digits(count)) ne conviennent qu'avec un zéro devant : un zéro s'est-il perdu ? Exportez les numéros comme texte."
  }

  /// The reason of a block: a letter of Evergreen's in words.
  func reason(of block: String) -> String {
    switch BlockLetter(rawValue: block) {
    case .lost: "carte perdue"
    case .expired: "carte expirée"
    case .barred: "exclu"
    case .owing: "amendes ou retards"
    case nil: block
    }
  }
}
