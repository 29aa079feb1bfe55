/// An action of a key, a button or a click.
package enum Action: Hashable, Sendable, CaseIterable {
  // Everywhere.
  case help
  case afterOutage
  case day
  case save
  case switchOperation
  case clear
  case delete
  case undo
  case find
  case amend
  case reader
  case slip
  case close
  case redraw
  // From control to control.
  case next
  case previous
  // In a field.
  case enter
  case fieldLeft
  case fieldRight
  case fieldHome
  case fieldEnd
  case eraseBefore
  case eraseAfter
  case eraseField
  case betterState
  case worseState
  // On a button, and on the choice of the transaction.
  case press
  case chooseLoan
  case chooseReturn
  case chooseOther
  // In the list and on the pages to be read.
  case lineUp
  case lineDown
  case pageUp
  case pageDown
  case first
  case last
  // In a room with a field or a list of its own.
  case choose
  // In the room of copies, and on the page of a copy.
  case open
  case levelUp
  case holder
  case toDelete
  case undoState
  // On the pages over the desk.
  case saveAndClose
  case keepAndClose
  case discardAndClose
  case goBack
  case dismissWarning
  case recordPaste
  case dropPaste
  // Where a scanner is tested.
  case writeSettings
  case skipScan
  case stepBack
  case leave
  // Where a class gets its books.
  case give
  case switchOrder
  case markAbsent
  case refuseTitle
  case nextTurn
  case previousTurn
  case takeBack
  // In the room of the morning.
  case nextStage
  case previousStage
  case nameDesk
  case keepLines
  case takeOut
  case swapNumbers
  case correctItem
  case correctBorrower
  case correctReader
  case shiftTimes
  case orderLines
  case undoDecision
  case makeKit
  case tick
  case giveReport
  case writeCorrections
  case copyNote
  case archiveStations
  case archiveStation
  case skipStation
}
