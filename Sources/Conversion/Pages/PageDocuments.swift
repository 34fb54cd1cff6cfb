internal import Bytes
internal import Pages

/// Tells which of the run's documents are saved pages, or web archives that may hold some.
enum PageDocuments {
  /// The pages among the documents, in order; what only belongs to a page (its frames, scripts, styles) is none.
  static func among(_ documents: [SourceDocument]) throws(ConversionError) -> [SourceDocument] {
    let originals = Set(documents.map(\.name).filter { $0.hasSuffix(".orig") }.map { $0.dropLast(5) })
    var pages: [SourceDocument] = []
    for document in documents where try isPage(document) {
      // wget keeps the page as it came beside the one whose links it rewrote.
      if !originals.contains(Substring(document.name)) { pages.append(document) }
    }
    return pages
  }

  private static func isPage(_ document: SourceDocument) throws(ConversionError) -> Bool {
    switch document.kind {
    case .mhtml, .webArchive: return true
    case .page: return !isPartOfPage(document.name)
    case .text:
      guard !isPartOfPage(document.name) else { return false }
      return try isListing(document)
    default: return false
    }
  }

  /// Text is a page only where it says so: by more-links, or by its template's name.
  private static func isListing(_ document: SourceDocument) throws(ConversionError) -> Bool {
    guard document.size <= longestText else { return false }
    let reading = SavedPage.read(try document.bytes(), source: PageSource(input: document.name))
    return reading.kind == .listing || reading.kindEvidence.contains { $0.source == "template-name" }
  }

  private static let longestText = 4 << 20

  /// Whether a file lies in a folder that a browser made for a page's parts, or is one by its ending.
  private static func isPartOfPage(_ name: String) -> Bool {
    let path = name.split(separator: "#").last ?? ""
    let parts = path.split(separator: "/")
    if parts.dropLast().contains(where: { part in partFolders.contains { part.hasSuffix($0) } }) {
      return true
    }
    let ending = parts.last?.split(separator: ".").last?.lowercased() ?? ""
    return ["js", "css", "json", "jsonl", "xml", "svg", "map", "cdxj", "cdx"].contains(ending)
  }

  private static let partFolders = ["_files", "-Dateien", "_Dateien", "-files", ".fld", "_fichiers"]
}
