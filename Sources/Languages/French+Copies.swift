import Catalogue
import Textbooks
import Typesetting

extension French {
  // MARK: Numbers and call numbers

  func sentence(_ flaw: CopyNumberFlaw) -> String {
    switch flaw {
    case .notANumber(let text):
      "\(text.quotable) ne peut pas être un numéro d'exemplaire. Utilisez des lettres sans accent, des chiffres et des signes simples."
    case .backwards(let text):
      "La série \(text.quotable) finit avant de commencer. Indiquez d'abord le plus petit numéro."
    case .tooMany(let text, let maximum):
      "La série \(text.quotable) compte plus de \(counting(maximum, "exemplaire")). Divisez-la."
    case .tooLong(let text):
      "Les numéros de la série \(text.quotable) sont trop longs. Indiquez-les un par un, ou importez une liste."
    }
  }

  func sentence(_ flaw: CallNumberFlaw) -> String {
    switch flaw {
    case .noCourses:
      "Les réglages ne contiennent pas de cours pour les cotes. Ajoutez courses dans [textbooks], ou indiquez --call-number."
    case .unknownCourse(let course, let known):
      "Le cours \(course.quotable) n'est pas dans les réglages. Cours connus : \(counting.list(known.map(\.printable), .and, maximum: 20))."
    case .notAGrade(let grade):
      "\(grade.quotable) n'est pas une année d'étude pour les cotes. Indiquez un chiffre, par exemple 5, ou 0 pour la terminale."
    }
  }

  func proposed(_ proposal: CallNumberProposal) -> String {
    let parts = [
      "année \(proposal.year)",
      "\(proposal.course.code) pour \(proposal.course.name.printable)",
      proposal.author.isEmpty ? nil : "\(proposal.author) pour l'auteur",
      "\(proposal.title) pour le titre",
    ].compactMap(\.self)
    return
      "Cote : \(proposal.text.printable) (\(parts.joined(separator: ", ")))."
  }

  // MARK: What is wrong

  func clause(_ flaw: CopyFlaw, _ value: String) -> String {
    let value = value.quotable
    return switch flaw {
    case .leadingZero:
      "\(value) commence par un zéro, que les tableurs perdent. Utilisez des numéros sans zéro initial."
    case .otherLength(let usual):
      "\(value) compte \(counting(value.count, "caractère")), la plupart des numéros en ont \(usual). Utilisez une seule longueur."
    case .slash(let field):
      "\(name(of: field)) : \(value) contient une barre oblique, qui coupe le publipostage de PMB-Manuels. Utilisez un autre signe."
    case .noLetter:
      "la cote \(value) ne commence pas par une lettre. PMB-Manuels en demande une, par exemple M."
    case .notAnAmount(let field):
      "\(name(of: field)) : \(value) n'est pas une somme. Écrivez par exemple 8.30."
    case .notOnScale(let field):
      "\(name(of: field)) : \(value) n'est pas dans l'échelle. Utilisez ses numéros, ou complétez statuses dans [textbooks]."
    }
  }

  func clause(_ finding: CopyFinding, on scale: StatusScale) -> String {
    switch finding.problem {
    case .flaw(let flaw): clause(flaw, finding.value ?? "")
    case .noState: "son état n'est pas connu."
    case .start(let start, let state):
      "son statut initial est \(start), son statut \(state), et l'exemplaire n'est pas en prêt."
    case .journal(let noted, let listed):
      "une liste plus récente indique l'état \(listed), le journal \(noted). Le poste suit le journal."
    case .noPrice: "le titre n'a pas de prix. Ses amendes sont incalculables."
    case .noFee: "le titre n'a pas d'amende pour un exemplaire un peu abîmé."
    case .several(let field, let values):
      "ses exemplaires ont plusieurs valeurs pour « \(name(of: field)) » : \(samples(values))."
    case .sameNumber(let others):
      "\(samples(others)) n'en diffère que par les majuscules ou les zéros initiaux."
    case .sameTitle(let others, _, _):
      "ce titre est sans doute le même : \(samples(others))."
    case .stillListed(let day):
      "supprimé ici, mais encore dans la liste du \(listDay(day))."
    }
  }

  func advice(on finding: CopyFinding) -> String {
    switch finding.problem {
    case .sameNumber:
      "Vérifiez les deux étiquettes. Supprimez l'exemplaire qui n'existe pas."
    case .stillListed: "Supprimez-le aussi dans le logiciel de la bibliothèque."
    default: finding.remedy ?? ""
    }
  }

  func moreFlaws(_ count: Int) -> String {
    "\(counting(count, "autre problème n'est pas affiché", "autres problèmes ne sont pas affichés")). Pour les voir tous : --format csv."
  }

  func moreRows(_ count: Int) -> String {
    "\(counting(count, "autre problème n'est pas affiché", "autres problèmes ne sont pas affichés"))."
  }

  func heldBack(_ count: Int) -> String {
    "\(counting(count, "problème")). Rien n'est changé. Corrigez, ou répétez la commande avec --force."
  }

  func copiesAreSound(_ count: Int) -> String {
    "\(counting(count, "exemplaire vérifié", "exemplaires vérifiés")) : aucun problème."
  }

  func copyFindings(_ count: Int, of copies: Int) -> String {
    "\(counting(copies, "exemplaire vérifié", "exemplaires vérifiés")) : \(counting(count, "problème"))."
  }

  // MARK: Lists

  var copiesHeadings: [String] { ["Numéro", "État", "Prêt", "Cote", "Titre"] }

  var copyTitlesHeadings: [String] {
    ["Cote", "Ex.", "En prêt", "États", "Titre"]
  }

  var onLoanWord: String { "en prêt" }

  var goneWord: String { "absent" }

