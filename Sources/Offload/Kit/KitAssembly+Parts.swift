import Catalogue
import Circulation
import Exchange

// The parts of a kit beside its uploads.

extension KitAssembly {
  /// Rehearses the uploads, which are written already.
  ///
  /// The kit does not depend on the catalogue: an error of it is kept.
  ///
  /// - Throws: ``FileError``.
  func rehearse(_ kit: inout Kit) throws {
    guard let catalogue, let system = target.system.rehearsed else { return }
    do {
      kit.rehearsal = try KitRehearsal(
        of: kit.uploads.map { newFolder.appending(path: $0.name) },
        in: system, by: catalogue, due: due, on: time, words,
        language: language, fileSystem: disk)
    } catch let error as CatalogueError {
      kit.catalogueError = error
    }
  }

  /// Adds what goes to the system beside the uploads, which are written
  /// already; returns its files.
  ///
  /// - Throws: `ConversionError`; ``FileError``.
  func addStates(_ kit: inout Kit) throws -> [Kit.File] {
    guard target.system == .pmb else {
      let lists = StateLists(target.states, for: target.system).lists
      kit.stateLists = lists
      if target.system != .alma {
        kit.system = try SystemKit(
          in: newFolder, of: kit.uploads.map(\.name), for: target, on: time,
          disk: disk)
      }
      return lists.map { ($0.name, $0.text) }
    }
    let lines = try kit.uploads.flatMap(transactions)
    func make(_ catalogue: Catalogue?) throws(CatalogueError) -> PMBKit {
      try PMBKit(
        of: lines, for: target, catalogue.map(PMBKnowledge.init), words,
        on: time)
    }
    let pmb: PMBKit
    do throws(CatalogueError) {
      pmb = try make(kit.catalogueError == nil ? catalogue : nil)
    } catch {
      kit.catalogueError = error
      pmb = try make(nil)
    }
    kit.pmb = pmb
    return pmb.files
  }

  /// Reads the transactions of an upload, with the numbers of their lines.
  private func transactions(
    of upload: Kit.Upload
  ) throws(FileError) -> [(number: Int, transaction: Transaction)] {
    var lines: [(number: Int, transaction: Transaction)] = []
    try disk.forEachLine(ofInput: newFolder.appending(path: upload.name)) {
      number, result in
      if case .success(let transaction) = result {
        lines.append((number, transaction))
      }
    }
    return lines
  }

  /// Returns the checklist of the system.
  func checklist(for kit: Kit) -> Document {
    if let pmb = kit.pmb {
      return Document(checklistFor: kit, pmb, words, language: language)
    }
    if let system = kit.system {
      return Document(checklistFor: kit, system, words, language: language)
    }
    return Document(checklistFor: kit, words, language: language)
  }
}
