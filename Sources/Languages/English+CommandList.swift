// What `--help` says about the program, and each command in one line.
extension English {
  var programAbstract: String {
    "Record loans and returns while the library system is down."
  }

  var programDiscussion: String {
    """
    Without a command, offcirc opens the station in the terminal. Each \
    transaction is on disk at once. Save To File adds the transactions to \
    OffCirc.dat, which the library system reads after the outage.

    Files: the folder of --files; otherwise of $OFFCIRC_FILES, of the settings, \
    $XDG_DATA_HOME/offcirc/files or ~/.local/share/offcirc/files.

    Settings: the file of --config; otherwise of $OFFCIRC_CONFIG, \
    $XDG_CONFIG_HOME/offcirc/offcirc.toml or ~/.config/offcirc/offcirc.toml. \
    Below these: the files in $XDG_CONFIG_DIRS, and /etc/offcirc/offcirc.toml. \
    See offcirc settings --example.

    \(exitStatuses)
    """
  }

  func abstract(of command: Subcommand) -> String {
    switch command {
    case .station: "Open the station in this terminal."
    case .record: "Record transactions from standard input."
    case .save: "Add unsaved transactions to OffCirc.dat."
    case .list: "List transactions."
    case .recover:
      "Rebuild the list and OffCirc.dat from a journal or its copy."
    case .scanner: "Test a scanner and save its settings."
    case .ready: "Check that a desk is ready for an outage."
    case .drill: "Practice an outage in ten minutes."
    case .sheet: "Make a page of command barcodes."
    case .slip: "Print what a person borrowed and returned today."
    case .settings: "Show the current settings, and where each comes from."
    case .guide: "Show a guide, or list the guides."
    case .manual: "Write the pages of the manual."
    case .status: "Show the state of the station and the next step."
    case .check: "Check files before the upload."
    case .rehearse: "Show what the library system will answer to a file."
    case .merge: "Merge the files of several stations of one desk, in order."
    case .morning: "Look at the files of all stations, and decide."
    case .fix: "Merge files, changed by decisions about their lines."
    case .kit: "Make an upload kit: files, checklist and transaction list."
    case .reconcile:
      "Explain the rejected lines of an upload, and list what to do."
    case .archive: "Archive an uploaded OffCirc.dat and empty the station."
    case .account:
      "Draw up an account of the outage, without borrowers, to file."
    case .purge: "Delete old archives."
    case .redate:
      "Correct the dates of a file from a station with a wrong clock."
    case .convert: "Convert offline files for another library system."
    case .catalogue: "Know items and borrowers from other systems' lists."
    case .catalogueStatus: "Show what the catalogue knows, and how old it is."
    case .catalogueImport: "Import a list that another system has exported."
    case .catalogueFind: "Find items by words of their titles."
    case .catalogueItem: "Show an item by its number."
    case .catalogueBorrower: "Show a borrower by the number on the card."
    case .catalogueVerify: "Compare scans with the numbers in the lists."
    case .catalogueRebuild: "Make the catalogue again from its kept lists."
    case .catalogueErase: "Erase lists from the catalogue, for data protection."
    case .fines: "List and settle fines for a school's textbooks."
    case .finesList: "List fines, with how each amount came about."
    case .finesPay: "Record that a fine was paid."
    case .finesWaive: "Let a borrower off a fine."
    case .handout: "Hand out the books of a class."
    case .papers: "Make receipts, lists, labels and letters for textbooks."
    case .swaps: "List copies that somebody else brought, and swaps."
    case .missing: "List the copies that have not come back, by class."
    case .wear: "Show the wear and loss of copies by year or title."
    case .closing: "Go through the end of a school year."
    case .copies, .copiesList, .copiesAdd, .copiesEdit, .copiesImport,
      .copiesDelete, .copiesHistory, .copiesCheck:
      abstractOfCopies(command)
    case .borrowers, .borrowersList, .borrowersDelete, .borrowersHistory:
      abstractOfBorrowers(command)
    case .share, .shareInit, .shareStatus, .shareFetch, .shareLists,
      .sharePurge:
      abstractOfSharing(command)
    }
  }
}
