import Offload

@testable import Station

extension Samples {
  /// The words about desks that are missing, and stations that are there twice.
  mutating func addRollCall() {
    add("func missing(desk name: String) -> String", naming: ["DESK"]) {
      [$0.missing(desk: "DESK")]
    }
    add(
      "func sameStation(_ files: [StationFile]) -> String",
      naming: ["/files/x"]
    ) { [$0.sameStation(Value.stationFiles)] }
    add(
      "func ahead(_ copy: RollCall.Ahead) -> String", naming: ["/files/x"]
    ) { words in
      Value.counts.map {
        words.ahead(RollCall.Ahead(path: Value.path, count: $0))
      }
    }
  }
}
