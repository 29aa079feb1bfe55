import Settings

/// A chapter of the guides, by its name on the command line.
enum Guide: String, CaseIterable {
  case outage
  case desk
  case keys
  case morning
  case lists
  case school
  case settings
  case scanners
  case administration
  case sharing
  case installation
  case kiosk

  /// The text, as it is in the catalogue `OffCirc.docc`.
  func markdown(in language: Language) -> String {
    String(decoding: bytes(in: language), as: UTF8.self)
  }

  private func bytes(in language: Language) -> [UInt8] {
    switch (self, language) {
    case (.outage, .english): PackageResources.Outage_md
    case (.outage, .french): PackageResources.Outage_fr_md
    case (.desk, .english): PackageResources.Desk_md
    case (.desk, .french): PackageResources.Desk_fr_md
    case (.keys, .english): PackageResources.Keys_md
    case (.keys, .french): PackageResources.Keys_fr_md
    case (.morning, .english): PackageResources.Morning_md
    case (.morning, .french): PackageResources.Morning_fr_md
    case (.lists, .english): PackageResources.Lists_md
    case (.lists, .french): PackageResources.Lists_fr_md
    case (.school, .english): PackageResources.School_md
    case (.school, .french): PackageResources.School_fr_md
    case (.settings, .english): PackageResources.Settings_md
    case (.settings, .french): PackageResources.Settings_fr_md
    case (.scanners, .english): PackageResources.Scanners_md
    case (.scanners, .french): PackageResources.Scanners_fr_md
    case (.administration, .english): PackageResources.Administration_md
    case (.administration, .french): PackageResources.Administration_fr_md
    case (.sharing, .english): PackageResources.Sharing_md
    case (.sharing, .french): PackageResources.Sharing_fr_md
    case (.installation, .english): PackageResources.Installation_md
    case (.installation, .french): PackageResources.Installation_fr_md
    case (.kiosk, .english): PackageResources.Kiosk_md
    case (.kiosk, .french): PackageResources.Kiosk_fr_md
    }
  }

  /// The chapter laid out for a terminal.
  func page(in language: Language) -> GuidePage {
    GuidePage(markdown(in: language))
  }
}
