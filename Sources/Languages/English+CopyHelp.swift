// What `--help` says about the commands for copies.
extension English {
  /// The one sentence about a command for copies.
  func abstractOfCopies(_ command: Subcommand) -> String {
    switch command {
    case .copies: "Know and change a school's copies of textbooks."
    case .copiesList: "List copies with their states, or count them by title."
    case .copiesAdd: "Add copies of a title, one or a whole range."
    case .copiesEdit: "Change copies, or their titles."
    case .copiesImport: "Import a list of copies, checked line by line."
    case .copiesDelete: "Delete copies whose history is exported."
    case .copiesHistory: "Show or export the loans, states and fines of copies."
    case .copiesCheck: "Find what makes states, fines or letters wrong."
    default: ""
    }
  }

  /// The paragraphs about a command for copies.
  func discussionOfCopies(_ command: Subcommand) -> String {
    switch command {
    case .copiesList:
      """
      Copies are those of the items in the catalogue. The state is the last one \
      in the journals, or that of the lists. Copies in state 6 (to be deleted) \
      and those gone from the lists are not counted. --all shows them too.
      """
    case .copiesAdd:
      """
      Each NUMBER is one copy, or a range such as 27001-27100. A new copy \
      starts in state 1, or that of --status. What is not given is taken from \
      the other copies of the same title. Without --call-number, --course and \
      --grade propose one by the table in the settings.

      Numbers with a zero at the start, of another length or with a slash are \
      refused, unless you add --force. The copies are kept as a list of their \
      own beside the imported ones.

      Exit status:
        0   done
        1   something is refused, and nothing is changed
        64  wrong usage
        74  input or output error
      """
    case .copiesEdit:
      """
      Each NUMBER is one copy, or a range such as 27001-27100. An empty value \
      erases a field. Title, author, price, fee and two-year belong to the \
      title: they change for all its copies.

      A new state of a copy that the journals know is also noted in the \
      journal. Close the station first in this case.
      """
    case .copiesImport:
      """
      Like offcirc catalogue import --kind items, with the rules for copies \
      before it. Each line that breaks one is reported, and nothing is \
      imported. With --force, the lines are imported as they are. Copies \
      without a state get state 7.
      """
    case .copiesDelete:
      """
      A copy on loan, or with an open fine, is not deleted. If the journals have \
      its history, export it first: offcirc copies history NUMBER --output \
      FILE.xlsx. Then name that file with --exported: it is read again, and has \
      to have every row. An import cannot bring a deleted copy back.

      To keep a copy for some time and no longer count it, give it state 6.
      """
    case .copiesHistory:
      """
      The rows come from the journals of the station, archived ones included. \
      Borrowers are numbers. --output writes all rows into a new file for \
      you alone, as CSV or as a workbook.
      """
    case .copiesCheck:
      """
      Each problem comes with what to do. Nothing is changed. Copies in state 6 \
      and those gone from the lists are not checked.

      Exit status:
        0   no problem
        1   problems found
        74  input or output error
      """
    default: ""
    }
  }
}
