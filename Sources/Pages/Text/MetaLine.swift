/// Tells a theme's own lines about a post (date, author, categories, comments, sharing) from the post's text.
enum MetaLine {
  /// How many characters a headline may have.
  static let longestHeadline = 200

  /// Whether the line is a theme's own and no part of a post.
  static func isMeta(_ line: String) -> Bool {
    guard line.utf8.count <= 800, line.count <= 400 else { return false }
    let lower = line.lowercased()
    if date(of: line) != nil { return true }
    if starts.contains(where: { lower.hasPrefix($0) }) { return true }
    return wholes.contains(lower.trimmingMarks) || isCommentCount(lower)
  }

  /// The date, where the line is little else than a date.
  static func date(of line: String) -> PrintedDate? {
    guard line.utf8.count <= 240, line.utf8.contains(where: { (0x30...0x39).contains($0) }),
      line.count <= 120,
      let (date, range) = DateScanner(line).first()
    else { return nil }
    let rest = line[..<range.lowerBound] + " " + line[range.upperBound...]
    let words = rest.lowercased().split { !$0.isLetter && $0 != "@" }
    guard let unknown = words.firstIndex(where: { !dateWords.contains(String($0)) }) else { return date }
    // "24. Mai 2016 von Jana Muster": a name of a few words may follow.
    let isByline =
      unknown > 0 && ["von", "by", "durch", "autor", "author", "in"].contains(words[unknown - 1])
    return isByline && words.count <= 12 ? date : nil
  }

  /// Whether the line only counts a gallery's pictures, as Twenty Ten to Twelve print it.
  static func isGalleryCount(_ line: String) -> Bool {
    guard line.utf8.count < 150, line.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return false
    }
    let lower = line.lowercased()
    return lower.hasPrefix("diese galerie enthält") || lower.hasPrefix("this gallery contains")
  }

  /// Whether the line is a template's file name that a theme prints, such as `archive.php`.
  static func isTemplateName(_ line: String) -> Bool {
    guard line.hasSuffix(".php") else { return false }
    return line.dropLast(4).allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }

  /// Whether the line may be a headline: short, and no sentence of a text.
  static func isHeadline(_ line: String) -> Bool {
    guard line.count <= longestHeadline else { return false }
    let isSentence = line.count > 80 && (line.last == "." || line.last == "…")
    return !isSentence
  }

  /// The number of comments that a text such as `3 Kommentare` or `Keine Kommentare` gives.
  static func commentCount(_ text: String) -> Int? {
    let lower = text.lowercased()
    guard ["komment", "comment", "antwort", "repl", "reaktion", "response"].contains(where: lower.contains)
    else {
      return Int(text.trimmed)
    }
    if let first = lower.firstIndex(where: \.isNumber) {
      return Int(lower[first...].prefix { $0.isNumber || $0 == "." }.filter(\.isNumber))
    }
    if ["kein", "no comment", "schreib", "leave a", "hinterlass", "noch keine"].contains(
      where: lower.contains)
    {
      return 0
    }
    return lower.contains("ein kommentar") || lower.contains("one comment") ? 1 : nil
  }

  private static func isCommentCount(_ lower: String) -> Bool {
    let words = lower.split { $0.isWhitespace || $0 == "»" || $0 == "|" || $0 == "→" }
    guard (1...3).contains(words.count), let last = words.last(where: { $0.first?.isLetter == true }) else {
      return false
    }
    return ["kommentar", "kommentare", "comment", "comments"].contains(String(last.trimmingMarks))
  }

  private static let starts = [
    "kategorie:", "kategorien:", "kategorisiert", "category:", "categories:", "tags:", "tag:", "schlagwort:",
    "schlagwörter:", "schlagworte:", "stichworte:", "stichwörter:", "abgelegt unter", "filed under",
    "posted in",
    "veröffentlicht in", "veröffentlicht unter", "veröffentlicht am", "veröffentlicht von", "geschrieben von",
    "geschrieben am", "posted on", "posted by", "published by", "erstellt am", "verschlagwortet mit",
    "tagged with",
    "getaggt mit", "teilen mit", "share this", "teilen:", "gefällt mir:", "like this:", "wird geladen",
    "autor:",
    "author:", "diesen beitrag teilen", "dieser eintrag wurde", "dieser beitrag wurde",
    "this entry was posted",
    "trackback", "permalink",
  ]
  private static let wholes: Set<String> = [
    "bearbeiten", "edit", "beitrag bearbeiten", "drucken", "print", "twitter", "facebook", "e-mail", "teilen",
    "share", "kommentieren", "antworten", "reply", "kommentar hinterlassen", "schreibe einen kommentar",
    "leave a comment", "leave a reply", "permalink", "tweet", "pinterest", "whatsapp", "nach oben",
    "uncategorized",
  ]
  private static let dateWords: Set<String> = [
    "am", "um", "uhr", "on", "at", "posted", "published", "veröffentlicht", "erstellt", "geschrieben",
    "datum",
    "date", "vom", "der", "den", "the", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag",
    "sonnabend", "sonntag", "mo", "di", "mi", "do", "fr", "sa", "so", "monday", "tuesday", "wednesday",
    "thursday",
    "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "von", "by", "admin",
    "autor",
    "stand", "aktualisiert", "updated", "eingestellt", "beitrag", "post", "permalink",
  ]
}

extension StringProtocol {
  /// The text without marks and blanks around its words.
  var trimmingMarks: String {
    let start = drop { !$0.isLetter && !$0.isNumber }
    guard let last = start.lastIndex(where: { $0.isLetter || $0.isNumber }) else { return "" }
    return String(start[...last])
  }
}
