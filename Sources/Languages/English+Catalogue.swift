import Catalogue
import Circulation
import SharedLibraries
import Tables
import Typesetting

extension English {
  // MARK: Errors

  func sentence(_ error: CatalogueError) -> String {
    switch error {
    case .file(let error): sentence(error)
    case .table(let error, let file): "\(file.printable): \(clause(error))"
    case .database(let error) where error.isFull:
      "\(error.path.printable): the disk is full. The catalogue is as it was."
    case .database(let error) where error.isDamage:
      "\(error.path.printable) is damaged (\(error.message.printable)). Run offcirc catalogue rebuild."
    case .database(let error):
      "\(error.path.printable): \(error.message.printable)."
    case .notACatalogue(let path):
      "\(path.printable) is not a catalogue. Give another file with --catalogue."
    case .otherVersion(let path):
      "\(path.printable) was made by another version of OffCirc. Run offcirc catalogue rebuild."
    case .busy(let path):
      "Another command is changing the catalogue \(path.printable). Wait for it, and try again."
    case .keptList(let path, let line, let flaw):
      sentence(flaw, in: path, line: line)
    case .keptListMissing(let path):
      "The kept list \(path.printable) is missing. Restore it from a backup, or do without it: offcirc catalogue rebuild."
    case .otherKey(let path):
      "The list \(path.printable) was imported before the lists were shared, and does not fit those of the library. Delete the lists here with offcirc catalogue erase: those of the library follow."
    case .noKeptLists(let path):
      "No lists are kept of the catalogue \(path.printable). Delete it, and import the lists."
    case .question(let question, let file):
      "\(file.printable): \(ask(question))"
    case .noList(let file): noList(in: file)
    case .otherKinds(let file, let kinds, let kind):
      otherKinds(kinds, not: kind, in: file)
    case .severalKinds(let file, let kind, let before):
      "\(file.printable) is a list of \(plural(kind)), and the one before of \(plural(before)). Import them one after the other."
    case .noRow(let file): "\(file.printable) has no row."
    case .allRejected(let file, let count):
      "\(file.printable): \(counting.form(of: count, "its row is", "all \(counting.digits(count)) rows are")) rejected. Nothing was changed."
    case .tooManyGone(let gone, let known, let kind):
      "\(counting.digits(gone)) of \(counting.digits(known)) known \(plural(kind)) are not in the list, more than a tenth. If the list is complete, add --yes. Nothing was changed."
    }
  }

  private func clause(_ error: TableFileError) -> String {
    switch error {
    case .openDocument:
      "an OpenDocument spreadsheet. Save it as .xlsx or CSV."
    case .empty: "a workbook without a sheet, or an archive. Unpack it."
    case .damaged: "the file is damaged. Export it again."
    case .oldOffice:
      "an old workbook (.xls) or one with a password. Save it as .xlsx or CSV."
    case .missing(let library):
      "the library that reads it is not installed. Install \(library.debianPackage)."
    case .tooLarge(let maximum):
      "it is larger than \(counting.digits(maximum >> 20)) MB. Export it as CSV."
    case .tooMany(_, let maximum):
      "it has more than \(counting.digits(maximum)) cells, elements or characters. Export it as CSV."
    }
  }

  func plural(_ kind: ListKind) -> String {
    switch kind {
    case .items: "items"
    case .borrowers: "borrowers"
    case .loans: "loans"
    case .blocks: "blocks"
    case .sets: "textbooks for classes"
    }
  }

  func reason(_ rejection: RowRejection) -> String {
    switch rejection {
    case .noNumber: "it has no number."
    case .noClass: "it has no class."
    case .noTitle: "it has no title, no ISBN and no call number."
    case .cellCount(let count, let expected):
      "it has \(counting(count, "cell")), and the header \(counting.digits(expected))."
    case .heading(let text):
      "only one cell is filled, \(text.printable.shortened(to: 60)): a heading?"
    case .notANumber(let number):
      "\(number.printable.shortened(to: 60)) is not a possible barcode."
    case .rounded(let number):
      "a spreadsheet has rounded the number to \(number.printable.shortened(to: 60)). Export it as text."
    case .repeated(let number):
      "\(number.printable) is in the list before, with other values."
    case .broken(.tooLong(let maximum)):
      "it is longer than \(counting.digits(maximum)) bytes."
    case .broken(.unclosedQuote): "a quotation mark is not closed."
    case .broken(.notARecord): "it is not a whole MARC record."
    case .longCell(let maximum):
      "a cell is longer than \(counting.digits(maximum)) bytes."
    }
  }

  // MARK: Lists

  func name(of field: ListField) -> String {
    switch field {
    case .item: "item number"
    case .title: "title"
    case .author: "author"
    case .callNumber: "call number"
    case .status: "status number"
    case .statusLabel: "status"
    case .policy: "policy"
    case .notForLoan: "not for loan"
    case .lendable: "for loan"
    case .process: "process"
    case .due: "due date"
    case .requests: "requests"
    case .section: "section"
    case .location: "location"
    case .owner: "owner"
    case .support: "material"
    case .year: "year"
    case .price: "price"
    case .fee: "fee when slightly damaged"
    case .initialStatus: "state at the start"
    case .twoYear: "two-year book"
    case .isbn: "ISBN"
    case .parts: "parts"
    case .itemNote: "note on the copy"
    case .deleted: "deleted on"
    case .borrower: "card number"
    case .lastName: "last name"
    case .firstName: "first name"
    case .name: "name"
    case .group: "class"
    case .category: "category"
    case .expires: "valid until"
    case .block: "block"
    case .alert: "note"
    }
  }

