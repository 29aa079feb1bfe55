import Catalogue
import Circulation
import SharedLibraries
import Tables
import Typesetting

extension French {
  // MARK: Errors

  func sentence(_ error: CatalogueError) -> String {
    switch error {
    case .file(let error): sentence(error)
    case .table(let error, let file): "\(file.printable) : \(clause(error))"
    case .database(let error) where error.isFull:
      "\(error.path.printable) : le disque est plein. Le catalogue est inchangé."
    case .database(let error) where error.isDamage:
      "\(error.path.printable) est abîmé (\(error.message.printable)). Lancez offcirc catalogue rebuild."
    case .database(let error):
      "\(error.path.printable) : \(error.message.printable)."
    case .notACatalogue(let path):
      "\(path.printable) n'est pas un catalogue. Indiquez un autre fichier avec --catalogue."
    case .otherVersion(let path):
      "\(path.printable) vient d'une autre version d'OffCirc. Lancez offcirc catalogue rebuild."
    case .busy(let path):
      "Une autre commande modifie le catalogue \(path.printable). Attendez qu'elle finisse, puis réessayez."
    case .keptList(let path, let line, let flaw):
      sentence(flaw, in: path, line: line)
    case .keptListMissing(let path):
      "La liste conservée \(path.printable) manque. Restaurez-la d'une sauvegarde, ou passez-vous d'elle : offcirc catalogue rebuild."
    case .otherKey(let path):
      "La liste \(path.printable) a été importée avant le partage, et n'est pas compatible avec celles de la bibliothèque. Effacez les listes de cet ordinateur avec offcirc catalogue erase : celles de la bibliothèque suivront."
    case .noKeptLists(let path):
      "Aucune liste du catalogue \(path.printable) n'est conservée. Supprimez-le, puis importez les listes."
    case .question(let question, let file):
      "\(file.printable) : \(ask(question))"
    case .noList(let file): noList(in: file)
    case .otherKinds(let file, let kinds, let kind):
      otherKinds(kinds, not: kind, in: file)
    case .severalKinds(let file, let kind, let before):
      "\(file.printable) est une liste \(of(kind)), et la précédente une liste \(of(before)). Importez-les l'une après l'autre."
    case .noRow(let file): "\(file.printable) ne contient aucune ligne."
    case .allRejected(let file, let count):
      "\(file.printable) : \(counting.form(of: count, "la seule ligne est rejetée", "les \(counting.digits(count)) lignes sont rejetées")). Rien n'est changé."
    case .tooManyGone(let gone, let known, let kind):
      "\(counting.digits(gone)) \(plural(kind)) sur \(counting.digits(known)) connus ne sont pas dans la liste, plus d'un dixième. Si la liste est complète, ajoutez --yes. Rien n'est changé."
    }
  }

  private func clause(_ error: TableFileError) -> String {
    switch error {
    case .openDocument:
      "c'est un classeur OpenDocument. Enregistrez-le en .xlsx ou en CSV."
    case .empty:
      "le classeur n'a pas de feuille, ou c'est une archive. Décompressez-la."
    case .damaged: "le fichier est abîmé. Exportez-le de nouveau."
    case .oldOffice:
      "c'est un ancien classeur (.xls), ou il a un mot de passe. Enregistrez-le en .xlsx ou en CSV."
    case .missing(let library):
      "la bibliothèque qui le lit n'est pas installée. Installez \(library.debianPackage)."
    case .tooLarge(let maximum):
      "plus de \(counting.digits(maximum >> 20)) Mo. Exportez-le en CSV."
    case .tooMany(_, let maximum):
      "plus de \(counting.digits(maximum)) cellules, éléments ou caractères. Exportez-le en CSV."
    }
  }

  func plural(_ kind: ListKind) -> String {
    switch kind {
    case .items: "exemplaires"
    case .borrowers: "lecteurs"
    case .loans: "prêts"
    case .blocks: "blocages"
    case .sets: "manuels par classe"
    }
  }

  func of(_ kind: ListKind) -> String {
    kind == .items ? "d'exemplaires" : "de \(plural(kind))"
  }

