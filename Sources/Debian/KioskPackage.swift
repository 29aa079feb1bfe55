import Foundation

/// The package `offcirc-kiosk`: a computer that is a desk and nothing else.
struct KioskPackage: DebianPackage {
  private let source: Source

  init(_ source: Source) { self.source = source }

  let name = "offcirc-kiosk"
  let settings = ["/etc/default/offcirc-kiosk"]

  private var folder: URL { source.files.appending(path: "kiosk") }

  var scripts: [String: String] {
    var scripts: [String: String] = [:]
    for name in ["postinst", "postrm"] {
      scripts[name] = try? String(
        contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    return scripts
  }

  func fields(_ stage: Stage) throws -> [(String, String)] {
    [
      ("Architecture", "all"),
      (
        "Depends",
        "offcirc (>= \(source.version)), systemd, udev, kbd"
      ),
      (
        "Recommends",
        "console-setup, dosfstools, systemd-timesyncd | time-daemon"
      ),
      (
        "Description",
        """
        computer that is a circulation desk and nothing else
         It opens the station of OffCirc on the first console, without a login
         and without a shell, again whenever it ends. A USB key with the label
         OFFCIRC gets a second copy of what is recorded.
         .
         The desk opens at the next start of the computer. What is recorded is
         in /var/lib/offcirc, and stays there when the package is purged.
        """
      ),
    ]
  }

  /// The files with their places.
  private static let places: [(file: String, place: String)] = [
    ("offcirc@.service", "usr/lib/systemd/system/"),
    ("offcirc-trouble@.service", "usr/lib/systemd/system/"),
    ("offcirc-ready.service", "usr/lib/systemd/system/"),
    ("offcirc-ready.timer", "usr/lib/systemd/system/"),
    ("media-offcirc.mount", "usr/lib/systemd/system/"),
    ("70-offcirc-key.rules", "usr/lib/udev/rules.d/"),
    ("sysusers.conf", "usr/lib/sysusers.d/offcirc.conf"),
    ("tmpfiles.conf", "usr/lib/tmpfiles.d/offcirc.conf"),
    ("logind.conf", "usr/lib/systemd/logind.conf.d/offcirc.conf"),
    ("system.conf", "usr/lib/systemd/system.conf.d/offcirc.conf"),
    ("sysctl.conf", "usr/lib/sysctl.d/60-offcirc.conf"),
    ("default", "etc/default/offcirc-kiosk"),
    ("lintian-overrides", "usr/share/lintian/overrides/offcirc-kiosk"),
  ]

  func fill(_ stage: Stage) throws {
    for (file, place) in Self.places {
      try stage.install(
        folder.appending(path: file),
        as: place.hasSuffix("/") ? place + file : place)
    }
    // Switched on with the package: systemctl mask switches them off.
    let units = "usr/lib/systemd/system/"
    try stage.link(
      units + "getty.target.wants/offcirc@tty1.service",
      to: "../offcirc@.service")
    try stage.link(
      units + "timers.target.wants/offcirc-ready.timer",
      to: "../offcirc-ready.timer")
    for program in ["console", "trouble"] {
      try stage.install(
        folder.appending(path: program), as: "usr/lib/offcirc/" + program,
        mode: 0o755)
    }
  }
}
