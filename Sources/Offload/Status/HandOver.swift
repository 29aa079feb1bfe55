import Circulation
import Glibc

/// The upload status of a station's `OffCirc.dat`: the lines that the ledger
/// lists, and the kits they went into.
package struct HandOver: Hashable, Sendable {
  /// A reason why a ledger can't be read.
  package enum ReadError: Hashable, Sendable {
    /// The file is not a ledger that this program can use.
    case ledger(LedgerError)
    /// The system refuses access.
    case file(FileError)
  }

  /// The path of the ledger; nil before it was first read.
  package private(set) var path: String?
  /// The lines that the ledger lists; nil if there is no `OffCirc.dat`, or the
  /// ledger can't be read.
  package private(set) var uploadStatus: UploadStatus?
  /// The damage found in the ledger.
  package private(set) var damage: [Ledger.Reading.Damage] = []
  /// The kits that the ledger lists for the file.
  package private(set) var kits: [KitCheck] = []
  /// The reason why the ledger can't be read; nil if it can.
  package private(set) var error: ReadError?
  /// True if the ledger exists.
  package private(set) var hasLedger = true

  /// Creates an unknown status, as before the first read.
  package init() {}

  init(
    uploadStatus: UploadStatus?, ledger path: String,
    damage: [Ledger.Reading.Damage] = [], kits: [KitCheck] = []
  ) {
    self.uploadStatus = uploadStatus
    self.path = path
    self.damage = damage
    self.kits = kits
  }

  /// Reads the ledger, `OffCirc.dat`, and the kits listed for it.
  ///
  /// - Parameters:
  ///   - folder: the station's folder.
  ///   - ledger: the ledger.
  ///   - fileSystem: the file system of the station's files.
  ///   - disk: the file system of the kits and the archive.
  /// - Throws: ``FileError`` for `OffCirc.dat` and the archive; errors of the
  ///   ledger and the kits are stored in the status.
  package init(
    of folder: StationFolder, by ledger: Ledger,
    fileSystem: any FileSystem = PosixFileSystem(),
    disk: any FolderOperations = PosixFileSystem()
  ) throws(FileError) {
    path = ledger.path
    let hasFile = try fileSystem.version(folder.dataFile) != nil
    let reading: Ledger.Reading
    do {
      reading = try ledger.entries()
    } catch let error as LedgerError {
      self.error = .ledger(error)
      return
    } catch let error as FileError {
      // Without a file to upload, the ledger's drive may be absent.
      if hasFile || error.code != ENOENT { self.error = .file(error) }
      return
    } catch {
      self.error = .ledger(.notALedger(path: ledger.path))
      return
    }
    damage = reading.damage
    hasLedger = reading.version != nil || !reading.entries.isEmpty
    guard hasFile else { return }
    uploadStatus = try reading.uploadStatus(
      of: folder.dataFile, fileSystem: fileSystem, disk: disk)
    kits = KitCheck.all(of: uploadStatus?.entries ?? [], disk: disk)
  }

  /// The first kit that is not complete and unchanged.
  package var brokenKit: KitCheck? { kits.first(where: \.isBroken) }
}
