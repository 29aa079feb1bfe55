import Circulation
import Terminal

extension Station {
  /// Returns the station of an exercise, made of one at an open desk, whose
  /// folder is that of an exercise.
  ///
  /// - Parameters:
  ///   - drill: the exercise, as it was kept last.
  ///   - keep: keeps it.
  ///   - cutPower: ends the program as a power cut does.
  /// - Returns: the station.
  package func drilling(
    _ drill: Drill, keep: @escaping (Drill) -> Void,
    cutPower: @escaping () -> Void
  ) -> Station {
    guard let desk = ground as? DeskRoom, desk.desk.folder.exercise != nil
    else { return self }
    var shared = self.shared
    shared.isExercise = true
    return Station(
      DrillRoom(drill, at: desk, keep: keep, cutPower: cutPower), shared)
  }

  /// The exercise, as its desk was closed; nil elsewhere.
  package var drill: Drill? {
    guard var drill = (ground as? DrillRoom)?.drill else { return nil }
    drill.close()
    return drill
  }
}

extension Palette {
  /// The colors of an exercise: magenta, where a real desk has its ground;
  /// without colors, the frame is reversed.
  var ofExercise: Palette {
    guard let ground = self[.ground].colors?.background else {
      return changing { role, style in
        [.frame, .title, .returnTitle].contains(role) ? .plain.reversed : style
      }
    }
    let isIndexed = self[.ground].colors?.foreground.index ?? 0 > 15
    let magenta = isIndexed ? Color.indexed(90) : .magenta
    return changing { _, style in style.replacing(ground, by: magenta) }
  }
}
