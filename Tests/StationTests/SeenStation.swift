import Offload
import Scanning
import Settings
import Terminal

@testable import Circulation
@testable import Languages
@testable import Station

// What tests look at in a station.
extension Station {
  /// The room at the desk.
  var deskRoom: DeskRoom {
    guard let room = ground as? DeskRoom ?? (ground as? HandOutRoom)?.desk
    else { preconditionFailure("This station has no desk.") }
    return room
  }

  /// The room in which a class gets its books.
  var handOutRoom: HandOutRoom {
    guard let room = ground as? HandOutRoom else {
      preconditionFailure("This station has no hand-out.")
    }
    return room
  }

  /// The room in which a scanner is tested.
  var scannerRoom: ScannerRoom {
    guard let room = ground as? ScannerRoom else {
      preconditionFailure("This station tests no scanner.")
    }
    return room
  }

  /// The room on top, over the desk.
  var room: (any Room)? { rooms.last }
  /// The index of the chosen line in the list of the room on top.
  var chosenIndex: Int? {
    let look = Look(shared, Palette())
    return (rooms.last as? any LineRoom).map {
      LineRoomView($0.content(look), look).chosen
    }
  }
  /// The question that is asked, as it is seen.
  var question: QuestionView? {
    let look = Look(shared, Palette())
    return (rooms.last as? any QuestionRoom).map {
      QuestionView($0.content(look), in: $0.contexts, look)
    }
  }
  /// The width of the text of the page that is open.
  var textWidth: Int? {
    (rooms.last as? any TextPage).map {
      TextPageView($0, Look(shared, Palette())).textWidth
    }
  }
  /// The first line that a page to be read shows; nil if none is open.
  var firstLineOfPage: Int? { (rooms.last as? any TextPage)?.firstLine }
  /// The rooms over the desk, by name.
  var roomNames: [String] { rooms.map { "\(type(of: $0))" } }
  /// Whether Help is open, from its beginning.
  var showsHelp: Bool { rooms.last is HelpPage && firstLineOfPage == 0 }
  /// Whether After the outage is open, from its beginning.
  var showsAfterOutage: Bool {
    rooms.last is AfterOutagePage && firstLineOfPage == 0
  }
  /// Whether the station asks how to close.
  var isClosing: Bool { rooms.last is CloseRoom }

  var desk: Desk { deskRoom.desk }
  var notice: Notice { shared.notice }
  var size: Size { shared.size }
  var words: any StationWords { shared.words }
  var rules: ScanRules { shared.rules }
  var layout: DeskLayout { shared.layout }
  var warnings: [Notice] { shared.warnings }
  var messageLog: MessageLog { shared.messageLog }
  var confirmation: Confirmation? { shared.confirmation }
  var seen: SeenNumbers? { shared.knowledge.seen }
  var itemsAwaitingCard: [DeskRoom.ItemAwaitingCard] {
    deskRoom.itemsAwaitingCard
  }
  var focus: Control { deskRoom.focus }
  var selection: Int? { deskRoom.selection }
  var savedCount: Int? { deskRoom.savedCount }
  var borrowerField: EntryField { deskRoom.borrowerField }
  var itemField: EntryField { deskRoom.itemField }
  var nextField: Control { deskRoom.nextField }

  /// The index of the transaction on the list's first row.
  var firstVisibleLine: Int {
    deskRoom.firstVisibleLine(height: layout.list.area.height)
  }

  func isEnabled(_ control: Control) -> Bool {
    deskRoom.isEnabled(control, shared)
  }
}

extension DeskLayout.ControlButton {
  var area: Area { button.area }
  var text: String { button.label.text }
  var mnemonic: Character? { button.label.mnemonic }
}
