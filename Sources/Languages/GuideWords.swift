/// The words of the command that shows the guides.
package protocol GuideWords {
  /// The line above the list of guides.
  var guideListHeading: String { get }
  /// The refusal of a name that no guide has; the names of all guides.
  func unknownGuide(_ name: String, all: [String]) -> String
}
