import Circulation
import Offload
import Station
import Typesetting

extension French {
  func name(of foreign: ForeignFile) -> String {
    switch foreign {
    case .koha: "un fichier .koc de Koha"
    case .evergreen: "un fichier pending.xacts d'Evergreen"
    case .sierra: "un fichier rdy de Sierra ou Millennium"
    case .pmb: "un fichier de prêt secouru de PMB"
    case .destiny: "un fichier de Follett Destiny"
    case .polaris: "un fichier .TRN de Polaris"
    case .journal: "le journal d'un poste (OffCirc.journal)"
    case .exercise: "le fichier d'un exercice"
    case .ledger: "le registre des lots"
    case .table: "un tableau"
    case .numbers: "une liste de numéros sans dates"
    case .richText: "un document RTF"
    case .page: "une page web"
    case .pdf: "un fichier PDF"
    case .mail: "un message électronique enregistré"
    case .workbook: "un classeur Excel ou LibreOffice"
    case .archive: "une archive compressée, comme ZIP"
    case .document: "un document Word ou LibreOffice"
    case .picture: "une image"
    case .postScript: "un fichier d'impression (PostScript)"
    case .database: "une base de données SQLite"
    case .winmail: "un fichier winmail.dat d'Outlook"
    case .marc: "un fichier de notices MARC"
    case .xml: "un fichier XML"
    case .data: "un fichier JSON ou les réglages d'un logiciel"
    }
  }

  func sentence(_ foreign: ForeignFile, of path: String) -> String {
    "\(path.printable) est \(name(of: foreign)), et non un fichier comme OffCirc.dat. \(adviceHeading)\(advice(on: foreign))"
  }

  func advice(on foreign: ForeignFile) -> String {
    switch foreign {
    case .koha, .evergreen, .sierra, .pmb, .destiny:
      "déchargez-le dans le système auquel il est destiné. Pour Alma, lancez offcirc convert avec --to alma."
    case .polaris:
      "déchargez-le dans le système auquel il est destiné. Pour Alma, prenez le fichier OffCirc.dat du poste."
    case .journal:
      "prenez OffCirc.dat dans le même dossier. S'il manque, lancez offcirc recover."
    case .exercise:
      "supprimez-le : il ne contient aucune vraie transaction."
    case .numbers:
      "saisissez les numéros dans Alma : le fichier n'a ni emprunteurs ni dates."
    case .mail: "enregistrez la pièce jointe OffCirc.dat, et prenez ce fichier."
    case .archive:
      "décompressez-la, et prenez le fichier OffCirc.dat qu'elle contient."
    case .winmail:
      "demandez à l'expéditeur OffCirc.dat dans un fichier ZIP ou un message en texte brut."
    case .ledger, .table, .richText, .page, .pdf, .workbook, .document,
      .picture, .postScript, .database, .marc, .xml, .data:
      "prenez le fichier OffCirc.dat tel que le poste l'a écrit."
    }
  }

  func sentence(_ foreign: ForeignFile, asReport path: String) -> String {
    "\(path.printable) est \(name(of: foreign)), et non un rapport de traitement. Ouvrez le rapport dans Alma, copiez toute la page dans un fichier, et indiquez ce fichier."
  }

  func sentence(_ form: LineForm) -> String {
    switch form {
    case .doubledReturns:
      "se termine par CR CR LF : un CR de trop, sans doute après une copie en mode texte."
    case .doubleSpaced:
      "est vide : un autre logiciel a séparé les lignes par des lignes vides."
    case .swappedReturns:
      "commence par CR : les lignes se terminent par LF CR au lieu de CR LF."
    case .otherLineEnds:
      "contient d'autres fins de ligne (NEL ou U+2028) : plusieurs lignes n'en font plus qu'une."
    case .collapsedBlanks:
      "n'a que quelques espaces (1 à 3) avant l'emprunteur : une page web ou un message a supprimé les autres."
    case .joinedNumbers:
      "réunit peut-être l'exemplaire et l'emprunteur en un seul numéro : un autre logiciel a supprimé les espaces."
    case .addedBlanks:
      "contient des espaces en trop autour de son L ou de son R."
    case .tabs: "contient une tabulation au lieu d'espaces."
    case .otherBlanks:
      "contient des espaces insécables, comme les pages web, au lieu d'espaces."
    case .brokenLines:
      "a été coupée par un logiciel de messagerie : l'emprunteur est sur la ligne suivante."
    case .quotedLines:
      "a été citée ou mise en retrait, comme dans un message : elle commence par >, | ou des espaces."
    case .markWithin:
      "contient un caractère de commande, comme la fin de texte DOS (0x1A) : deux lignes n'en font peut-être plus qu'une."
    }
  }

  func advice(on form: LineForm) -> String {
    switch form {
    case .markWithin:
      "fusionnez les fichiers des postes avec offcirc merge, ou remplacez la marque par une fin de ligne."
    default:
      "prenez le fichier OffCirc.dat tel que le poste l'a écrit. Envoyez-le en pièce jointe, et non dans le texte."
    }
  }

  func leftOut(_ marks: OuterMarks, of path: String) -> String {
    let names = [
      marks.contains(.endOfText)
        ? "de la fin de texte DOS (0x1A)" : nil,
      marks.contains(.formFeed) ? "de sauts de page (0x0C)" : nil,
      marks.contains(.frame)
        ? "de caractères de commande" : nil,
    ].compactMap(\.self)
    return
      "\(path.printable) : retrait \(counting.list(names, .and)). Il ne manque aucune transaction."
  }
}
