// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "OffCirc",
  products: [
    .executable(name: "offcirc", targets: ["offcirc"])
  ],
  dependencies: [
    .package(
      url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CNcurses", path: "CNcurses",
      providers: [.apt(["libncurses-dev"])]),
    // The benchmark's peer; nothing that ships depends on it.
    .systemLibrary(
      name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "Circulation"),
    .target(name: "Terminal", dependencies: ["CNcurses"]),
    .target(name: "Scanning", dependencies: ["Circulation"]),
    .target(
      name: "Station", dependencies: ["Circulation", "Scanning", "Terminal"]),
    .executableTarget(
      name: "offcirc",
      dependencies: [
        "Station",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "offcirc-bench", dependencies: ["Circulation", "CSQLite"]),
    .testTarget(name: "CirculationTests", dependencies: ["Circulation"]),
    .testTarget(name: "ScanningTests", dependencies: ["Scanning"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"]),
    .testTarget(name: "StationTests", dependencies: ["Station"]),
    .testTarget(
      name: "RealTerminalTests", dependencies: ["Circulation", "offcirc"]),
  ],
  swiftLanguageModes: [.v6]
)
