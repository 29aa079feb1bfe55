import Circulation
import Exchange

extension Ledger {
  /// An entry of the ledger: an uploaded file and its sources.
  package struct Entry: Hashable, Sendable {
    /// The way in which a file was uploaded.
    package enum Way: Hashable, Sendable {
      /// In the kit in this folder.
      case kit(folder: String)
      /// By hand, as the operator states.
      case uploaded
      /// In this file, or folder of files, for another library system.
      case converted(ExchangeFormat, path: String)
    }

    /// The uploaded file.
    package struct Upload: Hashable, Sendable {
      /// The name of the file, without folder.
      package var name: String
      /// The SHA-256 digest, as 64 hexadecimal digits.
      package var sha256: String
      /// The number of lines.
      package var lineCount: Int
      /// The length in bytes.
      package var byteCount: Int
      /// The earliest time in it; nil if no line begins with one.
      package var first: LocalTime?
      /// The latest time in it; nil if no line begins with one.
      package var last: LocalTime?
    }

    /// A source file of an upload.
    package struct Source: Hashable, Sendable {
      /// The path of the file at that time.
      package var path: String
      /// The id of the station that wrote it; nil if unknown.
      package var station: String?
      /// The SHA-256 digest, as 64 hexadecimal digits.
      package var sha256: String
      /// The number of lines.
      package var lineCount: Int
      /// The length in bytes.
      package var byteCount: Int
    }

    /// A file for another library system, with the same loans and returns.
    package struct SystemFile: Codable, Hashable, Sendable {
      /// The name of the file, without folder.
      package var name: String
      /// The SHA-256 digest, as 64 hexadecimal digits.
      package var sha256: String
    }

    /// The time of the upload, or when the kit was made.
    package var time: LocalTime
    /// The way in which the file was uploaded.
    package var way: Way
    /// The desk of the library system; nil if not given.
    package var desk: String?
    /// The uploaded file.
    package var upload: Upload
    /// The source files.
    package var sources: [Source]
    /// The marks of its lines.
    package var marks: [LineMark]
    /// The files for another library system.
    package var systemFiles: [SystemFile] = []
    /// True if another computer listed it: its files are not here.
    package var isElsewhere = false

    /// Creates an entry.
    ///
    /// - Parameters:
    ///   - time: the time of the upload, or when the kit was made.
    ///   - way: the way of the upload.
    ///   - desk: the desk of the library system.
    ///   - name: the name of the file, without folder.
    ///   - content: the content of the file.
    ///   - sources: the source files.
    ///   - systemFiles: the files for another library system.
    package init(
      at time: LocalTime, _ way: Way, desk: String?, name: String,
      _ content: FileContent, sources: [Source],
      systemFiles: [SystemFile] = []
    ) {
      self.time = time
      self.way = way
      self.desk = desk
      upload = Upload(
        name: name, sha256: content.sha256,
        lineCount: content.summary.lineCount,
        byteCount: content.byteCount, first: content.summary.first,
        last: content.summary.last)
      self.sources = sources
      marks = content.marks
      self.systemFiles = systemFiles
    }

    init(
      time: LocalTime, way: Way, desk: String?, upload: Upload,
      sources: [Source], marks: [LineMark], systemFiles: [SystemFile] = []
    ) {
      self.time = time
      self.way = way
      self.desk = desk
      self.upload = upload
      self.sources = sources
      self.marks = marks
      self.systemFiles = systemFiles
    }
  }
}

extension Ledger.Entry.Source {
  /// Creates a source from a file and its content.
  package init(_ file: StationFile, _ content: FileContent) {
    self.init(
      path: file.path, station: file.station, sha256: content.sha256,
      lineCount: content.summary.lineCount, byteCount: content.byteCount)
  }
}
