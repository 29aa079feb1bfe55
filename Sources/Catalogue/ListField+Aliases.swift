extension ListField {
  /// The ranks of the names that systems and people give to the field in a
  /// header, the surest one first; compared by their letters and digits only.
  var aliasRanks: [String: Int] { Self.ranks[self] ?? [:] }

  /// The names of all fields.
  static let allAliases = Set(allCases.flatMap(\.writtenAliases))

  private static let ranks = Dictionary(
    uniqueKeysWithValues: allCases.map { field in
      (
        field,
        Dictionary(
          zip(field.writtenAliases, 0...),
          uniquingKeysWith: { first, _ in first }
        )
      )
    })

  private var writtenAliases: [String] {
    let text =
      switch self {
      case .item:
        """
        expl_cb, item barcode, copy barcode, barcode, code-barres exemplaire,
        code-barres de l'exemplaire, code-barres, code barre, n° d'exemplaire,
        numéro d'exemplaire, exemplaire, strichcode, buch-code, exemplarnummer,
        mediennummer, 952p, 995f, 996f, external_id, item, item number,
        exemplar
        """
      case .title:
        """
        tit1, title proper, titre propre, title, titre, titel, haupttitel,
        title/author, type / creator / imprint, 245a, 200a, biblio title,
        manuel, textbook
        """
      case .author:
        "author, auteur, autor, verfasser, creator, responsabilité, 245c, 200f"
      case .callNumber:
        """
        permanent call number, call number, display call number,
        item call number, itemcallnumber, expl_cote, cote, cote de rangement,
        signatur, standort, sig1, 952o, 995k, 996k, callnumber,
        call #(item), call #, call no
        """
      case .status:
        "expl_statut, idstatut, n° statut, numéro de statut, statut n°, 996 2"
      case .statusLabel:
        """
        statut_libelle, statut de l'exemplaire, statut exemplaire, statut, état,
        condition, physical condition, zustand, status label, 996 1
        """
      case .policy:
        """
        item policy, politique d'exemplaire, politique, itype, 952y, 995r,
        i type, circulation modifier
        """
      case .notForLoan:
        """
        notforloan, not for loan, exclu du prêt, nicht ausleihbar, 952 7, 995o,
        not-for-loan
        """
      case .lendable: "pret_flag, empruntable, prêtable, lendable, 996 3"
      case .process:
        """
        process type, type de processus, base status, status, en prêt,
        ausgeliehen, on loan
        """
      case .due:
        """
        due date, due back date, date_due, date de retour prévue,
        date de retour, retour, pret_retour, rückgabefrist, due, 952q
        """
      case .requests: "requests, demandes, réservations, holds"
      case .section: "section_libelle, section, 996x"
      case .location:
        """
        location_libelle, permanent location, location name, location,
        localisation, library, library name, homebranch, emplacement, 996v,
        952b, 995e, 995b, shelving location
        """
      case .owner: "lender_libelle, propriétaire, owner, besitzer, 996a"
      case .support:
        """
        tdoc_libelle, support, material type, type de document,
        type de support, itemtype, medienart, format, 996e
        """
      case .year:
        """
        codestat_libelle, code statistique, année de mise en service,
        zugangsdatum, aufnahme, first year, 952d
        """
      case .price:
        """
        prix du manuel, full price, replacement cost, prix, price, neupreis,
        kaufpreis, 952v, 995g, price_eur
        """
      case .fee:
        """
        fee, small fee, damage fee, fee when slightly damaged,
        amende un peu abîmé, amende si un peu abîmé, tarif un peu abîmé
        """
      case .initialStatus:
        """
        statut initial, statut_initial, expl_custom_integer, initial status,
        état au début, state at the start
        """
      case .twoYear:
        """
        two-year, two-year book, two years, kept two years, livre de deux ans,
        manuel de deux ans, deux ans, gardé deux ans, bisannuel, 2 ans,
        zweijährig
        """
      case .isbn: "isbn, isbn-13, isbn 13, n° isbn, code isbn, 020a, 010a"
      case .parts: "parts, nombre de parties, nombre de pièces, pièces, teile"
      case .itemNote:
        "item-note, item note, copy note, note de l'exemplaire, exemplarnotiz"
      case .deleted: "deleted-on, deleted on, supprimé le, gelöscht am"
      case .borrower:
        """
        empr_cb, patron barcode, cardnumber, card number, barcode, code-barres,
        n° de lecteur, numéro de lecteur, numéro identifiant, n° de carte,
        carte, ausweisnummer, lesernummer, primary identifier, primary_id,
        numéro, n° interne, ine, lusd-id, 030a, p barcode, borrower,
        borrower number, user id, patron, student id, schüler-id
        """
      case .lastName:
        """
        empr_nom, last name, surname, nom de famille, nom, nachname, last_name,
        familienname
        """
      case .firstName:
        "empr_prenom, first name, firstname, prénom, prénom 1, vorname, given name"
      case .name:
        """
        full name, full_name, nom et prénom, name, 100a, patron name,
        patrn name, nom prénom
        """
      case .group:
        """
        libelle_groupe, groupe_libelle, groupe, classe, division, class,
        homeroom, klasse, groupes, group, classe ou cours, class or course,
        cours, course
        """
      case .category:
        """
        categ, catégorie, categorycode, user group, borrower category,
        kategorie, category, 084a, p type
        """
      case .expires:
        """
        empr_date_expiration, expiry date, expiry_date, expiration date,
        dateexpiry, date d'expiration, date de fin d'adhésion, fin adhésion,
        fin d'abonnement, fin de validité, date de fin de validité,
        valable jusqu'au, valid until, expiration, gültig bis, 080a, expires,
        exp date
        """
      case .block:
        """
        is blocked, block, blocked, debarred, blocage, bloqué, sperre,
        gesperrt, 086a, mblock
        """
      case .alert: "empr_msg, message, message emprunteur, note, hinweis"
      }
    return text.split { $0 == "," || $0 == "\n" }
      .map { String($0).foldedForHeader }.filter { !$0.isEmpty }
  }
}

extension String {
  /// The letters and digits of a header without accents, in lower case.
  package var foldedForHeader: String {
    var folded = ""
    for character in lowercased() {
      switch character {
      case "°", "º": folded += "umero"
      case "à", "á", "â", "ä", "ã", "å": folded += "a"
      case "ç": folded += "c"
      case "è", "é", "ê", "ë": folded += "e"
      case "ì", "í", "î", "ï": folded += "i"
      case "ñ": folded += "n"
      case "ò", "ó", "ô", "ö", "õ": folded += "o"
      case "ù", "ú", "û", "ü": folded += "u"
      case "œ": folded += "oe"
      case "æ": folded += "ae"
      case "ß": folded += "ss"
      case _ where character.isLetter || character.isNumber:
        folded.append(character)
      default: break
      }
    }
    return folded
  }
}
