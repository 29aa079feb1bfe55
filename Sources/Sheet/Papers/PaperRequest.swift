import Circulation
import Textbooks

/// All that papers for textbooks are made of.
package struct PaperRequest: Sendable {
  /// The paper.
  package let kind: PaperKind
  /// The pupils with their loans and fines, in order.
  package let accounts: [PupilAccount]
  /// The class; nil for a single pupil.
  package let schoolClass: String?
  /// The states of the school.
  package let scale: StatusScale
  /// The name of the desk, as the sender; empty if it has none.
  package let sender: String
  /// The common day of return; nil if there is none.
  package let due: LocalTime?
  /// The present time.
  package let time: LocalTime
  /// The sheet of labels.
  package let labels: LabelSheet
  /// The number of labels that the first sheet lacks.
  package let skippedLabels: Int

  /// Creates a request.
  package init(
    _ kind: PaperKind, for accounts: [PupilAccount], schoolClass: String?,
    scale: StatusScale, sender: String, due: LocalTime?, at time: LocalTime,
    labels: LabelSheet = .usual, skippedLabels: Int = 0
  ) {
    self.kind = kind
    self.accounts = accounts
    self.schoolClass = schoolClass
    self.scale = scale
    self.sender = sender
    self.due = due
    self.time = time
    self.labels = labels
    self.skippedLabels = skippedLabels
  }
}
