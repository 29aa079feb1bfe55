import Glibc

extension Terminal {
  /// Sets the encoding from the environment; nothing else of a locale is used.
  ///
  /// - Returns: true if it is UTF-8.
  @discardableResult
  nonisolated package static func setLocale() -> Bool {
    if setlocale(LC_CTYPE, "") == nil {
      // A locale that is not installed, as on a minimal system, still names the
      // terminal's encoding.
      let names = ["LC_ALL", "LC_CTYPE", "LANG"].map { (variable: String) in
        getenv(variable).map { String(cString: $0).uppercased() } ?? ""
      }
      let name = names.first { !$0.isEmpty } ?? ""
      if name.hasSuffix("UTF-8") || name.hasSuffix("UTF8") {
        setlocale(LC_CTYPE, "C.UTF-8")
      }
    }
    return String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8"
  }
}
