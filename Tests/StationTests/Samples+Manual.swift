import Languages

@testable import Station

extension Samples {
  /// The words of the pages of the manual.
  mutating func addManual() {
    add("func heading(of chapter: ManualChapter) -> String") { words in
      ManualChapter.allCases.map { words.heading(of: $0) }
    }
    add("var exitStatusHeading: String { get }") { [$0.exitStatusHeading] }
    add("func meaning(of status: ExitStatus) -> String") { words in
      ExitStatus.allCases.map { words.meaning(of: $0) }
    }
    add("var optionsOfAllCommands: String { get }") {
      [$0.optionsOfAllCommands]
    }
    add("func sentence(about variable: ManualVariable) -> String") { words in
      ManualVariable.allCases.map { words.sentence(about: $0) }
    }
    add("var placeOfFiles: String { get }") { [$0.placeOfFiles] }
    add("func sentence(about file: ManualFile) -> String") { words in
      ManualFile.allCases.map { words.sentence(about: $0) }
    }
    add("var settingsPageAbstract: String { get }") {
      [$0.settingsPageAbstract]
    }
    add(
      "var settingsPageDescription: String { get }",
      naming: ["offcirc settings --example"]
    ) { [$0.settingsPageDescription] }
    add(
      "var orderOfSettingsFiles: String { get }", naming: ["--config"]
    ) { [$0.orderOfSettingsFiles] }
    add("func builtIn(_ value: String) -> String", naming: ["4711"]) {
      [$0.builtIn("4711")]
    }
    add("func forExample(_ value: String) -> String", naming: ["4711"]) {
      [$0.forExample("4711")]
    }
    add(
      "func alsoSet(by option: String, variable: String?) -> String",
      naming: ["--files"]
    ) { words in
      ["OFFCIRC_FILES", nil].map { words.alsoSet(by: "--files", variable: $0) }
    }
    add(
      "func unknownPage(_ name: String, all: [String]) -> String",
      naming: ["lst", "offcirc", "offcirc.toml"]
    ) { [$0.unknownPage("lst", all: ["offcirc", "offcirc.toml"])] }
  }
}
