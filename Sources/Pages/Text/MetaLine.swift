/// Tells a theme's own lines about a post (date, author, categories, comments, sharing) from the post's text.
enum MetaLine {
  /// How many characters a headline may have.
  static let longestHeadline = 200

  /// Whether the line is a theme's own and no part of a post.
  static func isMeta(_ line: String) -> Bool {
    guard line.utf8.count <= 800, line.isAtMost(400) else { return false }
    let bytes = Array(line.utf8)
    var folded = bytes
    FoldedCase.fold(&folded)
    return date(of: bytes, folded) != nil || starts.begins(folded)
      || wholes.contains(trimmingMarks(folded[...])) || isCommentCount(folded)
  }

  /// The date, where the line is little else than a date.
  static func date(of line: String) -> PrintedDate? {
    guard line.utf8.count <= 240, line.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return nil
    }
    let bytes = Array(line.utf8)
    var folded = bytes
    FoldedCase.fold(&folded)
    return date(of: bytes, folded)
  }

  private static func date(of line: [UInt8], _ folded: [UInt8]) -> PrintedDate? {
    guard line.count <= 240, line.count(where: { $0 & 0xC0 != 0x80 }) <= 120,
      let (date, range) = DateScanner(line, folded: folded).first()
    else { return nil }
    let words = words(in: folded[..<range.lowerBound]) + words(in: folded[range.upperBound...])
    guard let unknown = words.firstIndex(where: { !dateWords.contains($0) }) else { return date }
    // "24. Mai 2016 von Jana Muster": a name of a few words may follow.
    let isByline = unknown > 0 && byWords.contains(words[unknown - 1])
    return isByline && words.count <= 12 ? date : nil
  }

  /// The runs of letters, `@` among them.
  private static func words(in text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var index = text.startIndex
    var start: Int?
    while index < text.endIndex {
      let (value, next) = text.character(at: index)
      let isPart = Letters.isLetter(value) || value == 0x40
      if isPart, start == nil { start = index }
      if !isPart, let begin = start {
        words.append(text[begin..<index])
        start = nil
      }
      index = next
    }
    if let start { words.append(text[start...]) }
    return words
  }

  /// Whether the line only counts a gallery's pictures, as Twenty Ten to Twelve print it.
  static func isGalleryCount(_ line: String) -> Bool {
    guard line.utf8.count < 150, line.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return false
    }
    return galleryCounts.begins(FoldedCase.bytes(of: line))
  }

  /// Whether the line is a template's file name that a theme prints, such as `archive.php`.
  static func isTemplateName(_ line: String) -> Bool {
    guard line.hasSuffix(".php") else { return false }
    return line.dropLast(4).allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }

  /// Whether the line may be a headline: short, and no sentence of a text.
  static func isHeadline(_ line: String) -> Bool {
    guard line.isAtMost(longestHeadline) else { return false }
    let isSentence = (line.hasSuffix(".") || line.hasSuffix("…")) && !line.isAtMost(80)
    return !isSentence
  }

  /// The number of comments that a text such as `3 Kommentare` or `Keine Kommentare` gives.
  static func commentCount(_ text: String) -> Int? {
    let folded = FoldedCase.bytes(of: text)
    guard commentWords.stands(in: folded) else { return Int(text.trimmed) }
    if let first = folded.firstIndex(where: { (0x30...0x39).contains($0) }) {
      let digits = folded[first...].prefix { (0x30...0x39).contains($0) || $0 == 0x2E }.filter { $0 != 0x2E }
      return Int(String(decoding: digits, as: UTF8.self))
    }
    if noComments.stands(in: folded) { return 0 }
    return oneComment.stands(in: folded) ? 1 : nil
  }

  private static func isCommentCount(_ folded: [UInt8]) -> Bool {
    guard folded.count <= 120, commentWords.stands(in: folded) else { return false }
    let words = String(decoding: folded, as: UTF8.self)
      .split { $0.isWhitespace || $0 == "»" || $0 == "|" || $0 == "→" }
    guard (1...3).contains(words.count), let last = words.last(where: { $0.first?.isLetter == true }) else {
      return false
    }
    return ["kommentar", "kommentare", "comment", "comments"].contains(String(last.trimmingMarks))
  }

  /// The text without marks and blanks around its words.
  private static func trimmingMarks(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text
    while !rest.isEmpty {
      let (value, next) = rest.character(at: rest.startIndex)
      if Letters.isLetterOrNumber(value) { break }
      rest = rest[next...]
    }
    while let (value, start) = rest.character(before: rest.endIndex), !Letters.isLetterOrNumber(value) {
      rest = rest[..<start]
    }
    return rest
  }

  private static let byWords = PhraseTable(["von", "by", "durch", "autor", "author", "in"])
  private static let galleryCounts = PhraseTable(["diese galerie enthält", "this gallery contains"])
  private static let commentWords = PhraseTable([
    "komment", "comment", "antwort", "repl", "reaktion", "response",
  ])
  private static let noComments = PhraseTable([
    "kein", "no comment", "schreib", "leave a", "hinterlass", "noch keine",
  ])
  private static let oneComment = PhraseTable(["ein kommentar", "one comment"])
  private static let starts = PhraseTable([
    "kategorie:", "kategorien:", "kategorisiert", "category:", "categories:", "tags:", "tag:", "schlagwort:",
    "schlagwörter:", "schlagworte:", "stichworte:", "stichwörter:", "abgelegt unter", "filed under",
    "posted in", "veröffentlicht in", "veröffentlicht unter", "veröffentlicht am", "veröffentlicht von",
    "geschrieben von", "geschrieben am", "posted on", "posted by", "published by", "erstellt am",
    "verschlagwortet mit", "tagged with", "getaggt mit", "teilen mit", "share this", "teilen:",
    "gefällt mir:", "like this:", "wird geladen", "autor:", "author:", "diesen beitrag teilen",
    "dieser eintrag wurde", "dieser beitrag wurde", "this entry was posted", "trackback", "permalink",
  ])
  private static let wholes = PhraseTable([
    "bearbeiten", "edit", "beitrag bearbeiten", "drucken", "print", "twitter", "facebook", "e-mail", "teilen",
    "share", "kommentieren", "antworten", "reply", "kommentar hinterlassen", "schreibe einen kommentar",
    "leave a comment", "leave a reply", "permalink", "tweet", "pinterest", "whatsapp", "nach oben",
    "uncategorized",
  ])
  private static let dateWords = PhraseTable([
    "am", "um", "uhr", "on", "at", "posted", "published", "veröffentlicht", "erstellt", "geschrieben",
    "datum", "date", "vom", "der", "den", "the", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
    "samstag", "sonnabend", "sonntag", "mo", "di", "mi", "do", "fr", "sa", "so", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    "von", "by", "admin", "autor", "stand", "aktualisiert", "updated", "eingestellt", "beitrag", "post",
    "permalink",
  ])
}

extension StringProtocol {
  /// The text without marks and blanks around its words.
  var trimmingMarks: String {
    let start = drop { !$0.isLetter && !$0.isNumber }
    guard let last = start.lastIndex(where: { $0.isLetter || $0.isNumber }) else { return "" }
    return String(start[...last])
  }
}