  func total(_ counts: CopyCounts, on scale: StatusScale) -> String {
    var states = scale.statuses.compactMap { status in
      counts.states[status.id].map {
        "\(counting.digits($0)) \(label(of: status))"
      }
    }
    if counts.stateless > 0 {
      states.append("\(counting.digits(counts.stateless)) sans état")
    }
    if counts.onLoan > 0 {
      states.append("\(counting.digits(counts.onLoan)) en prêt")
    }
    let hidden = [
      counts.toDelete > 0
        ? "\(counting.digits(counts.toDelete)) à supprimer" : nil,
      counts.gone > 0
        ? counting(counts.gone, "absent") : nil,
    ].compactMap(\.self)
    return
      "\(counting(counts.copies, "exemplaire")) de \(counting(counts.titles, "titre"))"
      + (states.isEmpty ? "." : " : \(states.joined(separator: ", ")).")
      + (hidden.isEmpty
        ? "" : " Non comptés : \(hidden.joined(separator: ", ")).")
  }

  var noneListed: String { "Aucun exemplaire." }

  func copiesMayLack(_ journal: String) -> String {
    "\(journal.printable) est abîmé. Des états et des prêts peuvent manquer ou être faux."
  }

  // MARK: Changes

  func isCopyAlready(_ item: Item) -> String {
    "\(item.number.printable) est déjà le numéro d'un exemplaire\(ofTitle(item)). Choisissez un autre numéro."
  }

  func wasDeleted(_ item: Item) -> String {
    "\(item.number.printable) était le numéro d'un exemplaire\(ofTitle(item)), supprimé le \(dates.day(item.deleted ?? "")). Choisissez un autre numéro."
  }

  private func ofTitle(_ item: Item) -> String {
    item.title.map { " de « \($0.quotable) »" } ?? ""
  }

  func givenTwice(_ number: String) -> String {
    "\(number.printable) est indiqué deux fois. Indiquez chaque numéro une seule fois."
  }

  func noSuchCopies(_ numbers: [String]) -> String {
    "Aucun exemplaire n'a ce numéro : \(few(numbers)). Rien n'est changé."
  }

  func notOnScale(_ status: Int, _ scale: StatusScale) -> String {
    "\(status) n'est pas un état de l'échelle. Valeurs : \(counting.list(scale.statuses.map { String($0.id) }, .or))."
  }

  func takenOver(_ fields: [ListField]) -> String {
    "Comme les autres exemplaires du titre : \(counting.list(fields.map(name), .and))."
  }

  func added(_ numbers: [String], to title: String, isPreview: Bool) -> String {
    let copies = counting(numbers.count, "exemplaire")
    let what =
      isPreview
      ? "À ajouter" : counting.form(of: numbers.count, "Ajouté", "Ajoutés")
    return "\(what) : \(copies) de « \(title.quotable) » (\(span(numbers)))."
  }

  func changed(_ count: Int, others: Int) -> String {
    "\(counting(count, "exemplaire modifié", "exemplaires modifiés"))."
      + (others == 0
        ? ""
        : " Des mêmes titres : \(counting(others, "autre exemplaire", "autres exemplaires")).")
  }

  func noted(_ numbers: [String]) -> String {
    "L'état est aussi dans le journal : \(few(numbers))."
  }

  func gotState(_ status: CopyStatus, _ count: Int) -> String {
    "\(counting(count, "exemplaire sans état", "exemplaires sans état")) : désormais \(status.id) (\(label(of: status)))."
  }

  // MARK: Deletion

  func stillOnLoan(_ numbers: [String]) -> String {
    "Rien n'est supprimé. En prêt : \(few(numbers)). Enregistrez d'abord le retour."
  }

  func stillOpen(_ fines: [Fine]) -> String {
    "Rien n'est supprimé. Amendes à régler : \(few(fines.map(\.id))). Réglez-les d'abord avec offcirc fines."
  }

  func hasHistory(_ numbers: [String], rowCount: Int) -> String {
    "Rien n'est supprimé. \(counting(rowCount, "ligne")) d'historique \(counting.form(of: rowCount, "serait perdue", "seraient perdues")) : \(few(numbers)). Exportez-le d'abord, et indiquez le fichier avec --exported."
  }

  func historyLacks(_ count: Int, in path: String) -> String {
    "Rien n'est supprimé. Il manque \(counting(count, "ligne")) de l'historique dans \(path.printable). Exportez-le à nouveau."
  }

  func goes(_ numbers: [String], hasHistory: Bool) -> [String] {
    [
      "À supprimer : \(counting(numbers.count, "exemplaire")) (\(span(numbers))).",
      "Ils quittent tous les décomptes, contrôles et distributions. Le poste avertit si l'un d'eux est scanné.",
      hasHistory
        ? "Leurs prêts restent dans les journaux jusqu'à l'effacement des archives."
        : "",
    ].filter { !$0.isEmpty }
  }

  var confirmDeletion: String {
    "Rien n'est supprimé. Pour confirmer, ajoutez --yes."
  }

  func deleted(_ count: Int) -> String {
    "\(counting(count, "exemplaire supprimé", "exemplaires supprimés"))."
  }

  // MARK: History

  var historyHeadings: [String] {
    ["Prêté", "Rendu", "Emprunteur", "État", "Amende"]
  }

  var notedWord: String { "(état noté)" }

  func noHistory(of number: String) -> String {
    "\(number.printable) n'a pas d'historique dans les journaux."
  }

  func unknownCopy(_ number: String) -> String {
    "\(number.quotable) n'est ni dans les listes ni dans les journaux. Vérifiez le numéro."
  }

  func exported(_ count: Int, to path: String) -> String {
    "\(path.printable) contient \(counting(count, "ligne")) d'historique."
  }
}
