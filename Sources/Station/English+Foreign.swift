import Circulation
import Offload

extension English {
  func name(of foreign: ForeignFile) -> String {
    switch foreign {
    case .koha: "a Koha .koc file"
    case .evergreen: "an Evergreen pending.xacts file"
    case .sierra: "a Sierra or Millennium rdy file"
    case .pmb: "a PMB file (prêt secouru)"
    case .destiny: "a Follett Destiny file"
    case .polaris: "a Polaris .TRN file"
    case .journal: "the journal of a station, OffCirc.journal"
    case .ledger: "the ledger of the kits"
    case .table: "a table"
    case .numbers: "a list of numbers without dates"
    case .richText: "an RTF document of a word processor"
    case .page: "a web page"
    case .pdf: "a PDF"
    case .mail: "a saved mail"
    case .workbook: "a spreadsheet of Excel or LibreOffice"
    case .archive: "a packed archive, like ZIP"
    case .document: "a document of Word or LibreOffice"
    case .picture: "a picture"
    case .postScript: "a print file (PostScript)"
    case .database: "an SQLite database"
    case .winmail: "a winmail.dat of Outlook"
    case .marc: "a file of MARC records"
    case .xml: "an XML file"
    case .data: "a JSON file, or the settings of a program"
    }
  }

  func sentence(_ foreign: ForeignFile, of path: String) -> String {
    "\(path.printable) is \(name(of: foreign)), and not a file like OffCirc.dat: \(advice(on: foreign))"
  }

  func advice(on foreign: ForeignFile) -> String {
    switch foreign {
    case .koha, .evergreen, .sierra, .pmb, .destiny, .polaris:
      "upload it to the system that it is for. For Alma, take OffCirc.dat of the station."
    case .journal:
      "take OffCirc.dat in the same folder. If it is missing, run offcirc recover."
    case .numbers:
      "it does not say who borrowed what, nor when. Enter the numbers in Alma."
    case .mail: "save the attached OffCirc.dat, and take that file."
    case .archive: "unpack it, and take OffCirc.dat out of it."
    case .winmail:
      "ask the sender for OffCirc.dat in a ZIP, or in a mail of plain text."
    case .ledger, .table, .richText, .page, .pdf, .workbook, .document,
      .picture, .postScript, .database, .marc, .xml, .data:
      "take OffCirc.dat of the station, as the station wrote it."
    }
  }

  func sentence(_ foreign: ForeignFile, asReport path: String) -> String {
    "\(path.printable) is \(name(of: foreign)), and not a job report: open the report in Alma, copy all of its page into a file, and give that file."
  }

  func sentence(_ form: LineForm) -> String {
    switch form {
    case .doubledReturns:
      "ends with CR CR LF, one CR too many, as a copy in text mode makes it."
    case .doubleSpaced:
      "is blank, as others are: another program has put blank lines between the lines."
    case .swappedReturns:
      "begins with a CR: the lines end with LF CR, in the place of CR LF."
    case .otherLineEnds:
      "has line ends of another kind (NEL or U+2028) within it: several lines have become one."
    case .collapsedBlanks:
      "has only one to three spaces between item and borrower: a web page or a mail has removed the others."
    case .joinedNumbers:
      "may have item and borrower as one number: another program has removed the spaces between them."
    case .addedBlanks:
      "has spaces around its L or R, which the station does not write."
    case .tabs: "has a tab in the place of spaces."
    case .otherBlanks:
      "has no-break spaces, as web pages have them, in the place of spaces."
    case .brokenLines:
      "was broken by a mail program: the borrower is on the next line."
    case .quotedLines:
      "was quoted or indented, as mail programs do: >, | or spaces are in front of it."
    case .markWithin:
      "has a control character within it, like the mark of DOS for the end of a text (0x1A): two lines may have become one."
    }
  }

  func advice(on form: LineForm) -> String {
    switch form {
    case .markWithin:
      "take the files of the stations, and merge them with offcirc merge. Or replace the mark with a line end."
    default:
      "take OffCirc.dat of the station, as the station wrote it. Send it as an attachment, not as text."
    }
  }

  func leftOut(_ marks: OuterMarks, of path: String) -> String {
    let names = [
      marks.contains(.endOfText)
        ? "the mark of DOS for the end of a text (0x1A)" : nil,
      marks.contains(.formFeed) ? "form feeds (0x0C)" : nil,
      marks.contains(.frame) ? "control characters, like ESC or VT" : nil,
    ].compactMap(\.self)
    return
      "\(path.printable): \(names.joined(separator: " and ")) left out; no transaction is missing."
  }
}
