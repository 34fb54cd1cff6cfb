internal import Bytes
internal import Model
internal import Pages
internal import WARC

/// Where the web archive holds the run's documents, each byte for byte.
///
/// A saved page stands at its own address; of several at the same address and time only the first. An export, and
/// whatever else gave items, stands at an address that no server ever had.
struct ArchivedDocuments: Sendable {
  /// A document's place in the archive.
  struct Place: Sendable {
    let uri: TargetURI
    let date: UTCTime
  }

  private var saved: [Int: Place] = [:]
  private var unsaved: [Int: Place] = [:]
  private var savedPlaces: [String: Place] = [:]

  init(_ documents: [SourceDocument], rescue: PageRescue, captureDate: UTCTime) {
    var captures: Set<String> = []
    for page in rescue.pages where documents[page.document].kind == .page {
      let date = page.captured ?? captureDate
      guard let uri = page.address.flatMap({ TargetURI(encoding: $0) }),
        captures.insert("\(date) \(uri.text)").inserted
      else { continue }
      let place = Place(uri: uri, date: date)
      saved[page.document] = place
      if let key = SURT.key(of: uri.text), savedPlaces[key] == nil { savedPlaces[key] = place }
    }
    for document in documents where document.kind == .export || rescue.sources.contains(document.index) {
      guard saved[document.index] == nil, let uri = document.uri else { continue }
      unsaved[document.index] = Place(uri: uri, date: captureDate)
    }
  }

  /// Where a saved page stands as it was; nil for other documents.
  func savedPage(_ document: Int) -> Place? { saved[document] }

  /// Where a document stands; nil for one that gave nothing.
  func place(of document: Int) -> Place? { saved[document] ?? unsaved[document] }

  /// Whether a page was saved at an address, so that none need be made anew.
  func hasPage(at uri: TargetURI) -> Bool {
    savedPage(at: uri) != nil
  }

  /// The page that was saved at an address first.
  func savedPage(at uri: TargetURI) -> Place? {
    savedPlaces.isEmpty ? nil : SURT.key(of: uri.text).flatMap { savedPlaces[$0] }
  }
}

extension InputKind {
  /// The media type of a document that the archive holds as it is.
  var mediaType: MediaType {
    switch self {
    case .export: .xml
    case .page: .html
    case .text: .plainText
    case .mhtml: MediaType("multipart/related") ?? .octets
    case .webArchive: MediaType("application/warc") ?? .octets
    default: .octets
    }
  }
}
