import Station

// What `--help` says about the commands.
extension English {
  func discussion(of command: Subcommand) -> String {
    switch command {
    case .station, .save: ""
    case .record:
      """
      Each line is "loan ITEM BORROWER" or "return ITEM". If a number contains \
      spaces, separate the fields with tabs. The answer to a line is "ok \
      SEQUENCE" when the transaction is on disk, or "error LINE: reason". \
      Standard error has the errors too. Empty lines have no answer.

      For textbooks: "return ITEM by BORROWER" names who brings the copy. \
      "state ITEM STATE" notes the state of a copy at its last return. For a \
      copy that was not returned, as in stock-taking, write "state ITEM STATE \
      -".
      """
    case .list:
      """
      Reads FILE, or OffCirc.dat in the station's folder. --unsaved, \
      --doubtful, --against and --deleted read the journal. --item and \
      --borrower search OffCirc.dat and the unsaved transactions. "offcirc list \
      archive" lists the archives. The states of copies, and who brought them, \
      are in two more columns if the journal has any. --from and --to search \
      like --item; a date without a time is the whole day. In a folder, a \
      column has the file of each line.

      \(listOfOfflineFiles)
      """
    case .recover:
      """
      SOURCE is the folder of a station, or that of --copy-to. In a station's \
      own folder, OffCirc.dat is rebuilt there. From a copy, the journal and \
      OffCirc.dat are written to the folder of --files. Existing files are \
      never replaced. With --share, the journal comes from the shared database. \
      SOURCE is then the id of the station, if the role has several.
      """
    case .scanner:
      """
      Scan a few barcodes. The page shows what arrives and what the scanner and \
      the keyboard layout change. F2 saves matching settings. Nothing is \
      recorded.
      """
    case .drill:
      """
      Nine steps at a desk of its own: loans, returns, mistakes, a power cut, \
      the end of the day. Its window is magenta. Print the sheet first: offcirc drill \
      --sheet FILE.pdf. Nothing of an exercise reaches a real file, and no \
      command takes its files.

      Exit status:
        0   all steps passed
        1   some steps skipped or not reached
        74  input or output error
      """
    case .ready:
      """
      Looks at settings, folder, disk, copy, clock, screen, scanner, printer, lists and \
      shared database. Says what to do about each. Writes a small file to the disk and to the \
      folder for copies, and removes it. Works while the station is open. The \
      station shows the last result: \(key(.afterOutage)).

      Exit status:
        0   ready
        1   ready, with points to check
        2   not ready
        74  input or output error
      """
    case .sheet:
      "The page is A4. Print it at full size. An existing file is replaced."
    case .settings:
      """
      The output is a settings file. With --example, it sets nothing and \
      explains every setting; with --system, for all users.
      """
    case .guide:
      """
      A guide opens in $PAGER, or in less. If standard output is not a \
      terminal, it is printed as text. To print the page for an outage: offcirc \
      guide outage | lp
      """
    case .manual:
      """
      To read a page: offcirc manual | man -l -

      With --output, the pages are written to a folder in which man finds \
      them, for example ~/.local/share/man. Those of another language: \
      --language.
      """
    case .status:
      """
      Changes nothing, and works while the station is open.

      Exit status:
        0   nothing is damaged
        1   something is damaged, missing or unreadable
        74  input or output error
      """
    case .check:
      """
      Reports each problem: file, line, severity (error, warning, note), what \
      Alma will do, and what to do. Items are followed through all files, in \
      the order of offcirc merge. The order of times is checked in each file \
      on its own.

      Text output shows the first problems of each kind and counts the others. \
      CSV and JSON contain all of them. Nothing is changed.

      \(folderOfFiles)

      \(checkOfOfflineFiles)

      Exit status:
        0   notes at most
        1   warnings
        2   errors
        74  a file cannot be read; the others are checked
      """
    case .rehearse:
      """
      Walks through each FILE as the library system would, with the items, \
      borrowers and loans of the catalogue. Shows the lines that will fail or \
      go otherwise than meant. For each: the message that will come, and what \
      to do now. Each file counts as one upload, in the order given. Nothing is changed.

      --report writes the expected messages into a file like the system's \
      report, for offcirc reconcile. --compare holds the real report against \
      the rehearsal, and shows which list is out of date.

      Exit status:
        0   all lines go as meant
        1   something to look at, or a difference (--compare)
        2   some lines will fail
        64  wrong usage
        74  input or output error
      """
    case .merge: discussionOfMerge
    case .kit:
      """
      The kit has one file for each circulation desk, merged from the files of \
      its stations. It also has transactions.csv, a checklist to read or to \
      print, and SHA256SUMS. Name the desk before a file: \
      Annexe=/media/usb/OffCirc.dat. Otherwise --desk applies, or the desk in \
      the settings. \(folderOfFiles)

      With --as pmb, the kit has the loans and returns of all desks as PMB \
      takes them, from secouru-1.txt on. Lines that PMB cannot take safely are \
      in a-traiter.csv. After them come states and fines, then the \
      status at the start of loans, and dates. Each is there as a procedure \
      for PMB and as SQL.

      With --as koha, evergreen, sierra or destiny, the kit has the files of \
      that system beside the .dat files. Sierra needs --due, the due date of \
      all loans, and --stat.

      For other systems than PMB, a kit has a list of barcodes for each state \
      that was noted.

      The ledger lists what is in a kit. If lines are already in a kit, no kit \
      is made. Use --rest to leave them out, or --again to include them. No kit \
      is made either if the ledger cannot be read completely, or if two files \
      share too many lines. The same applies if a file repeats half of its \
      lines.
      """
    case .reconcile:
      """
      REPORT is the job report of the library system, as text, CSV or .xlsx. \
      Text can be copied from the page, the mail or a PDF. The saved page or \
      mail works too. FILE is the file you uploaded. The lists and pages of \
      Koha, Evergreen and PMB are read too. For PMB, FILE is the OffCirc.dat \
      that was converted.

      --output makes a folder with worklist.txt, .html, .csv and .json, and the \
      sets items.csv and users.csv. --retry writes the lines that can be \
      corrected with certainty to a new file for a second upload. Existing \
      files are never replaced.

      Exit status:
        0   nothing to do
        1   something to do
        2   the report is about another file
        64  wrong usage
        74  input or output error
      """
    case .morning: discussionOfMorning
    case .fix: discussionOfFix
    case .archive: discussionOfArchive
    case .account: discussionOfAccount
    case .purge:
      """
      Archives contain personal data, and what is deleted cannot be restored. \
      Without --yes, offcirc asks first. Without a terminal to ask in, nothing \
      is deleted. The ledger stays: it names no borrower.

      An archive with newer transactions is kept. If the archives have later \
      dates than the clock, nothing is deleted.
      """
    case .redate:
      """
      --first sets the date and time of the first line and moves the others by \
      as much. --by moves all lines. --lines limits this to some lines. FILE is \
      not changed. Check the new file, and use it in the kit instead.

      The ledger recognizes lines by their dates. Do not change the dates of \
      lines that are already in a kit.
      """
    case .convert: discussionOfConvert
    case .catalogue:
      """
      The catalogue is one file, made from the lists that were imported: that \
      of --catalogue, of the settings, or $XDG_DATA_HOME/offcirc/catalogue.
      """
    case .catalogueImport:
      """
      The FILES are one list, of items, borrowers, loans or blocks. They are \
      text with commas, semicolons, tabs or bars, workbooks (.xlsx) or web \
      pages. Koha's borrowers.db and JSON, Alma's users in XML and MARC \
      records (ISO 2709) are read too. Their names do not matter. Columns are recognized by their header \
      and their content. --preview shows them with what would change, and \
      changes nothing.

      What the list does not have stays as it is. With --complete, what is \
      missing is marked as gone; if that is more than a tenth, confirm with \
      --yes. Rejected rows go whole into the file of --rejects: correct them \
      there and import it.

      Addresses, phone numbers, mail addresses, passwords and the price of a \
      single copy are never read.

      Exit status:
        0   done
        1   rows are rejected
        64  columns have to be named, or wrong usage
        74  input or output error
      """
    case .catalogueVerify:
      """
      The number on a label, in the column of a list and from the scanner may \
      differ. Scan three items, then three cards. What has to be taken off to \
      find them is written to the settings as item-cut and borrower-cut. \
      Without a terminal, scans are the lines of standard input; an empty line \
      ends the items.

      Exit status:
        0   all were found
        1   a number was not found
        74  input or output error
      """
    case .catalogueRebuild:
      """
      Each import keeps its list in the folder FILE.lists beside the catalogue \
      FILE, as far as its level allows. A catalogue that is damaged, missing or \
      of another version is made again from these lists.
      """
    case .catalogueErase:
      """
      Erases all lists and the catalogue. With --borrowers, erases the lists of \
      borrowers, blocks and loans, and makes the catalogue of the others. \
      Nothing of what was erased is left in a file of OffCirc. With a shared \
      database and the role of a referent, the lists of all desks are erased.
      """
    case .finesList:
      """
      The tariff in the settings derives a fine from the states of a copy \
      before and after its loan. Prices come from the lists in the catalogue. \
      JSON and CSV have id, borrower, item, start, end, amount, state and why. \
      An amount that has to be decided is null. See offcirc guide school.
      """
    case .finesPay:
      """
      The number is that of offcirc fines. If the amount has to be decided, \
      give it with --amount. Close the station first. A fine that was paid \
      stays paid, even if the copy comes back.
      """
    case .handout:
      """
      Opens the window with the pupils and titles of the class. A scan gives a \
      copy to the pupil whose turn it is. The titles come from offcirc \
      catalogue import --kind sets, the classes from a list of borrowers \
      imported with --level classes. Start it again to go on where it was.

      Without a terminal, or with --format, it lists the books still to be \
      given. The exit status is 1 if there are any, and 0 otherwise. CSV and \
      JSON have borrower, name, title, state and absent, for every title of \
      each pupil.
      """
    case .finesWaive:
      "The number is that of offcirc fines. Close the station first."
    case .papers: papersHelp
    case .slip: slipHelp
    case .swaps:
      """
      Two readers who brought each other's copy of a title are a pair: nobody \
      owes anything. The others are listed by class, with the copies of the \
      title that the reader still has. Returns of the last 365 days count.
      """
    case .missing:
      """
      A copy is out by the journals, or by a list of a later day. Titles that \
      pupils keep for two years are missing only after the second year.
      """
    case .wear:
      """
      Wear is the mean change of state in a loan: 1 is a whole grade. Losses \
      are counted separately. JSON and CSV have year or title, copies, loans, \
      change, lost and toDelete.
      """
    case .closing:
      """
      Without options, shows what is left to do, and changes nothing.

      --date names the day by which all copies had to be back. It charges each \
      missing copy provisionally: a later return makes the charge void. --final \
      makes the provisional fines final: if a copy comes back afterwards, the \
      list only says so. Both show the charges first, and ask. Running them \
      again changes nothing. Close the station first.

      Exit status:
        0   done
        1   not confirmed, or the day is still to come
        74  input or output error
      """
    case .copiesList, .copiesAdd, .copiesEdit, .copiesImport, .copiesDelete,
      .copiesHistory, .copiesCheck:
      discussionOfCopies(command)
    case .borrowersList, .borrowersDelete, .borrowersHistory:
      discussionOfBorrowers(command)
    case .share, .shareInit, .shareStatus, .shareFetch, .shareLists,
      .sharePurge:
      discussionOfSharing(command)
    case .borrowers, .copies, .fines, .catalogueStatus, .catalogueFind,
      .catalogueItem, .catalogueBorrower:
      ""
    }
  }
}