  func heading(_ report: ImportReport, fileCount: Int) -> String {
    let files =
      fileCount > 1 ? " in \(counting(fileCount, "file"))" : ""
    return
      "A list of \(plural(report.kind)): \(counting(report.rowCount, "row"))\(files)."
  }

  func leftOut(_ names: [String], unused count: Int) -> String {
    let unused =
      count > 0
      ? "\(counting(count, "column is", "columns are")) not used." : ""
    guard !names.isEmpty else { return unused }
    let list = row(names)
    return
      "Left out, since another column has the same or it is not safe: \(list). \(unused)"
  }

  func cut(_ path: String, rowCount: Int) -> String {
    "\(path.printable) has exactly \(counting.digits(rowCount)) rows. Systems cut lists there: is it whole?"
  }

  func numberCells(_ count: Int, of rowCount: Int) -> String {
    "The spreadsheet holds \(counting.digits(count)) of \(counting(rowCount, "number")) as numbers: leading zeros, a plus or an E may be lost."
  }

  func withoutCopy(_ titles: [ClassTitle]) -> String {
    "No copy in the lists: \(names(titles))."
  }

  func changes(_ report: ImportReport) -> String {
    var parts = [
      "\(counting.digits(report.newCount)) new",
      "\(counting.digits(report.changedCount)) changed",
      "\(counting.digits(report.sameCount)) the same",
    ]
    if report.repeatedCount > 0 {
      parts.append("\(counting.digits(report.repeatedCount)) repeated")
    }
    if report.missingCount > 0 {
      parts.append(
        "\(counting.digits(report.missingCount)) \(report.isComplete ? "gone" : "not in the list")"
      )
    }
    parts.append("\(counting.digits(report.rejectedCount)) rejected")
    return parts.joined(separator: ", ") + "."
  }

  func moreRejected(_ count: Int) -> String {
    "\(counting(count, "more row is", "more rows are")) rejected. For all of them: --rejects FILE."
  }

  var nothingChanged: String { "Nothing was changed." }

  func imported(into path: String) -> String {
    "The catalogue \(path.printable) has the list."
  }

  // MARK: What is known

  func state(
    _ counts: Catalogue.Counts, _ lists: [ImportedList], at path: String
  ) -> [String] {
    [
      path.printable,
      "\(counting(counts.items, "item")) of \(counting(counts.titles, "title")), \(counting(counts.borrowers, "borrower")).",
    ]
      + gone(counts)
      + lists.map {
        "\(tableDay($0.exported))  \(plural($0.kind)), \(counting($0.rowCount, "row"))  \($0.files.joined(separator: ", ").printable)"
      }
  }

  private func gone(_ counts: Catalogue.Counts) -> [String] {
    guard counts.goneItems + counts.goneBorrowers > 0 else { return [] }
    return [
      "Not in the last complete list: \(counting(counts.goneItems, "item")), \(counting(counts.goneBorrowers, "borrower"))."
    ]
  }

  func noCatalogue(at path: String) -> String {
    "There is no catalogue at \(path.printable). Import a list with offcirc catalogue import."
  }

  func facts(_ item: Item, listed: String) -> [ListedFact] {
    let status = [item.status.map { String($0) }, item.statusLabel]
      .compactMap(\.self).joined(separator: "  ")
    let facts: [(String, String?)] = [
      ("number", item.number), ("title", item.title), ("author", item.author),
      ("call number", item.callNumber),
      ("not for loan", item.isNotForLoan == true ? "yes" : nil),
      (
        "on loan",
        item.isOnLoan == true
          ? item.due.map { "due \(dates.day($0))" } ?? "yes" : nil
      ),
      ("status", status),
      ("policy", item.policy), ("section", item.section),
      ("location", item.location), ("owner", item.owner),
      ("material", item.support), ("year", item.year), ("price", item.price),
      ("fee when slightly damaged", item.fee),
      ("state at the start", item.initialStatus.map { String($0) }),
      ("two-year book", item.isTwoYear == true ? "yes" : nil),
      ("ISBN", item.isbn),
      ("parts", item.parts), ("note", item.note),
      ("deleted on", item.deleted.map(dates.day)),
      (
        "listed",
        listDay(listed) + (item.isGone ? ", gone since" : "")
      ),
    ]
    return known(facts)
  }

  func facts(
    _ borrower: Borrower, number: String, listed: String
  ) -> [ListedFact] {
    known([
      ("number", number), ("name", borrower.name), ("class", borrower.group),
      ("category", borrower.category),
      ("valid until", borrower.expires.map(dates.day)),
      ("block", borrower.block.map { $0.isEmpty ? "yes" : reason(of: $0) }),
      ("note", borrower.alert),
      (
        "listed",
        listDay(listed) + (borrower.isGone ? ", gone since" : "")
      ),
    ])
  }

  func notListed(_ number: String, newest: String?) -> String {
    newest.map {
      "\(number.printable) is in no list; the newest is of \(listDay($0))."
    } ?? "\(number.printable): the catalogue is empty."
  }

  func noTitle(with words: String) -> String {
    "No title has words that begin with \(words.printable)."
  }
}