  func reason(_ rejection: RowRejection) -> String {
    switch rejection {
    case .noNumber: "pas de numéro."
    case .noClass: "pas de classe."
    case .noTitle: "ni titre, ni ISBN, ni cote."
    case .cellCount(let count, let expected):
      "\(counting(count, "cellule")), et \(counting.digits(expected)) dans l'en-tête."
    case .heading(let text):
      "une seule cellule remplie, \(text.printable.shortened(to: 60)) : un titre ?"
    case .notANumber(let number):
      "\(number.printable.shortened(to: 60)) ne peut pas être un code-barres."
    case .rounded(let number):
      "un tableur a arrondi le numéro à \(number.printable.shortened(to: 60)). Exportez-le comme texte."
    case .repeated(let number):
      "\(number.printable) est déjà dans la liste, avec d'autres valeurs."
    case .broken(.tooLong(let maximum)):
      "plus de \(counting.digits(maximum)) octets."
    case .broken(.unclosedQuote): "un guillemet n'est pas fermé."
    case .broken(.notARecord): "ce n'est pas une notice MARC entière."
    case .longCell(let maximum):
      "une cellule dépasse \(counting.digits(maximum)) octets."
    }
  }

  // MARK: Lists

  func name(of field: ListField) -> String {
    switch field {
    case .item: "n° d'exemplaire"
    case .title: "titre"
    case .author: "auteur"
    case .callNumber: "cote"
    case .status: "n° de statut"
    case .statusLabel: "statut"
    case .policy: "politique"
    case .notForLoan: "exclu du prêt"
    case .lendable: "empruntable"
    case .process: "situation"
    case .due: "retour prévu"
    case .requests: "réservations"
    case .section: "rayon"
    case .location: "localisation"
    case .owner: "propriétaire"
    case .support: "support"
    case .year: "année"
    case .price: "prix"
    case .fee: "amende si un peu abîmé"
    case .initialStatus: "statut initial"
    case .twoYear: "livre de deux ans"
    case .isbn: "ISBN"
    case .parts: "pièces"
    case .itemNote: "note"
    case .deleted: "supprimé le"
    case .borrower: "n° de carte"
    case .lastName: "nom"
    case .firstName: "prénom"
    case .name: "nom et prénom"
    case .group: "classe"
    case .category: "catégorie"
    case .expires: "valable jusqu'au"
    case .block: "blocage"
    case .alert: "message"
    }
  }

  func heading(_ report: ImportReport, fileCount: Int) -> String {
    let files =
      fileCount > 1 ? " dans \(counting(fileCount, "fichier"))" : ""
    return
      "Une liste \(of(report.kind)) : \(counting(report.rowCount, "ligne"))\(files)."
  }

  func leftOut(_ names: [String], unused count: Int) -> String {
    let unused =
      count > 0
      ? "\(counting(count, "colonne inutilisée", "colonnes inutilisées"))." : ""
    guard !names.isEmpty else { return unused }
    let list = row(names)
    return
      "Laissées de côté, car une autre colonne les remplace ou elles ne sont pas sûres : \(list). \(unused)"
  }

  func cut(_ path: String, rowCount: Int) -> String {
    "\(path.printable) a exactement \(counting.digits(rowCount)) lignes. Des logiciels coupent les listes là : est-elle entière ?"
  }

  func numberCells(_ count: Int, of rowCount: Int) -> String {
    "\(counting.digits(count)) numéros sur \(counting.digits(rowCount)) sont des nombres pour le tableur. Des zéros de tête, un plus ou un E ont pu se perdre."
  }

  func withoutCopy(_ titles: [ClassTitle]) -> String {
    "Aucun exemplaire dans les listes : \(names(titles))."
  }

