import Circulation
import Offload
import SharedLibraries
import Station
import Typesetting

extension English {
  // MARK: The page

  var worklistTitle: String { "Worklist after the upload" }

  func worklistOrigin(_ file: String, _ head: JobReport.Head) -> String {
    let job = [
      head.process.map { "process \($0)" }, head.started, head.status,
    ].compactMap(\.self).joined(separator: ", ")
    return "File: \(file.printable)." + (job.isEmpty ? "" : " Job: \(job).")
  }

  func worklistCounts(_ worklist: Worklist) -> String {
    let head = worklist.report.head
    let nothing = worklist.tasks(in: .nothing).count
    let counts = [
      head.processed.map { "Records processed: \($0)." },
      head.exceptions.map { "With exceptions: \($0)." },
      "Messages read: \(worklist.tasks.count).",
      "To do or to check: \(worklist.tasks.count - nothing).",
      "Nothing to do: \(nothing).",
    ]
    return counts.compactMap(\.self).joined(separator: " ")
  }

  func sentence(_ warning: Worklist.Warning) -> String {
    switch warning {
    case .incomplete(let present, let all):
      "The report lists only \(present) of \(counting(all, "exception")): the page has more rows than were copied. Export the report or open its other pages, then try again."
    case .otherCount(let processed, let inFile):
      "The report counts \(counting(processed, "record")), but the file has \(counting(inFile, "line")). Check that this is the file you uploaded."
    case .cut(let count, let length):
      "\(counting(count, "message")) of the report \(counting.form(of: count, "is", "are")) longer than \(length) characters and \(counting.form(of: count, "was", "were")) cut. Read the rest in the report."
    case .unread(let count, let first):
      unread(count, first)
    case .waiting(let count):
      "\(counting(count, "row")) of the list \(counting.form(of: count, "has", "have")) no result: the system has not processed \(counting.form(of: count, "it", "them")). Tick all rows there, press Process, and save the page again."
    case .noEnd:
      "The page does not end with « Récupération terminée »: PMB stopped, or the page was not saved whole. Find the last item on it, and check the items after it in PMB. Do not load the file again."
    }
  }

  func heading(of section: Worklist.Section) -> String {
    switch section {
    case .swapped: "Item and borrower swapped"
    case .unknownUsers: "Items lent to unknown users"
    case .unknownItems: "Unknown items: users to contact"
    case .unknownReturns: "Unknown items that were returned"
    case .neither: "Unknown items and unknown users"
    case .otherBorrowers: "Items lent to another borrower"
    case .refusedLoans: "Loans refused: the item is on loan"
    case .returnsAgain: "Items to return again"
    case .unclear: "Messages that match no line"
    case .unknownMessages: "Unknown messages"
    case .nothing: "Nothing to do"
    case .corrected: "Corrected lines"
    }
  }

  func advice(
    on section: Worklist.Section, in system: LibrarySystem
  ) -> String? {
    let name = system.title
    return switch section {
    case .swapped:
      "In these lines the card was scanned as the item, and the item as the card. Lend the items by hand, or correct the lines with --retry."
    case .unknownUsers:
      "\(name) did not record these loans. Add the note to each item, or lend them all to one fictitious user."
    case .unknownItems:
      "These users borrowed items that \(name) does not know. Add a note to each user, and ask them to bring the item in."
    case .unknownReturns:
      "These items are in the library. Look for them on the trolley, and check their barcodes."
    case .otherBorrowers:
      "\(name) did not find the borrowers, and lent their items to the borrower before. Return the items in \(name). Then lend them to the borrowers of this list, under their right numbers."
    case .refusedLoans:
      "In \(name), somebody has these items. If it is another borrower, return the item, and lend it to the borrower of this list."
    case .returnsAgain:
      "Find these items, and return them in \(name) itself. They were lost, claimed as returned or requested, or another library owns them."
    case .neither:
      "Look for these numbers in your paper notes. The file has no more information."
    case .unclear:
      "The report and the file do not match on these lines. Check each of them."
    case .unknownMessages: "Read each of them."
    case .nothing, .corrected: nil
    }
  }

