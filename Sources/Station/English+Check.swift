import Offload
import Scanning

extension English {
  func name(of severity: Severity) -> String {
    switch severity {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  func headline(_ finding: Finding, of files: [StationFile]) -> String {
    let path = files[finding.place.file].path.printable
    let lines = lines(finding.place.number, finding.lastLine)
    let place = finding.problem.isOfWholeFile ? path : "\(path), \(lines)"
    return
      "\(place): \(name(of: finding.severity)): \(sentence(finding, of: files))"
  }

  private func lines(_ first: Int, _ last: Int) -> String {
    first == last ? "line \(first)" : "lines \(first)–\(last)"
  }

  func sentence(_ finding: Finding, of files: [StationFile]) -> String {
    let count = finding.lastLine - finding.place.number + 1
    let areMany = count > 1
    func place(_ other: LinePlace, last: Int? = nil) -> String {
      let lines = lines(other.number, last ?? other.number)
      return other.file == finding.place.file
        ? lines : "\(lines) of \(files[other.file].path.printable)"
    }
    switch finding.problem {
    case .empty: return "there is nothing in the file."
    case .foreign(let foreign):
      return
        "the file is \(name(of: foreign)), and not a file like OffCirc.dat."
    case .binary: return "the file is no text."
    case .utf16: return "the file is text in UTF-16, two bytes a character."
    case .byteOrderMark:
      return
        "an invisible mark (a BOM, as text editors write it) stands before the date."
    case .zeroBytes:
      return
        "from here on the file has bytes of zero, as a power cut leaves them."
    case .returnsForLineEnds:
      return
        "from here on lines end with CR alone, as on old Macs: they are read as one line."
    case .endOfText:
      return
        "a mark of DOS for the end of a text (0x1A) is here, which is not part of a line."
    case .formFeed:
      return
        "form feeds (0x0C), as between printed pages, are here and are not part of a line."
    case .frame:
      return
        "control characters, like ESC, VT or EOT, are here and are not part of a line."
    case .changed(let form):
      return areMany
        ? "\(count) lines were changed by another program; the first \(sentence(form))"
        : "the line \(sentence(form))"
    case .malformed(let fault):
      return areMany
        ? "\(count) lines are no transactions; of the first, \(sentence(fault))"
        : sentence(fault)
    case .misaligned(let column):
      return
        "the borrower should begin at column 94, and seems to begin at column \(column); what stands there before column 94 was read as the end of the item."
    case .duplicate(let first):
      let lines = place(first, last: finding.lastRepeated)
      return areMany ? "they repeat \(lines)." : "it repeats \(lines)."
    case .renewal(let loan):
      return
        "a loan to the borrower who has the item already (\(place(loan)))."
    case .loanAfterLoan(let loan, let borrower):
      return
        "the item is lent already: to \(borrower.printable) in \(place(loan)), without a return between."
    case .returnWithoutLoan:
      return "a return of an item that was not lent in these files."
    case .returnAfterReturn(let earlier):
      return
        "a return of an item that was returned already (\(place(earlier)))."
    case .backwards(let before):
      return "earlier than \(place(before)), which stands before it."
    case .future:
      return areMany
        ? "they are dated later than now." : "it is dated later than now."
    case .beforeOutage:
      return areMany
        ? "they are dated before the outage." : "it is dated before the outage."
    case .wrongClock:
      let verb = areMany ? "they are" : "it is"
      return "\(verb) dated before 2012: the clock of the station was wrong."
    case .gap(let before, let days):
      return
        "\(days) days after \(place(before)): what stands before may be of an earlier outage."
    case .short(let number, let kind, let usual):
      return
        "\(name(of: kind)) \(number.quotable) has \(characters(number.utf8.count)), and nearly all others have \(usual)."
    case .doubtful(let number, let kind, let doubt),
      .unwise(let number, let kind, let doubt):
      return
        "\(name(of: kind)) \(number.quotable) \(reason(doubt, kind))."
    case .full(let number, let kind):
      return
        "\(name(of: kind)) \(number.quotable) has \(number.utf8.count) characters, as many as the column: the end may be missing."
    case .swapped: return "item and borrower are swapped."
    case .looksLikeOther(let number, .item):
      return
        "item \(number.quotable) looks like the borrowers' cards, and not like the other items."
    case .looksLikeOther(let number, .borrower):
      return
        "borrower \(number.quotable) looks like the items, and not like the other borrowers."
    case .title(let number, let kind, let title):
      return
        "\(name(of: kind)) \(number.quotable) \(names(title))"
    case .spelling(let number, let kind, let spelling, let other):
      return
        "\(name(of: kind)) \(number.quotable) \(isRespelled(place(other), spelling))"
    case .twoNumbers(let number, let kind, let first, let second, let other):
      return
        "\(name(of: kind)) \(number.quotable) \(isTwo(first, second, in: other.map { place($0) }))"
    case .ofBothKinds(let number, let kind, let other):
      let otherKind: Problem.NumberKind = kind == .item ? .borrower : .item
      return
        "\(name(of: kind)) \(number.quotable) is \(kind == .item ? "a" : "an") \(name(of: otherKind)) in \(place(other))."
    }
  }

  private func characters(_ count: Int) -> String {
    count == 1 ? "1 character" : "\(count) characters"
  }

  func name(of kind: Problem.NumberKind) -> String {
    switch kind {
    case .item: "item"
    case .borrower: "borrower"
    }
  }

  private func reason(
    _ doubt: NumberRules.Warning, _ kind: Problem.NumberKind
  ) -> String {
    switch doubt {
    case .pattern:
      "does not look like \(kind == .item ? "an item" : "a borrower")"
    case .undecided(let pattern):
      "takes too long with the pattern \(pattern.text.quotable)"
    case .length(let length):
      "has an unusual length (\(characters(length)))"
    case .leadingZero: "begins with a zero"
    case .slash: "has a slash in it"
    case .checkDigit: "has a wrong check digit"
    }
  }

  var inAlmaHead: String { "Alma: " }
  var adviceHead: String { "To do: " }

  func inAlma(_ problem: Problem) -> String {
    switch problem {
    case .empty: "would process 0 records."
    case .foreign, .binary, .utf16: "can't read any of it."
    case .byteOrderMark:
      "can't read the date of the first line: that transaction would be missing."
    case .endOfText, .formFeed, .frame:
      "may take the mark for a line, or for a part of a number."
    case .zeroBytes, .changed, .malformed:
      "can't take what is no transaction; what was lent or returned there would be missing."
    case .misaligned:
      "takes the columns from 14 to 93 for the item, and those from 94 on for the borrower: neither is right."
    case .returnsForLineEnds: "takes the whole of it for one line."
    case .duplicate:
      "counts a loan again as a renewal; reports a return again (“item was not on loan”)."
    case .renewal: "takes the second loan for a renewal."
    case .loanAfterLoan:
      "applies the block “Item is currently on loan by another patron”; if that is set to “Handle Automatically”, the data become inconsistent."
    case .returnWithoutLoan, .returnAfterReturn:
      "takes the item back if it is lent; else reports “Return item failed, item was not on loan” and counts an in-house use."
    case .backwards:
      "applies the lines in the order in which they stand; may report “A later action on this item happened”."
    case .future, .wrongClock:
      "computes due dates from these dates; one in the past becomes the day of the upload."
    case .beforeOutage, .gap:
      "takes lines that were uploaded already once more, and in this order."
    case .doubtful(_, let kind, _), .short(_, let kind, _),
      .unwise(_, let kind, _), .full(_, let kind):
      "if the number is wrong, reports \(notFound(kind))."
    case .swapped: "reports “Item not found”, or “User not found”, or both."
    case .title(_, let kind, _), .twoNumbers(_, let kind, _, _, _),
      .looksLikeOther(_, let kind):
      "reports \(notFound(kind))."
    case .spelling(_, let kind, _, _):
      "takes them for two numbers, and reports \(notFound(kind)) for the one it does not know."
    case .ofBothKinds(_, let kind, _):
      "reports \(notFound(kind)) for this line, unless the other one is wrong."
    }
  }

  private func notFound(_ kind: Problem.NumberKind) -> String {
    kind == .item ? "“Item not found”" : "“User not found”"
  }

  func advice(_ problem: Problem) -> String {
    switch problem {
    case .foreign(let foreign): advice(on: foreign)
    case .endOfText, .formFeed, .frame:
      "nothing: offcirc merge and offcirc kit leave it out."
    case .changed(let form): advice(on: form)
    case .binary:
      "take the station's own file, OffCirc.dat, as the station wrote it."
    case .misaligned:
      "put the borrower at column 94, or take the line out and do it by hand in Alma."
    case .empty:
      "see whether it is the right file; offcirc status tells what was not saved."
    case .utf16, .byteOrderMark:
      "save the text as ANSI or ASCII, or take the station's own file."
    case .zeroBytes:
      "offcirc recover writes the station's file anew, from its journal."
    case .returnsForLineEnds:
      "have the lines end with CR LF, or take the station's own file."
    case .malformed:
      "mend the line, or take it out and do it by hand in Alma."
    case .duplicate:
      "leave the file out that was given twice; of a scan that beeped twice, take one line out."
    case .renewal: "nothing, if it was renewed."
    case .loanAfterLoan:
      "find out who has the item, and see to it that the block is not handled automatically during the upload."
    case .returnWithoutLoan: "nothing, if it was lent before the outage."
    case .returnAfterReturn: "nothing, if no loan is missing between."
    case .backwards:
      "if the clock was put back, nothing; else put the lines in their order."
    case .future, .wrongClock:
      "set the station's clock; if due dates matter, move the dates with offcirc redate."
    case .beforeOutage, .gap:
      "take the lines out if they were uploaded after an earlier outage."
    case .doubtful(_, let kind, _), .short(_, let kind, _),
      .unwise(_, let kind, _), .full(_, let kind):
      kind == .item
        ? "compare it with the item, or look it up in Alma."
        : "compare it with the card, or look it up in Alma."
    case .swapped: "exchange the two numbers in the line."
    case .title(_, .item, _), .looksLikeOther(_, .item):
      "find the copy, and put its barcode in the place of this number."
    case .title(_, .borrower, _), .looksLikeOther(_, .borrower):
      "find the borrower, and put the card's number in the place of this one."
    case .spelling(_, let kind, _, _):
      kind == .item
        ? "compare both lines with the item, and correct the wrong one."
        : "compare both lines with the card, and correct the wrong one."
    case .twoNumbers:
      "correct the number, and enter the other one by hand in Alma."
    case .ofBothKinds: "see which it is, and correct the line that is wrong."
    }
  }

  func more(_ count: Int, _ kind: Problem.Kind) -> String {
    "And \(count) more \(count == 1 ? "finding" : "findings"): \(title(of: kind)). --format csv lists all."
  }

  private func title(of kind: Problem.Kind) -> String {
    switch kind {
    case .empty: "empty files"
    case .workbook: "spreadsheets and archives"
    case .foreign: "files of another kind"
    case .binary: "files that are no text"
    case .utf16: "files in UTF-16"
    case .byteOrderMark: "files with a mark before the first line"
    case .zeroBytes: "files with bytes of zero"
    case .returnsForLineEnds: "files with CR for line ends"
    case .endOfText: "marks of DOS for the end of a text"
    case .formFeed: "form feeds"
    case .frame: "control characters around lines"
    case .changed: "lines changed by another program"
    case .malformed: "lines that are no transactions"
    case .misaligned: "lines with the borrower before column 94"
    case .duplicate: "lines that repeat others"
    case .renewal: "loans to the borrower who has the item already"
    case .loanAfterLoan: "loans of items that are lent to somebody else"
    case .returnWithoutLoan:
      "returns of items that were not lent in these files"
    case .returnAfterReturn: "returns of items that were returned already"
    case .backwards: "lines earlier than the line before"
    case .future: "lines dated later than now"
    case .beforeOutage: "lines dated before the outage"
    case .wrongClock: "lines dated before 2012"
    case .gap: "gaps of more than 30 days"
    case .doubtful: "numbers that do not fit the settings"
    case .short: "numbers that are shorter than the others"
    case .unwise: "numbers that may make trouble"
    case .full: "numbers that fill their column"
    case .swapped: "lines with item and borrower swapped"
    case .title: "numbers of titles (ISBN, ISSN)"
    case .spelling: "numbers that are written in two ways"
    case .twoNumbers: "numbers that are two"
    case .looksLikeOther: "items that look like cards, or cards like items"
    case .ofBothKinds: "numbers of both an item and a borrower"
    }
  }

  func summary(_ summary: Check.Summary) -> String {
    func counted(_ count: Int, _ word: String) -> String {
      "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    let findings = Severity.allCases.reversed().map {
      counted(summary.count(of: $0), name(of: $0))
    }
    return
      "\(findings.joined(separator: ", ")) in \(counted(summary.lineCount, "line")) of \(counted(summary.fileCount, "file"))."
      + (summary.uncheckedCount == 0
        ? ""
        : summary.uncheckedCount == 1
          ? " 1 file was not checked."
          : " \(summary.uncheckedCount) files were not checked.")
  }

  func next(_ summary: Check.Summary) -> String? {
    if summary.count(of: .error) > 0 {
      return "Mend the errors before the upload."
    }
    if summary.count(of: .warning) > 0 {
      return "Look at the warnings before the upload."
    }
    if summary.uncheckedCount > 0 { return nil }
    return "Nothing speaks against the upload. Next: offcirc kit."
  }
}
