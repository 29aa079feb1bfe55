import Circulation
import Exchange
import Typesetting

extension English {
  /// The paragraphs of `--help` about the conversion of files.
  var discussionOfConvert: String {
    """
    The files may be of Alma, Koha, Evergreen, Sierra, Destiny or PMB. Their \
    rows go into one new file, in the order of their times. destiny and pmb \
    take files without times: the folder has one or more for each day.

    Each line that is not taken is listed with its number and the reason. If \
    rows would be missing, nothing is written, unless --accept-losses is \
    given. The other changes are listed with their counts and lines.

    Koha has local times, Evergreen UTC. --zone names the zone, such as \
    Europe/Paris, or a fixed distance, such as +01:00. --date gives a time to \
    rows of destiny and pmb. --due gives a due date to loans without one, as \
    sierra needs it. --due none leaves all due dates out.

    The ledger lists what is written for another system than Alma. If it lists \
    lines of the files already, nothing is written, unless --again is given.

    The new file is read again before it gets its name. Exit status 1: rows \
    are missing, or would be. FILE is not changed.
    """
  }

  func recognized(_ notes: FileNotes, as path: String) -> String {
    let program =
      notes.generator.map { $0.isEmpty ? "" : ", written by \($0.quotable)" }
      ?? ""
    return
      "\(path.printable): a file of \(notes.format.title)\(program), \(counting(notes.lineCount, "line"))."
  }

  func sentence(_ notice: FileNotice, of path: String) -> String {
    let path = path.printable
    return switch notice {
    case .byteOrderMark:
      "\(path): it begins with a byte order mark of an editor. The library system may refuse the file."
    case .notUTF8:
      "\(path): it is not UTF-8. Accented letters were read as Windows writes them. Check them."
    case .noVersion:
      "\(path): the first line does not begin with Version=. It was read as a row. Koha would lose it."
    case .version(let version):
      "\(path): the version is not 1.0\(version.isEmpty ? "" : ", but \(version.quotable)")."
    case .name:
      "\(path): the name does not begin with rdy. Sierra does not find the file."
    case .outerBlanks(let line):
      "\(path): spaces around numbers were removed, first in line \(line)."
    case .dueDate(let line):
      "\(path): a date in line \(line) is not one, and is not kept. There may be others."
    }
  }

  func sentence(_ fault: LineFault) -> String {
    switch fault {
    case .empty: "the line is empty."
    case .tooLong: "the line is too long."
    case .innerReturn:
      "there is a carriage return inside the line. Save the file with the line ends of Windows or Linux."
    case .time: "there is no valid date and time."
    case .fields(let found, let expected):
      "there are \(counting(found, "field")) instead of \(expected)."
    case .emptyNumber: "a number is empty."
    case .controlCharacter: "a number has a control character."
    case .noBorrower: "the loan has no borrower."
    case .noItem: "there is no item."
    case .dataFile(let error): sentence(error)
    case .command(let word):
      word.isEmpty
        ? "the kind of transaction is missing."
        : "\(word.quotable) is not a known kind of transaction."
    case .amount: "the amount is not a number such as 2.50."
    case .notJSON: "the line is not one object of JSON."
    case .notAnObject: "the line is JSON, but not an object."
    case .bareNumber:
      "a number is written without quotes, and may have been rounded."
    case .inventory: "the line is of an inventory, not a transaction."
    case .noDue: "the loan has no due date."
    case .group: "the statistics group is not from 1 to 999."
    case .prefix: "the letter b before a number is missing."
    case .innerBlank: "there is a space inside the number."
    case .code(let code):
      "\(code.quotable) is not a known code. The numbers after it are not taken."
    case .resources: "the line is about a resource, which is not read."
    case .beforeCode: "the number has no code before it."
    case .borrowerWithoutItems: "the borrower is followed by no item."
    case .blockWithoutBorrower: "the loans have no borrower."
    case .nearHead:
      "the command is written in another way: PRET SECOURU or RETOUR SECOURU, without accents."
    case .zero: "PMB skips the number 0."
    }
  }

  func moreFaults(_ count: Int) -> String {
    "\(counting(count, "more line is", "more lines are")) not taken."
  }

  func sentence(
    _ loss: Losses.Entry, of paths: [String], in zone: String
  ) -> String {
    let count = loss.places.count
    let rows = counting(count, "row")
    let were = counting.form(of: count, "was", "were")
    let sentence =
      switch loss.loss {
      case .leftOut(.payment):
        "\(counting(count, "payment is", "payments are")) not in the new file: take \(counting.form(of: count, "it", "them")) again by hand"
      case .leftOut(let reason):
        "\(rows) \(were) left out: \(clause(reason))"
      case .renewals:
        "\(counting(count, "renewal is written as a loan", "renewals are written as loans"))"
      case .dueDates:
        "\(counting(count, "due date is", "due dates are")) left out: the library system computes \(counting.form(of: count, "it", "them"))"
      case .secondsMadeUp:
        "seconds were made up for \(rows), so that the order is kept"
      case .minutesPassed: "\(rows) of these are in a later minute now"
      case .seconds: "the seconds of \(rows) are left out"
      case .times:
        "\(rows) \(counting.form(of: count, "has", "have")) no time in the new files: load each file on the day in its name"
      case .timeGiven: "\(rows) got the date and time of --date"
      case .takenAsLocal:
        "the times of \(rows) were taken as local time of \(zone.printable)"
      case .moved(let seconds):
        "\(rows) in UTC or of another zone \(were) moved by \(distance(seconds)) to the local time of \(zone.printable)"
      case .hourTwice(let day):
        "\(rows) \(counting.form(of: count, "falls", "fall")) into the hour that occurs twice on \(self.day(day)). Check the order"
      case .hourMissing(let day):
        "\(rows) \(counting.form(of: count, "falls", "fall")) into the hour that does not occur on \(self.day(day)), and \(were) moved to the next hour"
      case .returnTimes:
        "of \(counting(count, "return")), Evergreen keeps only the day"
      case .twice:
        "\(counting(count, "row is there twice. It is", "rows are there twice. They are")) in the new file twice too"
      case .order:
        "\(rows) \(were) not in the order of the times, and \(counting.form(of: count, "is", "are")) now"
      }
    return "\(sentence.capitalizedAtStart) (\(lines(loss.places, of: paths)))."
  }