  var lineColumn: String { "Line" }
  var itemColumn: String { "Item" }
  var borrowerColumn: String { "Borrower" }
  var dateColumn: String { "Date" }
  var noteColumn: String { "Note" }
  var suggestionColumn: String { "Suggestion" }

  var worklistHeading: [String] {
    [
      "Line", "Category", "Date and time", "Operation", "Item", "Borrower",
      "Note", "Suggestion", "Message",
    ]
  }

  func unknownUser(_ number: String) -> String { "Unknown user: \(number)." }

  func knownUser(_ number: String) -> String { "User: \(number)." }

  func unknownUserNote(_ loan: LocalTime) -> String {
    "Lent to an unknown user (\(day(loan)))"
  }

  private func line(_ numbered: NumberedTransaction) -> String {
    "line \(numbered.line), \(content(numbered.transaction))"
  }

  private func content(_ transaction: Transaction) -> String {
    let numbers =
      transaction.borrower.map {
        "loan of \(transaction.item.text) to \($0.text)"
      } ?? "return of \(transaction.item.text)"
    return "\(numbers), \(date(transaction.recorded, isShort: true))"
  }

  func describe(_ task: Worklist.Task) -> String {
    let message = task.entry.message
    let text =
      task.entry.joined == nil ? message.textWithNumbers : message.text
    let said = "\"\(text)\""
    return switch task.entry.match {
    case .transaction(let joined): "\(said): \(line(joined))."
    case .oneOf(let several):
      "\(said): \(several.prefix(10).map(line).joined(separator: "; or "))\(several.count > 10 ? "; or \(counting(several.count - 10, "other"))" : "")."
    case .otherNumber(let other):
      "\(said), but line \(other.line) of the file is a \(content(other.transaction)). This message belongs to another file."
    case .malformed(let line, let error):
      "\(said), but line \(line) of the file is unreadable: \(sentence(error))"
    case .beyondEnd(let line):
      "\(said), but the file has no line \(line). This message belongs to another file."
    case .nowhere:
      switch (message.line, message.said.number, message.said.kind) {
      case (nil, .some, _): "\(said): the number is not in the file."
      case (_, _, .unknown): said
      default: "\(said): no number given."
      }
    }
  }

  func nothingToDo(
    _ kind: ReportMessage.Kind, count: Int, in system: LibrarySystem
  ) -> String {
    let lines = counting(count, "line")
    return switch kind {
    case .notOnLoan:
      "\(lines): item returned that was not on loan. \(system == .alma ? "Alma counts an in-house use." : "\(system.title) changed nothing.")"
    case .laterAction:
      "\(lines): a later transaction exists. \(system.title) changed nothing."
    case .held:
      "\(lines): the borrower has the item already. \(system.title) did not renew the loan."
    case .itemNotFound, .userNotFound, .otherBorrower, .onLoan, .returnAgain,
      .unknown:
      "\(lines)."
    }
  }

  // MARK: Suggestions

  func reason(_ reason: NearMiss.Reason) -> String {
    switch reason {
    case .garbled: "garbled by the keyboard or the scanner"
    case .swapped: "item and borrower are swapped"
    case .capitals: "upper and lower case differ"
    case .leadingZero: "a leading zero was lost or added"
    case .transposed: "two characters are swapped"
    case .oneDiffers: "one character differs"
    case .oneMissing: "one character is missing"
    case .oneTooMany: "there is one character too many"
    case .cutShort: "the number is cut off"
    case .overlong: "something was added to the number"
    }
  }

  func suggestion(_ nearMiss: NearMiss) -> String {
    "\(nearMiss.number) (\(reason(nearMiss.reason)))"
  }

  func perhaps(_ suggestions: String) -> String { "Perhaps \(suggestions)." }

  func otherKind(_ kind: ReportMessage.Kind, line: Int) -> String {
    kind == .itemNotFound
      ? "It is a borrower's number in line \(line)."
      : "It is an item's number in line \(line)."
  }

  // MARK: Corrected lines

  func describe(_ correction: Retry.Correction) -> String {
    let (old, new) = (correction.old, correction.new)
    var changes: [String] = []
    if old.item != new.item {
      changes.append("item \(old.item.text) → \(new.item.text)")
    }
    if let before = old.borrower, let after = new.borrower, before != after {
      changes.append("borrower \(before.text) → \(after.text)")
    }
    let why = correction.reasons.map(reason).joined(separator: ", ")
    return
      "Line \(correction.line): \(changes.joined(separator: ", ")) (\(why))."
  }

