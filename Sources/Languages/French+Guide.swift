import Offload
import Station
import Typesetting

extension French {
  var guideListHeading: String { "Guides. Pour en lire un : offcirc guide NOM" }

  func unknownGuide(_ name: String, all: [String]) -> String {
    "\(name.quotable) n'est pas un guide. Les guides sont \(counting.list(all, .and))."
  }
}
