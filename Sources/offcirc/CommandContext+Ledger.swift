import Languages
import Offload
import Settings
import Sharing

extension CommandContext {
  /// The ledger, with that of all computers if the settings share.
  var ledger: Ledger {
    let own = Settings(environment: Environment.variables)
    let share = settings.station.share
    return Ledger(
      at: settings.station.ledger, defaultPath: own.station.ledger,
      common: share.isEmpty ? nil : SharedLedger(at: share))
  }

  /// Gets what other computers have listed; reports what can't be had, and goes
  /// on with what is known here.
  func exchangeLedger(_ tell: (String) -> Void = { printError($0) }) {
    let ledger = ledger
    do {
      let count = try ledger.exchange()
      if count > 0 { tell(words.notShared(count, ofLedger: ledger.path)) }
    } catch {
      tell(sentence(about: error))
      tell(words.withoutSharedLedger(ledger.path))
    }
  }
}

extension SharedLedger: CommonLedger {
  /// Holds the ledger against all others.
  ///
  /// - Throws: `LedgerError`; `ShareError`.
  package func hold() throws {
    do throws(ShareError) {
      try lock()
    } catch .refused(_, state: "42501") {
      throw LedgerError.notAdmitted
    } catch .refused(_, state: "55P03") {
      throw LedgerError.heldElsewhere
    }
  }
}
