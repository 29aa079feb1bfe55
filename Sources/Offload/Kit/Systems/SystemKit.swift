import Circulation
import Exchange

/// The part of a kit that is for Koha, Evergreen, Sierra or Destiny: the loans
/// and returns of its uploads as that system takes them.
package struct SystemKit {
  /// The system.
  package let system: ExchangeFormat
  /// The names of the kit's uploads, from which the files are made.
  package let uploads: [String]
  /// The name of the time zone of the loans and returns.
  package let zone: String
  /// The files, and the changes that have to be said.
  package let report: ConversionReport

  /// Creates the part of a kit.
  ///
  /// - Parameters:
  ///   - system: the system.
  ///   - uploads: the names of the kit's uploads.
  ///   - zone: the name of the time zone.
  ///   - report: the result of writing the files.
  package init(
    for system: ExchangeFormat, of uploads: [String], in zone: String,
    _ report: ConversionReport
  ) {
    self.system = system
    self.uploads = uploads
    self.zone = zone
    self.report = report
  }

  /// Writes the files into the folder of a kit, beside its uploads; returns
  /// when they are on disk.
  ///
  /// - Parameters:
  ///   - folder: the folder, which has no name yet.
  ///   - uploads: the names of the uploads.
  ///   - target: the system, and what its files need.
  ///   - day: the day of the kit, for names.
  ///   - disk: the file system.
  /// - Throws: `ConversionError`; ``FileError``.
  init(
    in folder: String, of uploads: [String], for target: KitTarget,
    on day: LocalTime, disk: any FolderOperations
  ) throws {
    var options = target.conversion
    // The lines that are left out are in the checklist.
    options.acceptsLosses = true
    let conversion = try Conversion(
      of: uploads.map(folder.appending), from: .alma, to: target.system,
      options, fileSystem: disk)
    self.init(
      for: target.system, of: uploads, in: options.zone.name,
      try conversion.writeSession(
        in: folder,
        named: uploads.map { Self.name(of: $0, for: target.system, on: day) }))
  }

  /// The number of lines that are in no file, and that somebody has to do by
  /// hand.
  package var leftOutCount: Int { report.losses.leftOutCount }

  // MARK: Names

  /// Returns the name of the file that is made of an upload.
  static func name(
    of upload: String, for system: ExchangeFormat, on day: LocalTime
  ) -> String {
    let name = upload.replacing(".dat", with: "")
    return switch system {
    case .koha: name + ".koc"
    case .evergreen: name + ".xacts"
    // Sierra takes a name of letters and digits; the day tells it from that of
    // the next outage.
    case .sierra:
      "rdy" + name.filter { $0 != "-" }
        + day.iso8601.prefix(10).filter { $0 != "-" }
    case .alma, .destiny, .pmb: upload
    }
  }

  /// Returns true if a kit can contain a file of this name.
  static func has(_ name: String) -> Bool {
    name.wholeMatch(of: /(OffCirc|[0-9]+-[A-Za-z0-9-]+)\.(koc|xacts)/) != nil
      || name.wholeMatch(of: /rdy(OffCirc|[0-9]+[A-Za-z0-9]+)/) != nil
      || name.wholeMatch(of: /destiny(-[0-9]{4}-[0-9]{2}-[0-9]{2})?\.txt/)
        != nil
  }
}
