import ArgumentParser
import Foundation
import Languages
import Support
import Testing

@testable import offcirc

/// The completions of shells, and the program in the place of a login shell.
struct CompletionTests {
  /// The part of what the parser tells of a command.
  private struct Command: Decodable {
    struct Argument: Decodable {
      struct Completion: Decodable {
        struct Files: Decodable { let extensions: [String]? }
        let file: Files?
        let directory: Files?
      }
      let kind: String
      let valueName: String?
      let completionKind: Completion?
    }
    let commandName: String
    let arguments: [Argument]?
    let subcommands: [Command]?

    var all: [Command] { [self] + (subcommands ?? []).flatMap(\.all) }
  }

  private struct Help: Decodable { let command: Command }

  @Test func everyFileAndFolderIsCompleted() throws {
    let help = try JSONDecoder().decode(
      Help.self, from: Data(Offcirc._dumpHelp().utf8))
    let files: [ValueName] = [
      .file, .deskFile, .fileOrFolder, .drawing, .report, .source, .paperFile,
      .slipFile, .printer,
    ]
    let words = Offcirc.words
    let namesOfFiles = Set(files.map(words.name(of:)))
    var count = 0
    for command in help.command.all {
      for argument in command.arguments ?? [] {
        guard let name = argument.valueName, argument.kind != "flag" else {
          continue
        }
        let completion = argument.completionKind
        let place: Comment = "\(command.commandName) \(name)"
        #expect(
          (completion?.file != nil) == namesOfFiles.contains(name), place)
        #expect(
          (completion?.directory != nil) == (name == words.name(of: .folder)),
          place)
        count += namesOfFiles.contains(name) ? 1 : 0
      }
    }
    #expect(count > 60)
  }

  @Test func aFolderOfTheNameOfACommandStaysACommand() throws {
    let script = Offcirc.completionScript(for: .bash).completingFilesAlone
    #expect(script.hasSuffix("\ncomplete -F _offcirc offcirc"))
    #expect(script.contains("[[ \"${1}\" = -W* ]] || compopt -o filenames"))
    let folder = TestFolder()
    let place = folder.path + "/kit/more"
    try FileManager.default.createDirectory(
      atPath: place, withIntermediateDirectories: true)
    let file = folder.path + "/script"
    try script.write(toFile: file, atomically: false, encoding: .utf8)
    for (words, expected) in [
      ("offcirc ki", "kit\n"), ("offcirc check ki", "kit\nfilenames\n"),
      ("offcirc sheet --output ki", "kit\nfilenames\n"),
    ] {
      // Outside of a completion, bash refuses compopt.
      let result = try Program.run(
        [
          "-c",
          """
          cd \(folder.path) && . ./script
          compopt() { named=$2; }
          COMP_LINE='\(words)' COMP_POINT=${#COMP_LINE}
          COMP_WORDS=($COMP_LINE) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
          _offcirc offcirc "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
          printf '%s\\n' "${COMPREPLY[@]}" $named
          """,
        ], of: "bash")
      #expect(result.output == expected, "\(words): \(result)")
    }
  }

  @Test(arguments: ["-c", "-l", "-lc"])
  func aLoginShellItIsNot(_ option: String) throws {
    let result = try Program.run([option, "kit"])
    #expect(result.status == 64)
    #expect(
      result.errors == """
        offcirc: \(option) is for shells. offcirc is not a shell: it runs no commands.

        """)
  }
}
