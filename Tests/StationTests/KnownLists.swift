import Catalogue
import Circulation
import Foundation
import Settings
import Support
import Terminal

/// A catalogue of few items and borrowers, for a desk that knows them.
struct KnownLists {
  let folder = TestFolder()

  var path: String { folder.path + "/catalogue" }

  /// The items of one list: a plain one, and one with each thing against it.
  static let items = """
    Barcode;Titre;Auteur;Cote;Exclu du prêt;Réservations
    37000034179;Analyse réelle et complexe;Rudin W.;M515 RUD;non;0
    37000034180;Atlas routier de France;;G914 ATL;oui;0
    37000034181;Équations différentielles;Demailly J.;M515 DEM;non;2
    37000034182;Équations aux dérivées;Brezis H.;M515 BRE;non;0
    37000034183;Algèbre;Lang S.;M512 LAN;non;0

    """

  static let borrowers = """
    Carte;Nom;Prénom;Classe;Fin de validité;Bloqué
    9921000000164;DUCASSE;Loïc;L3 Maths;2030-09-30;
    9921000000165;LAMBERT;Zoé;L2 Physique;2030-09-30;amende de 12 €
    9921000000166;NGUYEN;Paul;L1 Droit;2017-09-30;

    """

  /// Who has what.
  static let loans = """
    Barcode;Carte;Date de retour
    37000034182;9921000000166;2018-06-15

    """

  /// Imports lists at a level of privacy.
  init(
    level: PrivacyLevel = .classes, exported: String = "2018-05-20",
    _ lists: [(kind: ListKind, text: String)] = [
      (.items, items), (.borrowers, borrowers), (.loans, loans),
    ]
  ) throws {
    for list in lists {
      try add(list.kind, list.text, level: level, exported: exported)
    }
  }

  /// Imports a list.
  func add(
    _ kind: ListKind, _ text: String, level: PrivacyLevel = .classes,
    exported: String = "2018-05-20"
  ) throws {
    let file = folder.path + "/\(kind.rawValue).csv"
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    var request = ListImport.Request(
      sources: [ListImport.Source(path: file, digest: "\(kind)")],
      rules: RecordRules(notForLoan: [], level: level),
      exported: exported, imported: "2018-05-21T08:00:00+02:00")
    request.kind = kind
    if kind == .loans {
      request.columns.named = [.item: "Barcode", .borrower: "Carte"]
    }
    if kind == .borrowers {
      request.columns.named = [.block: "Bloqué", .expires: "Fin de validité"]
    }
    _ = try ListImport(into: path, on: PosixFileSystem()).run(
      request, reject: { _ in }, progress: { _, _ in })
  }

  /// A desk with the lists, open and looked at; or the room of copies, at the
  /// folder of a desk before it.
  func desk(
    size: Size = .usual, language: Language = .english,
    itemCut: NumberCut = NumberCut(), erasing old: OldLists? = nil,
    textbooks: TextbookSettings = TextbookSettings(),
    copiesAfter other: DeskSession? = nil
  ) throws -> DeskSession {
    let desk = try DeskSession(
      size: size, language: language, disk: other?.disk, clock: other?.clock,
      lists: CatalogueWatch(path, itemCut: itemCut, erasing: old),
      textbooks: textbooks, isOfCopies: other != nil)
    desk.listFolder = folder
    desk.feed([.resize(size)])
    desk.tick()
    return desk
  }
}
