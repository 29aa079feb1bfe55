/// The words of the command that shows the guides.
package protocol GuideWords {
  /// The one line about the command in the list of commands.
  var guideAbstract: String { get }
  /// A few sentences about the command in its help.
  var guideDiscussion: String { get }
  /// The help of its argument, the name of a guide.
  var guideChapter: String { get }
  /// The line above the list of guides.
  var guideListHeading: String { get }
  /// The refusal of a name that no guide has; the names of all guides.
  func unknownGuide(_ name: String, all: [String]) -> String
}
