import Circulation
import Offload
import Station
import Typesetting

extension French {
  func sentence(_ error: DecisionError) -> String {
    switch error {
    case .held(let path):
      "Quelqu'un d'autre décide dans \(path.printable), ou une commande l'utilise. Attendez qu'il ait terminé, puis recommencez."
    case .newer(let path, let version):
      "Les décisions \(path.printable) viennent d'un OffCirc plus récent (version \(version)). Utilisez cette version. Rien n'a été modifié."
    case .notDecisions(let path):
      "\(path.printable) n'est pas un fichier de décisions. Indiquez le bon avec --decisions, ou un nouveau nom. Rien n'a été modifié."
    case .tooLarge(let path, let maximum):
      "\(path.printable) est trop grand pour un fichier de décisions (plus de \(maximum) Mo). Indiquez le bon avec --decisions. Rien n'a été modifié."
    }
  }

  func damaged(
    _ damage: [DecisionReading.Damage], inDecisions path: String
  ) -> String {
    let sentences = damage.map { damage in
      switch damage {
      case .line(let line):
        "\(path.printable), ligne \(line) : cette décision est illisible. Reprenez une sauvegarde du fichier, ou décidez à nouveau dans un autre."
      case .torn(let line):
        "\(path.printable) : la ligne \(line) est coupée, par une coupure de courant par exemple. Elle n'était pas encore décidée. Toutes les décisions précédentes sont là."
      }
    }
    return sentences.joined(separator: "\n")
  }

  func sentence(
    _ fault: DecisionFault.Numbered, of files: [StationFile]
  ) -> String {
    "Décision \(fault.number) : \(reason(fault.fault, of: files)). Pour y renoncer : --decide \"undo \(fault.number)\"."
  }

  /// The reason why a decision can't be played.
  func reason(
    _ fault: DecisionFault, of files: [StationFile]
  ) -> String {
    func line(_ place: FixedFile.Place) -> String {
      "la ligne \(place.number) de \(files[place.file].path.printable)"
    }
    return
      switch fault
    {
    case .absent(let name): "\(self.name(of: name)) n'existe pas"
    case .notATransaction(let place):
      "\(line(place)) n'est pas une transaction"
    case .noBorrower(let place):
      "\(line(place)) est un retour, donc sans emprunteur"
    case .noDate(let source):
      "aucune ligne ne commence par une date (\(self.name(of: source)))"
    case .beyondYears(let source):
      "une ligne serait datée avant 1970 ou après 9999 (\(self.name(of: source)))"
    case .apart(let first, let second):
      "\(line(first)) et \(line(second)) ne sont pas de la même minute. L'ordre est celui des heures ; décalez celles du poste dont l'horloge était fausse"
    case .contradicted(let first, let second):
      "\(line(first)) ne peut pas précéder \(line(second)), d'après d'autres décisions"
    case .nothingToUndo: "aucune décision antérieure n'a ce numéro"
    }
  }

  private func name(of source: LineSource) -> String {
    switch source {
    case .station(let id): "poste \(id.printable)"
    case .file(let sha256):
      "fichier de SHA-256 \(sha256.prefix(8).description.printable)…"
    }
  }

  private func name(of name: LineName) -> String {
    switch name.source {
    case .station(let id):
      "la transaction \(name.number) du poste \(id.printable)"
    case .file: "la ligne \(name.number) du \(self.name(of: name.source))"
    }
  }

  func decisionsOfOthers(_ count: Int) -> String {
    "\(counting(count, "décision concerne", "décisions concernent")) des fichiers qui n'ont pas été indiqués, ou qui ont changé depuis. Indiquez-les aussi, ou vérifiez-les."
  }

  var nothingFixed: String { "Aucun fichier écrit." }

  func decided(_ decisions: [Decision.Numbered], in path: String) -> String {
    let numbers = decisions.map { "\($0.number)" }
    return
      "Enregistré dans \(path.printable) : \(counting.form(of: numbers.count, "décision", "décisions")) \(counting.list(numbers, .and, maximum: 20))."
  }

  func fixed(_ report: Fix.Report, into path: String) -> String {
    "\(counting(report.lineCount, "ligne écrite", "lignes écrites")) dans \(path.printable) selon \(counting(report.playedCount, "décision")) : \(counting(report.takenOutCount, "retirée")), \(counting(report.changedCount, "corrigée")), \(report.movedCount) à une autre heure. Ensuite : offcirc check \(path.quotedForShell)."
  }

  func notGiven(_ path: String) -> String {
    "--decide : \(path.printable) n'est pas l'un des fichiers indiqués. Écrivez son nom comme vous l'avez indiqué."
  }

  func noLine(_ number: Int, of path: String) -> String {
    "--decide : \(path.printable) n'a pas de ligne \(number), ou elle est vide."
  }

  var notDecided: String { "Rien n'a été décidé." }

  /// The paragraphs of `--help` about fixing files.
  var discussionOfFix: String {
    """
    Les fichiers sont fusionnés comme par offcirc merge, et modifiés selon les \
    décisions. Eux-mêmes restent intacts. Chaque décision est une ligne du \
    fichier de --decisions, avec son auteur et sa date. Rien n'en est jamais \
    retiré. Il contient des numéros d'emprunteurs : gardez-le pour vous.

    --decide enregistre une décision, avec le fichier tel qu'il est indiqué et \
    la ligne :
      "take-out FICHIER:4"        retirer la ligne
      "keep FICHIER:4"            la garder, ou la reprendre
      "swap FICHIER:4"            échanger exemplaire et emprunteur
      "item FICHIER:4 NUMÉRO"     c'était cet exemplaire
      "borrower FICHIER:4 NUMÉRO" c'était cet emprunteur
      "order FICHIER:4 FICHIER:7" la première précède la seconde
      "shift FICHIER +01:00"      décaler toutes les heures du poste
      "shift FICHIER 2018-05-30T09:00"  date de sa première ligne
      "undo 3"                    la décision 3 ne compte plus
    Les lignes peuvent être plusieurs : FICHIER:4-9.

    Code de sortie :
      0   écrit selon les décisions
      1   une décision ne s'applique pas, ou concerne d'autres fichiers
      64  commande mal écrite
      74  erreur d'entrée ou de sortie
    """
  }
}
