// What `--help` says about the commands for sharing.
extension English {
  /// The one sentence about a command for sharing.
  func abstractOfSharing(_ command: Subcommand) -> String {
    switch command {
    case .share: "Share what several desks record, through PostgreSQL."
    case .shareInit: "Prepare the shared database, as its owner."
    case .shareStatus: "Show the stations that share, and how far they are."
    case .shareFetch: "Write the journals of all stations into a folder."
    case .shareLists: "Take the lists of the library, or publish yours."
    case .sharePurge: "Delete old lines from the shared database."
    default: ""
    }
  }

  /// The paragraphs about a command for sharing.
  func discussionOfSharing(_ command: Subcommand) -> String {
    switch command {
    case .share:
      """
      The journal of each desk stays the truth, and no desk waits for the \
      database. The address is that of --share, OFFCIRC_SHARE or the settings, \
      without a password: that belongs into ~/.pgpass.
      """
    case .shareInit:
      """
      Creates tables, rights and group roles, and can be run again at any time. \
      The role needs CREATEROLE and owns the database, whose encoding is UTF8. \
      The output has the SQL for login roles and the line for pg_hba.conf.
      """
    case .shareStatus:
      """
      For each desk: when the database last heard of it, and how many events \
      it had not sent then. The version of its lists is there too. For \
      monitoring: --format json.
      """
    case .shareFetch:
      """
      Each journal begins at the last archive of its station. offcirc recover \
      reads it. A file that has lines of its own is not replaced.
      """
    case .shareLists:
      """
      An open station takes new lists by itself. Lists that only this computer \
      has stay, after those of the library.

      --publish takes the newest lists first. The role is that of a referent. \
      The database keeps only the newest version.
      """
    case .sharePurge:
      """
      Lines contain personal data, and what is deleted cannot be restored. The \
      role owns the database. Without --yes, offcirc asks first. Without a \
      terminal to ask in, nothing is deleted. No station sends such lines again.
      """
    default: ""
    }
  }
}
