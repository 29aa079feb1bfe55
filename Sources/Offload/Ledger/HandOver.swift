import Circulation
import Glibc

/// What is known of the hand-over of a station's `OffCirc.dat`.
package struct HandOver: Hashable, Sendable {
  /// Why a ledger can't be read.
  package enum Failure: Hashable, Sendable {
    /// It is not one, or not one for this program.
    case ledger(LedgerError)
    /// The system does not let it be read.
    case file(FileFailure)
  }

  /// Where the ledger is; nil before the first look.
  package private(set) var path: String?
  /// How much was handed over; nil if there is no file, or the ledger can't be
  /// read.
  package private(set) var standing: Standing?
  /// What of the ledger can't be read, or was changed.
  package private(set) var damage: [Ledger.Reading.Damage] = []
  /// The kits that it was handed over with.
  package private(set) var kits: [KitCheck] = []
  /// Why the ledger can't be read; nil if it can.
  package private(set) var failure: Failure?
  /// Whether there is a ledger.
  package private(set) var hasLedger = true

  /// Nothing is known, as before the first look.
  package init() {}

  init(
    standing: Standing?, ledger path: String,
    damage: [Ledger.Reading.Damage] = [], kits: [KitCheck] = []
  ) {
    self.standing = standing
    self.path = path
    self.damage = damage
    self.kits = kits
  }

  /// Looks at the ledger, `OffCirc.dat`, and the kits that it was handed over
  /// with.
  ///
  /// - Parameters:
  ///   - folder: the station's.
  ///   - ledger: what was handed over.
  ///   - fileSystem: what the station's files are read with.
  ///   - disk: what the kits and the archive are read with.
  /// - Throws: ``FileFailure`` of `OffCirc.dat` and of the archive; what can't be read of the
  ///   ledger and the kits is in the result.
  package init(
    of folder: StationFolder, by ledger: Ledger,
    fileSystem: any FileSystem = PosixFileSystem(),
    disk: any FolderSystem = PosixFileSystem()
  ) throws(FileFailure) {
    path = ledger.path
    let hasFile = try fileSystem.stamp(folder.dataFile) != nil
    let reading: Ledger.Reading
    do {
      reading = try ledger.entries()
    } catch let error as LedgerError {
      failure = .ledger(error)
      return
    } catch let error as FileFailure {
      // Where nothing is to be handed over, its drive need not be there.
      if hasFile || error.code != ENOENT { failure = .file(error) }
      return
    } catch {
      failure = .ledger(.notALedger(path: ledger.path))
      return
    }
    damage = reading.damage
    hasLedger = reading.stamp != nil
    guard hasFile else { return }
    standing = try reading.standing(
      of: folder.dataFile, fileSystem: fileSystem, disk: disk)
    kits = KitCheck.all(of: standing?.entries ?? [], disk: disk)
  }

  /// The first kit that is not as it was made, or nowhere.
  package var brokenKit: KitCheck? { kits.first { $0.state != .whole } }
}
