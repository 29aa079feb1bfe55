import Circulation
import Offload
import Station
import Typesetting

extension English {
  func name(of foreign: ForeignFile) -> String {
    switch foreign {
    case .koha: "a Koha .koc file"
    case .evergreen: "an Evergreen pending.xacts file"
    case .sierra: "a Sierra or Millennium rdy file"
    case .pmb: "a PMB file (prêt secouru)"
    case .destiny: "a Follett Destiny file"
    case .polaris: "a Polaris .TRN file"
    case .journal: "the journal of a station (OffCirc.journal)"
    case .exercise: "the file of an exercise"
    case .ledger: "the ledger of the kits"
    case .table: "a table"
    case .numbers: "a list of numbers without dates"
    case .richText: "an RTF document"
    case .page: "a web page"
    case .pdf: "a PDF"
    case .mail: "a saved email"
    case .workbook: "an Excel or LibreOffice spreadsheet"
    case .archive: "a compressed archive, such as ZIP"
    case .document: "a Word or LibreOffice document"
    case .picture: "a picture"
    case .postScript: "a print file (PostScript)"
    case .database: "an SQLite database"
    case .winmail: "a winmail.dat file from Outlook"
    case .marc: "a file of MARC records"
    case .xml: "an XML file"
    case .data: "a JSON file or the settings of a program"
    }
  }

  func sentence(_ foreign: ForeignFile, of path: String) -> String {
    "\(path.printable) is \(name(of: foreign)), not a file like OffCirc.dat. \(adviceHeading)\(advice(on: foreign))"
  }

  func advice(on foreign: ForeignFile) -> String {
    switch foreign {
    case .koha, .evergreen, .sierra, .pmb, .destiny:
      "upload it to the system that it is for. For Alma, run offcirc convert with --to alma."
    case .polaris:
      "upload it to the system that it is for. For Alma, use the station's OffCirc.dat."
    case .journal:
      "use OffCirc.dat in the same folder. If it is missing, run offcirc recover."
    case .exercise:
      "delete it: nothing in it happened."
    case .numbers:
      "type the numbers into Alma: the file has neither borrowers nor dates."
    case .mail: "save the attached OffCirc.dat, and use that file."
    case .archive: "unpack it, and use the OffCirc.dat in it."
    case .winmail:
      "ask the sender for OffCirc.dat in a ZIP file or a plain-text email."
    case .ledger, .table, .richText, .page, .pdf, .workbook, .document,
      .picture, .postScript, .database, .marc, .xml, .data:
      "use OffCirc.dat as the station wrote it."
    }
  }

  func sentence(_ foreign: ForeignFile, asReport path: String) -> String {
    "\(path.printable) is \(name(of: foreign)), not a job report. Open the report in Alma, copy the whole page into a file, and give that file."
  }

  func sentence(_ form: LineForm) -> String {
    switch form {
    case .doubledReturns:
      "ends with CR CR LF: one CR too many, probably from a text-mode copy."
    case .doubleSpaced:
      "is empty: another program put empty lines between the lines."
    case .swappedReturns:
      "begins with CR: the lines end with LF CR instead of CR LF."
    case .otherLineEnds:
      "contains other line ends (NEL or U+2028): several lines became one."
    case .collapsedBlanks:
      "has only one to three spaces between item and borrower: a web page or an email removed the others."
    case .joinedNumbers:
      "may have item and borrower as one number: another program removed the spaces between them."
    case .addedBlanks:
      "has extra spaces around its L or R."
    case .tabs: "has a tab instead of spaces."
    case .otherBlanks:
      "has no-break spaces, as in web pages, instead of spaces."
    case .brokenLines:
      "was broken by an email program: the borrower is on the next line."
    case .quotedLines:
      "was quoted or indented, as in an email: it begins with >, | or spaces."
    case .markWithin:
      "contains a control character, such as a DOS end-of-text mark (0x1A): two lines may have become one."
    }
  }

  func advice(on form: LineForm) -> String {
    switch form {
    case .markWithin:
      "merge the stations' own files with offcirc merge, or replace the mark with a line end."
    default:
      "use OffCirc.dat as the station wrote it. Send it as an attachment, not as text."
    }
  }

  func leftOut(_ marks: OuterMarks, of path: String) -> String {
    let names = [
      marks.contains(.endOfText)
        ? "a DOS end-of-text mark (0x1A)" : nil,
      marks.contains(.formFeed) ? "form feeds (0x0C)" : nil,
      marks.contains(.frame) ? "control characters, such as ESC or VT" : nil,
    ].compactMap(\.self)
    return
      "\(path.printable): left out \(counting.list(names, .and)). No transaction is missing."
  }
}
