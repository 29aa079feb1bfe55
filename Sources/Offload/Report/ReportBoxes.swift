/// Box-drawing characters of DOS code pages that were decoded as Windows-1252.
enum ReportBoxes {
  private static let bars: Set<Character> = ["³", "º"]
  private static let lines: Set<Character> = ["Ä", "Í"]
  private static let corners = Set("ÚÂ¿ÃÅ´ÀÁÙÉË»ÌÎ¹ÈÊ¼ÕÑ¸ÆØµÔÏ¾ÖÒ·ÇÐ×¶Ó½")

  /// Returns a line with such bars and rules replaced by real ones.
  static func redrawn(_ line: Substring) -> Substring {
    guard line.utf8.contains(where: { $0 >= 0x80 }) else { return line }
    let text = line.drop { $0.isWhitespace }
    let last = text.last { !$0.isWhitespace }
    guard let first = text.first, let last else { return line }
    if bars.contains(first), last == first {
      return text.replacing(String(first), with: "│")
    }
    let isRule =
      corners.contains(first) && text.contains(where: lines.contains)
      && text.allSatisfy {
        lines.contains($0) || corners.contains($0) || bars.contains($0)
          || $0.isWhitespace
      }
    return isRule ? "─" : line
  }
}
