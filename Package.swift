// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "OffCirc",
  products: [
    .executable(name: "offcirc", targets: ["offcirc"])
  ],
  dependencies: [
    .package(
      url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(
      url: "https://github.com/LebJe/TOMLKit", .upToNextMinor(from: "0.6.0")),
    // It finds a place in what is sorted.
    .package(
      url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
    // Paths are taken apart and joined by it.
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CNcurses", path: "CNcurses",
      providers: [.apt(["libncurses-dev"])]),
    // The catalogue's file, through its own interface: GRDB brings Foundation
    // with all of ICU, ten times the size of the program, to each start.
    .systemLibrary(
      name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    // The digests by which a file is known again after it was handed over.
    .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
    // They make the sheet of command codes: its bars, and its ink. These and
    // the next three are only declared: SharedLibraries opens them.
    .systemLibrary(name: "CZint", providers: [.apt(["libzint-dev"])]),
    .systemLibrary(name: "CCairo", providers: [.apt(["libcairo2-dev"])]),
    // They read a job report: the saved page, and the exported workbook.
    .systemLibrary(name: "CXml2", providers: [.apt(["libxml2"])]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    // They talk to the database that desks share.
    .systemLibrary(name: "CPostgres", providers: [.apt(["libpq5"])]),
    // It knows a number by its pattern, within limits.
    .systemLibrary(name: "CPcre2", providers: [.apt(["libpcre2-dev"])]),
    // The identity of a file, which is asked for before each write.
    .systemLibrary(name: "CStatx"),
    // What the kernel knows of its clock.
    .systemLibrary(name: "CTimex"),
    // Memory that is loaded ahead of its use.
    .systemLibrary(name: "CPrefetch"),
    .target(
      name: "Circulation",
      dependencies: [
        "CStatx", "CTimex",
        .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    // What a rare command needs costs no start.
    .target(name: "SharedLibraries"),
    // What a file holds as a table, whatever its form.
    .target(
      name: "Tables",
      dependencies: [
        "CXml2", "CZip", "Circulation", "SharedLibraries",
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    // What is known of items and borrowers, from the lists of other systems.
    .target(
      name: "Catalogue",
      dependencies: [
        "CSQLite", "Circulation", "Tables",
        .product(name: "SystemPackage", package: "swift-system"),
        "Textbooks",
      ]),
    // Several desks on one PostgreSQL, beside the journal of each.
    .target(
      name: "Sharing",
      dependencies: ["CPostgres", "Circulation", "SharedLibraries"]),
    // The offline files of other library systems, read and written.
    .target(
      name: "Exchange", dependencies: ["CPrefetch", "Circulation", "Tables"]),
    // Text for a screen or a page: what a terminal would obey, line breaks.
    .target(name: "Typesetting"),
    // What a school's copies are worth, and what their wear costs.
    .target(name: "Textbooks", dependencies: ["Circulation"]),
    .target(name: "Scanning", dependencies: ["Circulation", "CPcre2"]),
    .target(
      name: "Sheet",
      dependencies: [
        "CCairo", "CZint", "Circulation", "Scanning", "SharedLibraries",
        "Textbooks", "Typesetting",
      ]),
    .target(name: "Terminal", dependencies: ["CNcurses"]),
    .target(
      name: "Settings",
      dependencies: [
        "Catalogue", "Circulation", "Scanning", "Sheet",
        .product(name: "Algorithms", package: "swift-algorithms"), "TOMLKit",
        "Textbooks", "Typesetting",
      ]),
    .target(
      name: "Offload",
      dependencies: [
        "CCrypto", "CPrefetch", "CXml2", "Catalogue", "Circulation",
        "Exchange", "Scanning",
        .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "SystemPackage", package: "swift-system"),
        "SharedLibraries", "Tables", "Textbooks", "Typesetting",
      ]),
    .target(
      name: "Station",
      dependencies: [
        "Catalogue", "Circulation", "Offload", "Scanning", "Settings",
        "Sharing", "Sheet", "Terminal", "Textbooks", "Typesetting",
      ]),
    // The words of all floors in each language; only the programs choose one.
    .target(
      name: "Languages",
      dependencies: [
        "Catalogue", "Circulation", "Exchange", "Offload", "Scanning",
        "Settings",
        "SharedLibraries", "Sharing", "Sheet", "Station", "Tables", "Terminal",
        "Textbooks", "Typesetting",
      ]),
    .executableTarget(
      name: "offcirc",
      dependencies: [
        "Catalogue", "Circulation", "Exchange", "Languages", "Offload",
        "Scanning",
        "Settings", "Sharing", "Sheet",
        "Station", "Tables", "Terminal", "Textbooks", "Typesetting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // The guides are in the program itself: one file is all that is copied
      // to a desk.
      resources: [
        .embedInCode("OffCirc.docc/Outage.md"),
        .embedInCode("OffCirc.docc/Outage-fr.md"),
        .embedInCode("OffCirc.docc/Desk.md"),
        .embedInCode("OffCirc.docc/Desk-fr.md"),
        .embedInCode("OffCirc.docc/Keys.md"),
        .embedInCode("OffCirc.docc/Keys-fr.md"),
        .embedInCode("OffCirc.docc/Morning.md"),
        .embedInCode("OffCirc.docc/Morning-fr.md"),
        .embedInCode("OffCirc.docc/Lists.md"),
        .embedInCode("OffCirc.docc/Lists-fr.md"),
        .embedInCode("OffCirc.docc/School.md"),
        .embedInCode("OffCirc.docc/School-fr.md"),
        .embedInCode("OffCirc.docc/Settings.md"),
        .embedInCode("OffCirc.docc/Settings-fr.md"),
        .embedInCode("OffCirc.docc/Scanners.md"),
        .embedInCode("OffCirc.docc/Scanners-fr.md"),
        .embedInCode("OffCirc.docc/Administration.md"),
        .embedInCode("OffCirc.docc/Administration-fr.md"),
        .embedInCode("OffCirc.docc/Installation.md"),
        .embedInCode("OffCirc.docc/Installation-fr.md"),
        .embedInCode("OffCirc.docc/Sharing.md"),
        .embedInCode("OffCirc.docc/Sharing-fr.md"),
        .embedInCode("OffCirc.docc/Kiosk.md"),
        .embedInCode("OffCirc.docc/Kiosk-fr.md"),
      ],
      // Nobody links against the program: its names would take 0.8 MB.
      linkerSettings: [
        .unsafeFlags(
          ["-Xlinker", "--no-export-dynamic"], .when(platforms: [.linux]))
      ]),
    .executableTarget(
      name: "offcirc-bench",
      dependencies: [
        "CSQLite", "Catalogue", "Circulation", "Exchange", "ExchangeSamples",
        "Languages", "Offload",
        "Scanning", "Seeded", "Settings", "Sharing", "Station", "Support",
        "Terminal", "Typesetting",
      ],
      exclude: ["README.md"]),
    // The packages for Debian: swift package deb.
    .plugin(
      name: "Debian",
      capability: .command(
        intent: .custom(
          verb: "deb", description: "Make the packages for Debian.")),
      path: "Sources/Debian",
      exclude: [
        "copyright", "kiosk", "lintian-overrides", "offcirc.desktop",
        "offcirc.svg",
      ]),
    // The random numbers of the tests.
    .target(name: "Seeded", path: "Tests/Seeded"),
    // A file system in memory, and what a power cut may leave of it.
    .target(
      name: "Simulated", dependencies: ["Circulation", "Seeded"],
      path: "Tests/Simulated"),
    // Random and damaged offline files of library systems, and checks of them.
    .target(
      name: "ExchangeSamples",
      dependencies: ["Circulation", "Exchange", "Seeded", "Simulated"],
      path: "Tests/ExchangeSamples"),
    // What the tests of several floors, and the benchmark, need.
    .target(
      name: "Support", dependencies: ["Circulation", "Sharing"],
      path: "Tests/Support"),
    .testTarget(
      name: "CirculationTests",
      dependencies: ["Circulation", "Seeded", "Simulated", "Support"]),
    .testTarget(
      name: "ScanningTests",
      dependencies: ["Circulation", "Scanning", "Seeded"]
    ),
    .testTarget(
      name: "SettingsTests",
      dependencies: [
        "Circulation", "Scanning", "Seeded", "Settings", "Support",
      ]),
    .testTarget(
      name: "TextbookTests",
      dependencies: [
        "Catalogue", "Circulation", "Languages", "Seeded", "Settings",
        "Simulated", "Support", "Textbooks",
      ]),
    .testTarget(
      name: "CatalogueTests",
      dependencies: [
        "Catalogue", "Circulation", "Seeded", "Support", "Tables",
        "Textbooks",
      ],
      resources: [.copy("Fixtures")]),
    .testTarget(
      name: "SharingTests",
      dependencies: ["Circulation", "Sharing", "Support"]),
    .testTarget(
      name: "ExchangeTests",
      dependencies: [
        "Circulation", "Exchange", "ExchangeSamples", "Seeded", "Simulated",
        "Support",
      ],
      resources: [.copy("Fixtures")]),
    .testTarget(
      name: "OffloadTests",
      dependencies: [
        "CSQLite", "Catalogue", "Circulation", "Exchange", "Languages",
        "Offload", "Scanning",
        "Seeded", "Settings", "Simulated", "Station", "Support", "Tables",
        "Textbooks", "Typesetting",
      ],
      resources: [.copy("Fixtures")]),
    .testTarget(name: "TerminalTests", dependencies: ["Seeded", "Terminal"]),
    .testTarget(
      name: "StationTests",
      dependencies: [
        "Catalogue", "Circulation", "Exchange", "Languages", "Offload",
        "Scanning",
        "Seeded", "Settings", "SharedLibraries", "Sharing", "Sheet",
        "Simulated", "Station", "Support", "Tables", "Terminal", "Textbooks",
        "Typesetting",
      ]),
    .testTarget(
      name: "SheetTests",
      dependencies: [
        "Circulation", "Languages", "Scanning", "Settings", "Sheet", "Station",
        "Support", "Textbooks", "Typesetting",
      ]),
    .testTarget(
      name: "RealTerminalTests",
      dependencies: [
        "Catalogue", "Circulation", "Exchange", "Languages", "Offload",
        "Scanning", "Seeded", "Settings", "Sharing", "Station", "Support",
        "Typesetting",
        "offcirc",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

// A file sees the members of the modules that it imports, and of no others.
for target in package.targets
where target.type != .system && target.type != .plugin {
  target.swiftSettings = [.enableUpcomingFeature("MemberImportVisibility")]
}
