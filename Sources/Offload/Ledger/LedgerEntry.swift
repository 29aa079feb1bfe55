import Circulation

extension Ledger {
  /// One file that was handed over, and what it was made of.
  package struct Entry: Hashable, Sendable {
    /// How it was handed over.
    package enum Way: Hashable, Sendable {
      /// In the kit in this folder.
      case kit(folder: String)
      /// However a person did it who says so.
      case uploaded
    }

    /// The file that the library system takes, or took.
    package struct Upload: Hashable, Sendable {
      /// Its name, without a folder.
      package var name: String
      /// The SHA-256 of its bytes, in hexadecimal digits.
      package var sha256: String
      /// The number of its lines.
      package var lineCount: Int
      /// The number of its bytes.
      package var byteCount: Int
      /// The earliest date and time in it; nil if no line begins with one.
      package var first: LocalTime?
      /// The latest one.
      package var last: LocalTime?
    }

    /// A file that it was made of.
    package struct Source: Hashable, Sendable {
      /// Where the file was, as it was called then.
      package var path: String
      /// The id of the station that wrote it; nil if that is not known.
      package var station: String?
      /// The SHA-256 of its bytes, in hexadecimal digits.
      package var sha256: String
      /// The number of its lines.
      package var lineCount: Int
      /// The number of its bytes.
      package var byteCount: Int
    }

    /// When it was handed over.
    package var time: LocalTime
    /// How it was.
    package var way: Way
    /// The circulation desk of the library system; nil if that was not said.
    package var desk: String?
    /// The file that was.
    package var upload: Upload
    /// What it was made of.
    package var sources: [Source]
    /// The marks of its lines.
    package var marks: [LineMark]

    /// An entry of a file that was handed over.
    ///
    /// - Parameters:
    ///   - time: when it was.
    ///   - way: how it was.
    ///   - desk: the circulation desk of the library system.
    ///   - name: its name, without a folder.
    ///   - tally: what the file has in it.
    ///   - sources: what it was made of.
    package init(
      at time: LocalTime, _ way: Way, desk: String?, name: String,
      _ tally: FileTally, sources: [Source]
    ) {
      self.time = time
      self.way = way
      self.desk = desk
      upload = Upload(
        name: name, sha256: tally.sha256, lineCount: tally.lineCount,
        byteCount: tally.byteCount, first: tally.first, last: tally.last)
      self.sources = sources
      marks = tally.marks
    }

    init(
      time: LocalTime, way: Way, desk: String?, upload: Upload,
      sources: [Source], marks: [LineMark]
    ) {
      self.time = time
      self.way = way
      self.desk = desk
      self.upload = upload
      self.sources = sources
      self.marks = marks
    }
  }
}

extension Ledger.Entry.Source {
  /// A file as it was handed in, with what is in it.
  package init(_ file: StationFile, _ tally: FileTally) {
    self.init(
      path: file.path, station: file.station, sha256: tally.sha256,
      lineCount: tally.lineCount, byteCount: tally.byteCount)
  }
}
