/// All words of the offload in one language.
package protocol OffloadWords:
  CheckWords, MergeWords, LedgerWords, KitWords, WorklistWords, ArchiveWords,
  RemainsWords, ForeignWords
{}
