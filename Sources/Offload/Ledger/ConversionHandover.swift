import Circulation
import Exchange

/// The handing over of files to a library system by a conversion, which the
/// ledger lists, such that no line goes to two systems.
///
/// A file for Alma is not listed: it goes into a kit, which asks the ledger for
/// each of its lines.
package struct ConversionHandover {
  /// The result of a conversion.
  package enum Outcome {
    /// The new file was written.
    case written(ConversionReport)
    /// Nothing was written, since the ledger lists lines of these files, or may.
    case refused([(StationFile, UploadStatus)])
  }

  private let conversion: Conversion
  private let ledger: Ledger
  private let time: LocalTime
  private var options: ConversionOptions { conversion.options }

  private var inputs: [(path: String, ExchangeFormat, any OpenFile)] {
    zip(conversion.inputs, conversion.files).map { ($0.path, $0.format, $1) }
  }

  /// Prepares a conversion.
  ///
  /// - Parameters:
  ///   - conversion: the conversion.
  ///   - ledger: the ledger.
  ///   - time: the current time.
  package init(_ conversion: Conversion, in ledger: Ledger, at time: LocalTime)
  {
    self.conversion = conversion
    self.ledger = ledger
    self.time = time
  }

  /// A file other than the one that an interrupted run had listed.
  private struct AnotherFile: Error {}

  /// Writes the new file, and lists what is in it before it gets its name.
  ///
  /// If the answer of a common ledger was lost, the next run with the same
  /// files writes what is listed there, or starts over.
  ///
  /// - Parameters:
  ///   - path: the path of the new file, or of the folder of new files.
  ///   - again: true to take lines that the ledger lists already.
  /// - Returns: the outcome, and the damage found in the ledger.
  /// - Throws: `ConversionError`; ``LedgerError``; ``FileError``.
  package func write(
    to path: String, again: Bool
  ) throws -> (Outcome, damage: [Ledger.Reading.Damage]) {
    guard conversion.target != .alma else {
      return try writeForKit(to: path, again: again)
    }
    return try ledger.hold { held in
      let reading = held.reading
      let damage = reading.damage
      let statuses = try inputs.map { path, format, file in
        (
          StationFile(path: path),
          format == .alma
            ? try reading.uploadStatus(of: path)
            : try reading.uploadStatus(of: file, format, options)
        )
      }
      let isOld = statuses.contains {
        $0.1.handedOverCount > 0 || $0.1.warning != nil
      }
      let listed = isOld && !again ? held.settled : []
      guard again || !isOld || !listed.isEmpty else {
        return (.refused(statuses), damage)
      }
      let way = Ledger.Entry.Way.converted(
        conversion.target, path: path.fromRoot())
      var free: Ledger.Held? = held
      do {
        let report = try conversion.write(to: path) { new in
          let systemFiles = try new.map { name, file in
            Ledger.Entry.SystemFile(name: name, sha256: try SHA256.of(file))
          }
          guard listed.isEmpty else {
            let isSame = listed.allSatisfy {
              $0.way == way && $0.systemFiles == systemFiles
            }
            guard isSame else { throw AnotherFile() }
            return
          }
          try free.take()?.append { append in
            for (input, format, file) in inputs {
              let source = StationFile(path: input.fromRoot())
              try FileContent.forEachPart(of: file, format, options) { part in
                try append(
                  Ledger.Entry(
                    at: time, way, desk: nil, name: input.lastName, part,
                    sources: [Ledger.Entry.Source(source, part)],
                    systemFiles: systemFiles))
              }
            }
          }
        }
        return (.written(report), damage)
      } catch is AnotherFile {
        return (.refused(statuses), damage)
      }
    }
  }

  /// Writes a file for Alma, unless it is made of one that the ledger knows as
  /// made of other lines: their seconds, and with them their minutes, may
  /// differ.
  private func writeForKit(
    to path: String, again: Bool
  ) throws -> (Outcome, damage: [Ledger.Reading.Damage]) {
    guard !again else { return (.written(try conversion.write(to: path)), []) }
    let reading = try ledger.entries()
    var old: [(StationFile, UploadStatus)] = []
    for (path, format, file) in inputs where format != .alma {
      let digest = try SHA256.of(file)
      guard reading.entries.contains(where: { $0.isMade(digest) }) else {
        continue
      }
      old.append(
        (
          StationFile(path: path),
          try reading.uploadStatus(of: file, format, options)
        ))
    }
    return old.isEmpty
      ? (.written(try conversion.write(to: path)), reading.damage)
      : (.refused(old), reading.damage)
  }
}
