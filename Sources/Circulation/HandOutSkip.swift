/// A pupil who is passed over when a class gets its books, for one title or for
/// all of them, or who is not passed over any more.
package struct HandOutSkip: Hashable, Sendable {
  /// The reasons, each with the one that takes it back.
  package enum Reason: Hashable, Sendable {
    /// The pupil is not there.
    case absent
    /// The pupil is there after all.
    case present
    /// The pupil does not take this title, or has it.
    case refused(title: String)
    /// The pupil takes this title after all.
    case wanted(title: String)
  }

  /// The class.
  package let group: String
  /// The pupil.
  package let borrower: Barcode
  /// The reason.
  package let reason: Reason

  /// Creates an event of a hand-out.
  ///
  /// Names that are too long for a line of the journal are cut, always alike.
  package init(_ reason: Reason, of borrower: Barcode, in group: String) {
    self.group = Self.cut(group)
    self.borrower = borrower
    self.reason =
      switch reason {
      case .absent, .present: reason
      case .refused(let title): .refused(title: Self.cut(title))
      case .wanted(let title): .wanted(title: Self.cut(title))
      }
  }

  /// The maximum length of a name, in scalars of Unicode: two of them leave a
  /// line short enough, whatever the journal has to escape.
  private static let maximumLength = 100

  /// Returns the beginning of a name, by which the journal knows it.
  package static func cut(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.prefix(maximumLength)))
  }
}

extension HandOutSkip.Reason {
  /// The title; nil if it is of all titles.
  package var title: String? {
    switch self {
    case .absent, .present: nil
    case .refused(let title), .wanted(let title): title
    }
  }

  /// The reason that takes this one back.
  package var opposite: Self {
    switch self {
    case .absent: .present
    case .present: .absent
    case .refused(let title): .wanted(title: title)
    case .wanted(let title): .refused(title: title)
    }
  }

  /// The word for it in the journal.
  var word: String {
    switch self {
    case .absent: "absent"
    case .present: "present"
    case .refused: "refused"
    case .wanted: "wanted"
    }
  }

  /// Recognizes a reason by its word; nil if it lacks a title, or has one too
  /// many.
  init?(word: String, title: String?) {
    switch (word, title) {
    case ("absent", nil): self = .absent
    case ("present", nil): self = .present
    case ("refused", let title?): self = .refused(title: title)
    case ("wanted", let title?): self = .wanted(title: title)
    default: return nil
    }
  }
}

/// An event of a hand-out, as a station recorded it.
package struct RecordedSkip: Hashable, Sendable {
  /// The id of the station.
  package let station: String
  /// The sequence number at the station.
  package let sequence: Int
  /// The time when it was recorded.
  package let time: LocalTime
  /// The event.
  package let skip: HandOutSkip
}
