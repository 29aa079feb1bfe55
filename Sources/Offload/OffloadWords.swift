/// All words of the offload in one language.
package protocol OffloadWords:
  ArchiveWords, CheckWords, FixWords, ForeignWords, KitWords, KohaWords,
  LedgerWords, MergeWords,
  PMBWords, RehearsalWords, RemainsWords, StatusWords, WorklistWords
{}
