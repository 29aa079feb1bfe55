import Offload
import Station
import Typesetting

extension English {
  var guideListHeading: String { "Guides. To read one: offcirc guide NAME" }

  func unknownGuide(_ name: String, all: [String]) -> String {
    "\(name.quotable) is not a guide. The guides are \(counting.list(all, .and))."
  }
}
