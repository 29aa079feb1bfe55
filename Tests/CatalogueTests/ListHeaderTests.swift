import Tables
import Testing

@testable import Catalogue

/// The headers of lists as systems write them: each column that is wanted is
/// known without a question, and no other one is taken.
struct ListHeaderTests {
  /// A header, and the fields of its columns.
  struct Header: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let kind: ListKind
    let columns: [(name: String, field: ListField?)]

    init(
      _ name: String, _ kind: ListKind,
      _ columns: KeyValuePairs<String, ListField?>
    ) {
      testDescription = name
      self.kind = kind
      self.columns = columns.map { ($0.key, $0.value) }
    }
  }

  static let headers = [
    Header(
      "Alma, export of a set", .items,
      [
        "Barcode": .item, "Type / Creator / Imprint": .title, "ISBN": .isbn,
        "Library": nil, "Permanent Location": .location,
        "Temporary Location": nil, "Call Number": .callNumber,
        "Status": nil, "Process type": .process, "Item Policy": .policy,
        "Temporary Item Policy": nil, "Material Type": .support,
        "Due Date": .due, "Requests": .requests, "Item ID": nil,
        "Holdings ID": nil, "MMS ID": nil,
      ]),
    Header(
      "Alma Analytics, physical items", .items,
      [
        "MMS Id": nil, "Holding Id": nil, "Item Id": nil, "Barcode": .item,
        "Title": .title, "Author": .author,
        "Permanent Call Number": .callNumber, "Library Name": nil,
        "Location Name": .location, "Base Status": nil,
        "Process Type": .process, "Item Policy": .policy,
        "Material Type": .support, "Due Back Date": .due,
        "Replacement cost": .price,
      ]),
    Header(
      "Alma Analytics, loans", .loans,
      [
        "Title": .title, "Barcode": .item, "Due Date": .due,
        "Loan Date": nil, "Primary Identifier": .borrower, "Email": nil,
      ]),
    Header(
      "Alma Analytics, users", .borrowers,
      [
        "Primary Identifier": .borrower, "Last Name": .lastName,
        "First Name": .firstName, "User Group": .category,
        "Expiry Date": .expires, "Preferred Email": nil, "Gender": nil,
      ]),
    Header(
      "Koha, saved report", .items,
      [
        "barcode": .item, "itemcallnumber": .callNumber, "title": .title,
        "author": .author, "itype": .policy, "notforloan": .notForLoan,
        "itemlost": nil, "withdrawn": nil, "homebranch": .location,
        "itemnumber": nil, "biblionumber": nil,
      ]),
    Header(
      "Koha, table of borrowers", .borrowers,
      [
        "borrowernumber": nil, "cardnumber": .borrower,
        "surname": .lastName, "firstname": .firstName, "title": nil,
        "address": nil, "city": nil, "email": nil, "phone": nil,
        "dateofbirth": nil, "categorycode": .category, "sex": nil,
        "dateexpiry": .expires, "debarred": .block, "password": nil,
        "userid": nil,
      ]),
    Header(
      "PMB, procedure", .items,
      [
        "expl_cb": .item, "expl_cote": .callNumber, "tit1": .title,
        "statut_libelle": .statusLabel, "pret_flag": .lendable,
        "section_libelle": .section, "location_libelle": .location,
        "lender_libelle": .owner, "tdoc_libelle": .support,
        "codestat_libelle": .year, "expl_prix": nil,
      ]),
    Header(
      "PMB, basket of copies", .items,
      [
        "Marqué ?": nil, "Code-barres": .item, "Cote": .callNumber,
        "expl_statut": .status, "statut_libelle": .statusLabel,
        "section_libelle": .section, "location_libelle": .location,
        "codestat_libelle": .year, "tdoc_libelle": .support,
        "expl_owner": nil, "Message exemplaire": nil, "Prix": nil,
        "Titre propre": .title, "Statut initial": .initialStatus,
      ]),
    Header(
      "PMB, basket of readers", .borrowers,
      [
        "Marqué ?": nil, "Identifiant du lecteur": nil, "Numéro": .borrower,
        "Nom": .lastName, "Prénom": .firstName, "Adresse": nil,
        "categ": .category, "Date de fin d'adhésion": .expires,
        "libelle_groupe": .group, "Sexe": nil, "Mot de passe": nil,
      ]),
    Header(
      "PMB, readers of a school", .borrowers,
      [
        "Numéro identifiant": .borrower, "Nom": .lastName,
        "Prénom": .firstName, "Rue": nil, "Complément de rue": nil,
        "Code postal": nil, "Commune": nil, "Téléphone": nil,
        "Date de naissance": nil, "Classe": .group, "Sexe": nil,
      ]),
    Header(
      "WMS, patrons", .borrowers,
      [
        "Patron Barcode": .borrower, "First Name": .firstName,
        "Last Name": .lastName, "Borrower Category": .category,
        "Expiration Date": .expires, "Is Blocked": .block,
        "Total Fines": nil, "Birth Date": nil, "Street Address": nil,
      ]),
    Header(
      "SIECLE, pupils", .borrowers,
      [
        "Nom": .lastName, "Prénom 1": .firstName, "Date de naissance": nil,
        "N° interne": .borrower, "Division": .group,
      ]),
    Header(
      "SACoche, pupils", .borrowers,
      [
        "numéro": .borrower, "genre": nil, "nom": .lastName,
        "prenom": .firstName, "date naiss.": nil, "courriel": nil,
        "classe": .group, "groupes": nil,
      ]),
    Header(
      "Littera, copies", .items,
      [
        "Exemplarnummer": .item, "Titel": .title, "Verfasser": .author,
        "Signatur": .callNumber, "Zustand": .statusLabel,
        "Neupreis": .price, "Zugangsdatum": .year, "Medienart": .support,
      ]),
    Header(
      "Sierra, patrons", .borrowers,
      [
        "P BARCODE": .borrower, "PATRN NAME": .name, "P TYPE": .category,
        "EXP DATE": .expires, "MBLOCK": .block, "ADDRESS": nil,
        "TELEPHONE": nil, "UNIQUE ID": nil,
      ]),
  ]

  /// A list of readers as a French library keeps it by hand.
  static let ownList = Header(
    "A library's own list", .borrowers,
    [
      "Carte": .borrower, "Nom": .lastName, "Prénom": .firstName,
      "Classe": .group, "Fin de validité": .expires, "Bloqué": .block,
    ])

  @Test(arguments: headers + [ownList])
  func itsColumnsAreKnownWithoutAQuestion(_ header: Header) throws {
    let columns = try ListHead.columns(
      of: [
        TableRow(line: 1, cells: header.columns.map(\.name)),
        TableRow(line: 2, cells: header.columns.map { _ in "" }),
      ], kind: nil, ColumnNames())
    #expect(columns.kind == header.kind)
    for (index, column) in header.columns.enumerated() {
      #expect(columns.fields[index] == column.field, "\(column.name)")
    }
  }

  @Test func theyHaveMoreThanNinetyColumnsThatAreTaken() {
    let taken = Self.headers.flatMap(\.columns).count { $0.field != nil }
    #expect(Self.headers.count == 15)
    #expect(taken >= 92)
  }
}
