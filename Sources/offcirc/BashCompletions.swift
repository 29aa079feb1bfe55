extension String {
  /// The parser's completions for bash, in which a folder that has the name of a
  /// command stays a command: only files and folders are completed as such.
  var completingFilesAlone: String {
    replacing("complete -o filenames -F ", with: "complete -F ")
      .replacing(
        "__offcirc_add_completions() {\n",
        with: """
          __offcirc_add_completions() {
              [[ "${1}" = -W* ]] || compopt -o filenames

          """)
  }
}
