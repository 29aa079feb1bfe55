/// Every word that the offload says or writes, in one language.
package protocol OffloadWords:
  CheckWords, MergeWords, LedgerWords, KitWords, WorklistWords, ArchiveWords,
  RemainsWords, ForeignWords
{}
