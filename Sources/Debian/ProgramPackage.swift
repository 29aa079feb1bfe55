import Foundation

/// The package `offcirc`: the program, its manual and its completions.
struct ProgramPackage: DebianPackage {
  private let source: Source

  init(_ source: Source) { self.source = source }

  let name = "offcirc"
  let settings = ["/etc/offcirc/offcirc.toml"]
  let scripts: [String: String] = [:]

  func fields(_ stage: Stage) throws -> [(String, String)] {
    [
      ("Architecture", try source.architecture()),
      (
        "Depends", try needed(by: stage.root.appending(path: "usr/bin/offcirc"))
      ),
      (
        "Recommends",
        (try source.release.libraries + ["tzdata"]).joined(separator: ", ")
      ),
      // Only desks that share a database need it.
      ("Suggests", "libpq5"),
      (
        "Description",
        """
        loans and returns while a library system is down
         OffCirc is a full-screen program for a terminal, a keyboard and a
         scanner. It records loans and returns without a network. Afterwards it
         checks what was recorded, makes files for the library system, and
         explains each line that was rejected.
         .
         The package makes no account and starts nothing. The package
         offcirc-kiosk makes a computer that is a desk and nothing else.
        """
      ),
    ]
  }

  func fill(_ stage: Stage) throws {
    let program = try stage.place("usr/bin/offcirc")
    try FileManager.default.copyItem(at: source.program, to: program)
    // That of the toolchain: the other one loses the mark by which the loader
    // protects what it has relocated.
    _ = try URL.tool("env").output(
      "llvm-objcopy", "--strip-all", "--remove-section=.comment",
      "--remove-section=.swift_modhash", program.path)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: program.path)
    try fillManual(stage)
    try fillCompletions(stage)
    try stage.install(
      said("settings", "--example", "--system"), as: "etc/offcirc/offcirc.toml")
    try stage.install(
      source.files.appending(path: "lintian-overrides"),
      as: "usr/share/lintian/overrides/offcirc")
    try stage.install(
      source.files.appending(path: "offcirc.desktop"),
      as: "usr/share/applications/offcirc.desktop")
    try stage.install(
      source.files.appending(path: "offcirc.svg"),
      as: "usr/share/icons/hicolor/scalable/apps/offcirc.svg")
  }

  /// Returns what the program prints, in English and with nobody's settings.
  private func said(_ arguments: String...) throws -> String {
    try source.program.output(
      arguments + ["--no-settings", "--language", "en"])
  }

  private func fillManual(_ stage: Stage) throws {
    let pages = "usr/share/man"
    for language in ["en", "fr"] {
      _ = try source.program.output(
        [
          "manual", "--output", stage.place(pages).path, "--language",
          language, "--no-settings",
        ], environment: ["SOURCE_DATE_EPOCH": String(source.moment)])
    }
    for path in try stage.paths()
    where path.hasPrefix(pages) && path.hasSuffix(".1")
      || path.hasSuffix(".5")
    {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o644],
        ofItemAtPath: stage.root.appending(path: path).path)
      try stage.compress(path)
    }
  }

  private func fillCompletions(_ stage: Stage) throws {
    let places = [
      "bash": "usr/share/bash-completion/completions/offcirc",
      "zsh": "usr/share/zsh/vendor-completions/_offcirc",
      "fish": "usr/share/fish/vendor_completions.d/offcirc.fish",
    ]
    for (shell, place) in places {
      var script = try source.program.output(
        "--generate-completion-script", shell)[...]
      // Bash reads it as a part of itself.
      if shell == "bash" { script = script.drop { $0 != "\n" }.dropFirst() }
      try stage.install(String(script), as: place)
    }
  }

  /// Returns the packages whose libraries the program needs at its start.
  private func needed(by program: URL) throws -> String {
    // The tool wants the description of a source package beside it.
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "offcirc-deb-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "debian"), withIntermediateDirectories: true)
    try Data("Source: offcirc\n\nPackage: offcirc\nArchitecture: any\n".utf8)
      .write(to: folder.appending(path: "debian/control"))
    let text = try URL.tool("dpkg-shlibdeps").output(
      "-O", program.path, in: folder)
    let prefix = "shlibs:Depends="
    guard
      let line = text.split(separator: "\n").first(where: {
        $0.hasPrefix(prefix)
      })
    else { throw Failure("dpkg-shlibdeps named no packages.") }
    return String(line.dropFirst(prefix.count))
  }
}
