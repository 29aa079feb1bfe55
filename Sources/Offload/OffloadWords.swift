import Exchange

/// All words of the offload in one language.
package protocol OffloadWords:
  AccountWords, ArchiveWords, CheckWords, ExchangeWords, FixWords, ForeignWords,
  KitWords,
  LedgerWords, MergeWords, PMBWords, RehearsalWords, RemainsWords,
  RollCallWords,
  StatusWords, SystemWords, WorklistWords
{}
