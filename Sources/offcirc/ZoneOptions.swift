import ArgumentParser
import Exchange
import Languages

/// The option for the time zone of other systems' files.
struct ZoneOptions: ParsableArguments {
  // Its value may begin with a minus.
  @Option(parsing: .unconditional, help: ArgumentHelp(.zone, .zone))
  var zone: String?

  func validate() throws {
    if let zone, ZoneName(zone) == nil { throw ValidationError(.zone(zone)) }
  }

  /// Returns the zone; the whole process follows a named one from now on.
  func resolved() -> Zone {
    (zone.flatMap(ZoneName.init) ?? .ofSystem).zone()
  }
}