  func changes(_ report: ImportReport) -> String {
    func part(_ count: Int, _ one: String, _ more: String? = nil) -> String {
      "\(counting.digits(count)) \(counting.form(of: count, one, more ?? one + "s"))"
    }
    var parts = [
      part(report.newCount, "nouveau", "nouveaux"),
      part(report.changedCount, "changé"),
      part(report.sameCount, "inchangé"),
    ]
    if report.repeatedCount > 0 {
      parts.append(part(report.repeatedCount, "répété"))
    }
    if report.missingCount > 0 {
      parts.append(
        report.isComplete
          ? part(report.missingCount, "absent")
          : "\(counting.digits(report.missingCount)) hors de la liste")
    }
    parts.append(part(report.rejectedCount, "rejeté"))
    return parts.joined(separator: ", ") + "."
  }

  func moreRejected(_ count: Int) -> String {
    "\(counting(count, "autre ligne rejetée", "autres lignes rejetées")). Pour les avoir toutes : --rejects FICHIER."
  }

  var nothingChanged: String { "Rien n'est changé." }

  func imported(into path: String) -> String {
    "La liste est dans le catalogue \(path.printable)."
  }

  // MARK: What is known

  func state(
    _ counts: Catalogue.Counts, _ lists: [ImportedList], at path: String
  ) -> [String] {
    [
      path.printable,
      "\(counting(counts.items, "exemplaire")) de \(counting(counts.titles, "titre")), \(counting(counts.borrowers, "lecteur")).",
    ]
      + gone(counts)
      + lists.map {
        "\(tableDay($0.exported))  \(plural($0.kind)), \(counting($0.rowCount, "ligne"))  \($0.files.joined(separator: ", ").printable)"
      }
  }

  private func gone(_ counts: Catalogue.Counts) -> [String] {
    guard counts.goneItems + counts.goneBorrowers > 0 else { return [] }
    return [
      "Absents de la dernière liste complète : \(counting(counts.goneItems, "exemplaire")), \(counting(counts.goneBorrowers, "lecteur"))."
    ]
  }

  func noCatalogue(at path: String) -> String {
    "Il n'y a pas de catalogue dans \(path.printable). Importez une liste avec offcirc catalogue import."
  }

  func facts(_ item: Item, listed: String) -> [ListedFact] {
    let status = [item.status.map { String($0) }, item.statusLabel]
      .compactMap(\.self).joined(separator: "  ")
    let facts: [(String, String?)] = [
      ("numéro", item.number), ("titre", item.title), ("auteur", item.author),
      ("cote", item.callNumber),
      ("exclu du prêt", item.isNotForLoan == true ? "oui" : nil),
      (
        "en prêt",
        item.isOnLoan == true
          ? item.due.map { "retour prévu le \(dates.day($0))" } ?? "oui" : nil
      ),
      ("statut", status),
      ("politique", item.policy), ("section", item.section),
      ("localisation", item.location), ("propriétaire", item.owner),
      ("support", item.support), ("année", item.year), ("prix", item.price),
      ("amende si un peu abîmé", item.fee),
      ("statut initial", item.initialStatus.map { String($0) }),
      ("livre de deux ans", item.isTwoYear == true ? "oui" : nil),
      ("ISBN", item.isbn),
      ("pièces", item.parts), ("note", item.note),
      ("supprimé le", item.deleted.map(dates.day)),
      (
        "liste",
        listDay(listed) + (item.isGone ? ", absent depuis" : "")
      ),
    ]
    return known(facts)
  }

  func facts(
    _ borrower: Borrower, number: String, listed: String
  ) -> [ListedFact] {
    known([
      ("numéro", number), ("nom", borrower.name), ("classe", borrower.group),
      ("catégorie", borrower.category),
      ("valable jusqu'au", borrower.expires.map(dates.day)),
      ("blocage", borrower.block.map { $0.isEmpty ? "oui" : reason(of: $0) }),
      ("message", borrower.alert),
      (
        "liste",
        listDay(listed) + (borrower.isGone ? ", absent depuis" : "")
      ),
    ])
  }

  func notListed(_ number: String, newest: String?) -> String {
    newest.map {
      "\(number.printable) n'est dans aucune liste ; la plus récente est du \(listDay($0))."
    } ?? "\(number.printable) : le catalogue est vide."
  }

  func noTitle(with words: String) -> String {
    "Aucun titre n'a de mots qui commencent par \(words.printable)."
  }
}
