import Languages
import Station

extension Offcirc {
  /// The synopsis of every command.
  static var usage: String {
    func name(_ value: ValueName) -> String { "<\(words.name(of: value))>" }
    let (file, folder, number) = (name(.file), name(.folder), name(.number))
    let (moment, offset) = (name(.moment), name(.shiftOrMoment))
    return """
      offcirc [station] [--files \(folder)] [--desk \(name(.name))]
                      [--language <en|fr>] [--bell <errors|all|none>]
                      [--theme <blue|contrast|mono>] [--learn <true|false>]
                      [--copy-to \(folder)] [--ledger \(file)]
                      [--catalogue \(file)] [--share \(name(.address))]
                      [--kiosk <true|false>]
                      [--clock-offset \(offset)]
                      [--config \(file)] [--no-settings]
      offcirc record  [--files \(folder)] [--copy-to \(folder)]
                      [--clock-offset \(offset)]
      offcirc save    [--files \(folder)] [--copy-to \(folder)]
      offcirc list    [\(file) | --files \(folder)] [--unsaved | --deleted]
                      [--doubtful] [--item \(number)] [--borrower \(number)]
                      [--from \(moment)]
                      [--to \(moment)]
                      [--zone \(name(.zone))] [--format <text|csv|json>]
      offcirc list    archive [--files \(folder)] [--format <text|csv|json>]
      offcirc recover \(name(.source)) [--files \(folder)]
      offcirc recover --share [\(name(.source))] [--files \(folder)]
      offcirc scanner
      offcirc ready   [--files \(folder)] [--copy-to \(folder)]
                      [--ledger \(file)] [--catalogue \(file)] [--quiet]
                      [--format <text|csv|json>]
      offcirc drill   [--sheet \(name(.drawing))] [--language <en|fr>]
      offcirc sheet   --output \(name(.drawing)) [--language <en|fr>]
      offcirc settings [--example [--system]]
      offcirc guide   [\(name(.name))]
      offcirc manual  [\(name(.name))] [--language <en|fr>] [--output \(folder)]
      offcirc status  [--files \(folder)] [--ledger \(file)]
                      [--format <text|csv|json>]
      offcirc check   \(file) ... [--since \(moment)]
                      [--clock-offset \(offset)]
                      [--zone \(name(.zone))] [--format <text|csv|json>]
      offcirc rehearse \(file) ... [--as <alma|koha|evergreen|pmb>]
                      [--report \(file) | --compare \(name(.report))]
                      [--catalogue \(file)] [--format <text|csv|json>]
      offcirc merge   \(file) ... --output \(file)
                      [--zone \(name(.zone))] [--date \(moment)]
                      [--accept-losses] [--format <text|csv|json>]
      offcirc fix     \(file) ... --decisions \(file) [--output \(file)]
                      [--decide \(name(.decision))] ... [--why \(name(.words))]
      offcirc kit     \(name(.deskFile)) ... --output \(folder)
                      [--as <alma|koha|evergreen|sierra|destiny|pmb>]
                      [--due \(moment)] [--stat \(number)]
                      [--start-field \(name(.name))]
                      [--desk \(name(.name))] [--ledger \(file)]
                      [--again | --rest]
                      [--clock-offset \(offset)]
      offcirc reconcile \(name(.report)) \(file) [--output \(folder)]
                      [--retry \(file)] [--format <text|csv|json>]
      offcirc archive [--files \(folder)] [--ledger \(file)] [--uploaded]
                      [--report \(name(.fileOrFolder))] ... [--kit \(folder)]
                      [--trust-clock] [--damaged]
                      [--clock-offset \(offset)]
      offcirc archive --restore [\(name(.name))] [--files \(folder)]
      offcirc account \(name(.deskFile)) ... --output \(file)
                      [--decisions \(file)] [--report \(name(.report))] ...
                      [--to-do \(file)] [--ledger \(file)]
                      [--clock-offset \(offset)]
      offcirc purge   --older-than \(name(.age)) [--yes] [--trust-clock]
                      [--clock-offset \(offset)]
                      [--files \(folder)]
      offcirc redate  \(file) --output \(file)
                      [--lines \(name(.lines))]
                      (--first \(moment) | --by \(name(.shift)))
      offcirc convert \(file) ... --to \(name(.name)) --output \(name(.fileOrFolder))
                      [--from <alma|koha|evergreen|sierra|destiny|pmb>]
                      [--zone \(name(.zone))] [--date \(moment)]
                      [--due \(name(.noneOrMoment))]
                      [--stat \(number)] [--accept-losses]
                      [--ledger \(file)] [--again]
                      [--clock-offset \(offset)]
      offcirc catalogue [status | verify | rebuild] [--catalogue \(file)]
      offcirc catalogue import \(file) ... [--preview]
                      [--kind <items|borrowers|loans|blocks|sets>]
                      [--catalogue \(file)]
      offcirc catalogue find \(name(.words)) ... | item \(number) | borrower \(number)
      offcirc catalogue erase [--borrowers] [--catalogue \(file)]
      offcirc handout \(name(.name)) [--format <table|csv|json>]
      offcirc papers  \(name(.paper)) (--class \(name(.name)) | --borrower \(number))
                      --output \(name(.paperFile))
                      [--labels <3x8>] [--skip <n>] [--catalogue \(file)]
      offcirc share   [status] [--share \(name(.address))]
                      [--format <text|csv|json>]
      offcirc share init [--share \(name(.address))]
      offcirc share fetch --output \(folder) [--share \(name(.address))]
      offcirc share purge --older-than \(name(.age)) [--yes]
                      [--share \(name(.address))]
      """
  }
}
