import Offload

@testable import Station

extension Samples {
  /// What is said of desks that are missing, and of what is twice.
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