  func leftAsItIs(_ reason: Retry.OmissionReason, lines: [Int?]) -> String {
    let known = lines.compactMap(\.self)
    let unknown = lines.count - known.count
    var places = known.isEmpty ? [] : [self.lines(known)]
    if unknown > 0 { places.append("\(unknown) without a line number") }
    let why =
      switch reason {
      case .nothingNear: "no similar number in the file"
      case .several: "several numbers are possible; choose one"
      case .uncertain:
        "the similar number may be a coincidence; if it is right, correct the line by hand"
      case .recorded(let line): "line \(line) already records it"
      case .contradicted(let line):
        "according to line \(line) another borrower had the item"
      case .reported: "the report also has a message about the similar number"
      case .unclear: "the line is not known"
      }
    return "Not corrected: \(places.joined(separator: "; ")) (\(why))."
  }

  func retryWritten(_ path: String, count: Int) -> String {
    "\(path.printable): \(counting(count, "corrected line")). Check this file, then upload it like OffCirc.dat."
  }

  func nothingToRetry(_ path: String) -> String {
    "\(path.printable) was not written: no line can be corrected with certainty."
  }

  // MARK: The result

  func worklistWritten(_ folder: String, names: [String]) -> String {
    "Written in \(folder.printable): \(names.joined(separator: ", "))."
  }

  func inTheWay(_ path: String) -> String {
    "\(path.printable) already exists, and you may have edited it. Nothing was written. Move it, or give another name."
  }

  func sentence(_ error: ReportError, file: String) -> String {
    let what =
      switch error {
      case .pdf:
        "is a PDF. Open it, copy its text into a file, and give that file"
      case .picture:
        "is a picture. Copy the text of the report into a file, and give that file"
      case .oldOffice:
        "is an old spreadsheet, a spreadsheet with a password or an Outlook email. Save it as .xlsx without a password, as .csv or as text, and give that file"
      case .openDocument:
        "is a LibreOffice spreadsheet. Save it as .xlsx or .csv, and give that file"
      case .damaged:
        "is damaged and unreadable. Save the report again, or copy its text into a file"
      case .missing(let library):
        "cannot be read without the package \(library.debianPackage). Install it, or copy the text of the report into a file and give that file"
      case .tooLarge(let maximum):
        "is too large for a report (more than \(maximum / 1_000_000) MB). Give the job report first, then the uploaded file"
      case .tooMany(let thing, let maximum):
        "is too large for a report (more than \(counting.digits(maximum)) \(name(of: thing))). Export the report again, or copy its text into a file, and give that file"
      case .noMessage:
        "is not a job report: none of its lines has a message. Open the report in the library system, copy the whole page into a file, and give that file. \(expectedForm)"
      case .unread(let count):
        "has a barcode in \(counting(count, "line")), but these messages are unreadable. \(expectedForm)"
      }
    return "\(file.printable) \(what)."
  }

  private func name(of thing: ReportError.Thing) -> String {
    switch thing {
    case .rows: "rows"
    case .cells: "cells"
    case .characters: "characters"
    case .elements: "elements"
    case .attributes: "attributes"
    case .headLines: "lines in a head"
    case .parts: "parts"
    }
  }

  func sentence(_ error: OtherFile, report: String) -> String {
    let message = error.example.message.textWithNumbers
    let place =
      switch error.example.match {
      case .otherNumber(let other):
        "it has \"\(message)\" for line \(other.line), but that line of the file is a \(content(other.transaction))"
      case .malformed(let line, _):
        "it has \"\(message)\" for line \(line), but that line of the file is not a transaction"
      case .beyondEnd(let line):
        "it has a message for line \(line), but the file has fewer lines"
      case .nowhere, .oneOf, .transaction:
        "it has \"\(message)\", but that number is not in the file"
      }
    return
      "\(report.printable) is not the report on \(error.file.printable): \(place). Nothing was written. Find the file that this report is about."
  }
}
