import Offload

extension English {
  var guideAbstract: String { "Show a guide, or list the guides." }

  var guideDiscussion: String {
    "A guide opens in $PAGER, or in less. If standard output is not a terminal, it is printed as text. To print one page for the desk: offcirc guide desk | lp"
  }

  var guideChapter: String { "Name of the guide; without one, list them." }

  var guideListHeading: String { "Guides. To read one: offcirc guide NAME" }

  func unknownGuide(_ name: String, all: [String]) -> String {
    "\(name.quotable) is not a guide. The guides are \(counting.list(all, .and))."
  }
}
