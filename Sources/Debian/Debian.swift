import Foundation
import PackagePlugin

/// Makes the packages for Debian: `swift package deb`.
@main
struct Debian: CommandPlugin {
  func performCommand(
    context: PluginContext, arguments: [String]
  ) async throws {
    let request = try Request(arguments)
    let program = try request.program ?? build()
    let output = request.output ?? context.pluginWorkDirectoryURL
    let release = try Release.current()
    let source = Source(
      folder: context.package.directoryURL, program: program,
      release: release,
      version: try program.output("--version").lastWord + release.suffix,
      maintainer: request.maintainer ?? Source.unnamed,
      libraries: context.package.dependencies.map {
        ($0.package.displayName, $0.package.directoryURL)
      })
    if request.maintainer == nil {
      Diagnostics.warning(
        "Nobody is named who looks after the package: --maintainer 'NAME <MAIL>'."
      )
    }
    for package in [ProgramPackage(source), KioskPackage(source)]
      as [any DebianPackage]
    {
      let stage = try Stage(
        in: context.pluginWorkDirectoryURL, source.moment)
      try package.fill(stage)
      print(try stage.pack(package, source, to: output).path)
    }
  }

  /// Builds the program as it is put on desks: one file with Swift in it.
  private func build() throws -> URL {
    var parameters = PackageManager.BuildParameters(
      configuration: .release, logging: .concise, echoLogs: true)
    parameters.otherSwiftcFlags = ["-static-stdlib", "-use-ld=lld"]
    parameters.otherLinkerFlags = ["-z", "relro", "-z", "now"]
    let result = try packageManager.build(
      .product("offcirc"), parameters: parameters)
    guard
      result.succeeded,
      let program = result.builtArtifacts.first(where: {
        $0.kind == .executable
      })
    else { throw Failure("The program does not compile.") }
    return program.url
  }
}

/// The options of the command.
private struct Request {
  /// A built program to pack; nil to build one.
  var program: URL?
  /// The folder for the packages; nil for that of the plugin.
  var output: URL?
  /// The field `Maintainer`; nil if nobody is named.
  var maintainer: String?

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else {
        throw Failure("\(option) needs a value.")
      }
      switch option {
      case "--program": program = URL(fileURLWithPath: value)
      case "--output": output = URL(fileURLWithPath: value)
      case "--maintainer": maintainer = value
      default:
        throw Failure(
          "Unknown option \(option). Write --program FILE, --output FOLDER or --maintainer 'NAME <MAIL>'."
        )
      }
    }
  }
}

/// An error, as a sentence.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
