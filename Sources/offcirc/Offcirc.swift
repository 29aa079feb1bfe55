import ArgumentParser

/// The command: opens the station, and serves scripts.
@main
struct Offcirc: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offcirc",
    abstract: """
      Keeps a circulation desk lending while the library system is down.
      """,
    discussion: """
      Without a subcommand it opens the station in the terminal. What is \
      recorded there is on disk at once; Save To File adds it to OffCirc.dat, \
      which the library system reads after the outage.

      The files are in the folder that --files names, else in \
      $OFFCIRC_FILES, else in $XDG_DATA_HOME/offcirc/files, else in \
      ~/.local/share/offcirc/files.

      Exit status: 0 done, 1 some lines were refused or damaged, 64 usage, 74 \
      input/output error.
      """,
    version: "OffCirc 0.1.0",
    subcommands: [
      StationCommand.self, RecordCommand.self, SaveCommand.self,
      ListCommand.self,
    ],
    defaultSubcommand: StationCommand.self)
}
