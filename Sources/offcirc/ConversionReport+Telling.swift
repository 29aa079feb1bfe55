import Exchange
import Languages

extension ConversionReport {
  /// Reports what a conversion found and lost, on standard error.
  ///
  /// - Parameters:
  ///   - files: the paths of the files, in the order of reading.
  ///   - zone: the zone of local times.
  ///   - words: the language.
  ///   - expected: a change that goes without saying.
  func tell(
    of files: [String], in zone: Zone, _ words: any Words,
    without expected: Loss? = nil
  ) {
    for (path, notes) in zip(files, self.files) {
      for notice in notes.notices {
        printError(words.sentence(notice, of: path))
      }
    }
    for line in faults.first {
      printError(
        words.line(
          line.place.line, of: files[line.place.file],
          words.sentence(line.fault)))
    }
    if faults.count > faults.first.count {
      printError(words.moreFaults(faults.count - faults.first.count))
    }
    for loss in losses.all where loss.loss != expected {
      printError(words.sentence(loss, of: files, in: zone.name))
    }
  }
}
