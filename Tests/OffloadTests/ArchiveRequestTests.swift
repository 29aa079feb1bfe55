import Testing

@testable import Circulation
@testable import Offload

/// The rules of what may be archived.
@Suite struct ArchiveRequestTests {
  private static let folder = StationFolder(path: "/desk")
  private static let path = "/desk/OffCirc.dat"
  private static let trace = UploadStatus.Warning.trace(.ledger(path: "/other"))

  private func request(
    _ say: (inout ArchiveRequest) -> Void = { _ in }
  ) -> ArchiveRequest {
    var request = ArchiveRequest(Self.folder)
    say(&request)
    return request
  }

  private func uploadStatus(
    old: Int, new: Int, _ warning: UploadStatus.Warning? = nil
  ) -> UploadStatus {
    var uploadStatus = UploadStatus()
    for line in 0..<old + new {
      uploadStatus.take(line: line + 1, isNew: line >= old)
    }
    uploadStatus.warning = warning
    return uploadStatus
  }

  private func ground(
    _ request: ArchiveRequest, _ uploadStatus: UploadStatus,
    isKnown: Bool = false,
    kit: String? = nil
  ) throws -> UploadEvidence.Ground {
    try request.ground(for: uploadStatus, isKnown: isKnown, ledger: "/ledger") {
      $0 == kit
    }
  }

  // MARK: File

  @Test func aFileThatTheLedgerListsIsArchived() throws {
    #expect(
      try ground(request(), uploadStatus(old: 2, new: 0), isKnown: true)
        == .ledger)
    #expect(try ground(request(), uploadStatus(old: 0, new: 0)) == .ledger)
  }

  @Test func newLinesAreRefusedUnlessAPersonSaysThatTheyWereUploaded() throws {
    let uploadStatus = uploadStatus(old: 1, new: 2)
    #expect(
      throws: ArchiveError.notHandedOver(
        count: 2, firstLine: 2, path: Self.path)
    ) {
      try ground(request(), uploadStatus, isKnown: true)
    }
    #expect(
      try ground(request { $0.isUploaded = true }, uploadStatus) == .statement)
  }

  @Test func theLinesOfAnotherFileAreNotThoseOfThisOne() throws {
    let uploadStatus = uploadStatus(old: 2, new: 0)
    #expect(throws: ArchiveError.handedOverElsewhere(path: Self.path)) {
      try ground(request(), uploadStatus)
    }
    #expect(
      try ground(request { $0.isUploaded = true }, uploadStatus) == .statement)
  }

  @Test func aKitWithTheVeryFileIsEvidenceOnlyWithAWarning() throws {
    let request = request { $0.kit = "/kit" }
    let doubtful = uploadStatus(old: 0, new: 1, Self.trace)
    #expect(try ground(request, doubtful, kit: "/kit") == .kit("/kit"))
    #expect(
      throws: ArchiveError.unknown(
        count: 1, path: Self.path, Self.trace, ledger: "/ledger")
    ) {
      try ground(request, doubtful)
    }
    #expect(throws: ArchiveError.self) {
      try ground(request, uploadStatus(old: 0, new: 1), kit: "/kit")
    }
  }

  // MARK: Kits

  @Test func aBrokenKitIsRefusedUnlessAPersonSaysThatItWasUploaded() throws {
    let whole = KitCheck(folder: "/a", state: .whole)
    let missing = KitCheck(folder: "/b", state: .missing)
    try request().verify([whole])
    #expect(throws: ArchiveError.kit(missing)) {
      try request().verify([whole, missing])
    }
    try request { $0.isUploaded = true }.verify([whole, missing])
  }

  // MARK: Clock and journal

  @Test func aWrongClockIsRefusedOrOverridden() throws {
    let clock = WallClock(now: { LocalTime(secondsSince1970: 0, utcOffset: 0) })
    let newest = LocalTime(secondsSince1970: 1_795_330_320, utcOffset: 0)
    #expect(throws: ArchiveError.self) {
      try request().verify(clock, newest: newest)
    }
    #expect(
      try request { $0.trustsClock = true }.verify(clock, newest: newest) != nil
    )
  }

  @Test func aDamagedJournalIsRefusedUnlessItsLossesAreAccepted() throws {
    var health = JournalHealth(of: "/desk/OffCirc.journal")
    try request().verify(health)
    health.goneCount = 1
    #expect(throws: ArchiveError.damagedJournal(path: health.path)) {
      try request().verify(health)
    }
    try request { $0.acceptsLosses = true }.verify(health)
    health.void = .missing
    try request().verify(health)
  }
}

/// The rules of what goes into a kit.
@Suite struct KitFileTests {
  @Test func aFileIsOfTheDeskUnlessItNamesAnother() {
    let file = StationFile(path: "/a.dat")
    #expect(file.assigned(to: " Central ").desk == "Central")
    #expect(file.assigned(to: " ").desk == nil)
    let named = StationFile(path: "/a.dat", desk: "Annexe")
    #expect(named.assigned(to: "Central").desk == "Annexe")
  }
}
