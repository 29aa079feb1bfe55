import Circulation
import Station
import Textbooks
import Typesetting

extension French: HandOutWords {
  // MARK: The window

  func handOutTitle(_ group: String, pupils: Int, titles: Int) -> String {
    "Distribution – \(group.printable) – \(counting(pupils, "élève")), \(counting(titles, "titre"))"
  }

  var orderName: String { "Ordre" }

  func name(of order: HandOut.Order) -> String {
    switch order {
    case .byTitle: "titre par titre"
    case .byPupil: "élève par élève"
    }
  }

  var copyName: String { "Exemplaire" }
  var pupilHeading: String { "Élève" }
  var absentMark: String { "absent" }

  func given(_ count: Int, of all: Int) -> String {
    "\(counting.digits(count)) sur \(counting.digits(all)) distribués."
  }

  func lastGiven(
    _ item: Barcode, _ title: String?, to pupil: String
  ) -> String {
    "Dernier : \(item.text) → \(pupil.printable), \(title?.printable ?? "titre inconnu")"
  }

  var handOutLegend: String {
    "• donné  · à donner  = l'a déjà  2 le garde  × non"
  }

  func handOutFooter(_ order: HandOut.Order) -> String {
    let what = order == .byTitle ? "titre suivant" : "élève suivant"
    return
      "\(at(.markAbsent)) : absent. \(at(.refuseTitle)) : pas ce titre. \(at(.nextTurn)) : \(what). \(at(.switchOrder)) : ordre. \(at(.takeBack)) : annuler. \(at(.leave)) : fermer."
  }

  private func at(_ action: Action) -> String { key(action, in: .handOut) }

  // MARK: Whose turn it is

  func nextCopy(_ title: String, for pupil: String) -> String {
    "À suivre : \(short(title)) pour \(pupil.printable)."
  }

  private func short(_ title: String) -> String {
    title.printable.shortened(to: 40)
  }

  func nothingToGive(open count: Int) -> String {
    count == 0
      ? "Tous les manuels sont distribués."
      : "Plus personne n'attend. Il reste \(counting(count, "manuel")) à donner : choisissez un élève avec \(at(.lineUp)) et \(at(.lineDown))."
  }

  // MARK: Scans

  func isOtherTitle(
    _ item: Barcode, _ title: String?, than expected: String
  ) -> String {
    "\(item.text) : \(title.map(short) ?? "autre titre"), et non \(short(expected)). PAS donné. Pour le donner, scannez-le une seconde fois."
  }

  func isNotNeeded(
    _ item: Barcode, _ title: String, by pupil: String, _ stage: HandOut.Stage
  ) -> String {
    "\(isNotToGive(title, to: pupil, stage)) \(item.text) n'est PAS donné. Pour le donner, scannez-le une seconde fois."
  }

  func isNotOfClass(_ number: String, _ group: String) -> String {
    "\(number.printable) n'est pas un élève de \(group.printable). Scannez un exemplaire, ou une autre carte."
  }

  func titleIsUnknown(
    _ item: Barcode, _ expected: String, for pupil: String
  ) -> String {
    "\(item.text) n'est dans aucune liste. Si c'est \(short(expected)), appuyez sur \(at(.refuseTitle)) : \(pupil.printable) l'a."
  }

  var noReturnsAtHandOut: String {
    "Ici, les exemplaires sont seulement prêtés. Fermez la distribution pour enregistrer des retours."
  }

  // MARK: Who gets nothing

  func isAbsent(_ pupil: String) -> String {
    "\(pupil.printable) : absence notée pour aujourd'hui."
  }

  func isPresent(_ pupil: String) -> String {
    "\(pupil.printable) est là."
  }

  func doesNotGet(_ title: String, _ pupil: String) -> String {
    "\(pupil.printable) ne reçoit pas \(short(title))."
  }

  func getsAfterAll(_ title: String, _ pupil: String) -> String {
    "\(pupil.printable) reçoit finalement \(short(title))."
  }

  func isNotToGive(
    _ title: String, to pupil: String, _ stage: HandOut.Stage
  ) -> String {
    let pupil = pupil.printable
    return switch stage {
    case .notTaken: "\(pupil) n'utilise pas \(short(title))."
    case .given, .held: "\(pupil) a déjà \(short(title))."
    case .kept: "\(pupil) garde \(short(title)) de l'an dernier."
    case .refused: "\(pupil) ne reçoit pas \(short(title))."
    case .open: "\(pupil) doit recevoir \(short(title))."
    }
  }

  func skipNotRecorded(_ error: FileError) -> String {
    "Ce n'est PAS enregistré. \(sentence(error))"
  }

  // MARK: Undo

  func takenBack(_ item: Barcode, from pupil: String) -> String {
    "Annulé : \(item.text) n'est pas prêté (\(pupil.printable))."
  }

  func skipTakenBack(_ pupil: String) -> String {
    "Annulé pour \(pupil.printable)."
  }

  func cannotTakeBack(_ item: Barcode) -> String {
    "\(item.text) est sauvegardé dans le fichier. Impossible de l'annuler ici."
  }

  // MARK: Errors and the plan

  func sentence(_ error: HandOutError) -> String {
    switch error {
    case .noClasses: noClasses
    case .unknownClass(let name, let known):
      "Aucun élève dans \(name.quotable). Les listes ont : \(counting.list(known.map(\.printable), .and, maximum: 40))."
    case .noTitles(let group, known: true):
      "Aucun titre connu pour \(group.printable) ni pour ses cours. Importez-les : offcirc catalogue import --kind sets FICHIER."
    case .noTitles(_, known: false):
      "Le catalogue n'a pas les titres des classes. Importez-les : offcirc catalogue import --kind sets FICHIER."
    }
  }

  func handOutMayLack(_ sentence: String) -> String {
    "Il peut manquer des prêts dans le tableau. \(sentence)"
  }

  func planMayLack(_ journal: String) -> String {
    "\(journal.printable) est abîmé. Il peut manquer des prêts dans la liste."
  }

  var planHeadings: [String] { ["Emprunteur", "Élève", "À donner"] }

  func allGiven(_ group: String) -> String {
    "\(group.printable) : tous les manuels sont distribués."
  }
}