  private func clause(_ reason: LeftOutReason) -> String {
    switch reason {
    case .payment: "a payment"
    case .amount: "the amount of a payment is not above 0"
    case .registration: "the registration of a borrower"
    case .inHouseUse: "a use in the house"
    case .uncatalogued: "items without barcodes"
    case .tooMany: "more than 99 items or uses in a row"
    case .noBorrower: "a renewal that does not name its borrower"
    case .letters: "a number has letters outside ASCII"
    case .separator: "a number has a sign that would end it"
    case .longItem: "the item's number is too long for the system"
    case .longBorrower: "the borrower's number is too long for the system"
    case .reserved: "the system would not take the number for one"
    case .year: "the system does not keep the year"
    }
  }

  func converted(
    _ file: ConversionReport.WrittenFile, for format: ExchangeFormat
  ) -> String {
    let written =
      "Written for \(format.title): \(file.path.printable), \(counting(file.rowCount, "row"))."
    let day = file.day.map { dates.day($0) }
    let advice =
      switch format {
      case .alma, .sierra: ""
      case .koha: " Upload it once: Koha would take it a second time."
      case .evergreen:
        " Before importing it in a browser, choose Clear Transactions there."
      case .destiny:
        day.map { " Its date of transactions is \($0)." } ?? ""
      case .pmb:
        (day.map { " PMB takes the day of loading instead of \($0)." } ?? "")
          + " If PMB reports an error in it, do not force it."
      }
    return written + advice
  }

  func balance(_ report: ConversionReport) -> String {
    let faults = report.faults.count
    return
      "\(counting(report.readCount, "row")) read, \(counting.digits(report.writtenCount)) written, \(counting.digits(report.losses.leftOutCount)) left out."
      + (faults == 0
        ? ""
        : " \(counting(faults, "line is", "lines are")) not taken.")
  }

  func sentence(_ error: ConversionError) -> String {
    switch error {
    case .unknownFormat(let path):
      "\(path.printable) is not recognized. If it is an offline file, name its system with --from."
    case .needsTime(let path):
      "\(path.printable) has no times. Give the date and time of its rows with --date."
    case .needsDue(let path, let line):
      "The loan in line \(line) of \(path.printable) has no due date, which Sierra needs. Give one with --due."
    case .needsDues:
      "Sierra needs a due date for all loans. Give it with --due."
    case .needsGroup:
      "Sierra needs the statistics group of the desk. Give it with --stat."
    case .name(let path):
      "Sierra only takes files whose names begin with rdy. Choose another name than \(path.printable)."
    case .inTheWay(let path):
      "\(path.printable) already exists. Choose another name."
    case .noRows: "Nothing was written: no row is for the new file."
    case .losses(let report):
      "Nothing was written: \(counting(report.faults.count + report.losses.leftOutCount, "row")) would be missing. To write the file without them, add --accept-losses."
    case .notReadBack(let path):
      "\(path.printable) was not made: read again, it did not have its rows. Write to another drive."
    }
  }

  // MARK: Parts of sentences

  private func lines(_ places: RowPlaces, of paths: [String]) -> String {
    let shown = places.runs.prefix(10)
    var parts: [String] = []
    for index in paths.indices {
      let runs = shown.filter { $0.file == index }
      guard !runs.isEmpty else { continue }
      let numbers = runs.map {
        $0.lines.count == 1
          ? "\($0.lines.lowerBound)"
          : "\($0.lines.lowerBound)–\($0.lines.upperBound)"
      }
      let isOne = runs.count == 1 && runs[0].lines.count == 1
      let name = paths.count > 1 ? " of \(paths[index].printable)" : ""
      parts.append(
        (isOne ? "line " : "lines ") + numbers.joined(separator: ", ") + name)
    }
    let isWhole = !places.isCut && shown.count == places.runs.count
    return (parts + (isWhole ? [] : ["…"])).joined(separator: ", ")
  }

  private func day(_ number: Int64) -> String {
    dates.day(LocalTime(secondsSince1970: number * 86_400, utcOffset: 0))
  }

  private func distance(_ seconds: Int) -> String {
    let minutes = Int(seconds.magnitude) / 60
    let rest = minutes % 60 == 0 ? "" : " \(minutes % 60) min"
    return (seconds < 0 ? "−" : "+") + "\(minutes / 60) h" + rest
  }
}
