internal import Bytes
internal import Content
internal import Markdown
internal import Model
internal import Reconstruction
internal import WARC

/// Everything that the second pass knows before it begins; the same for all its workers.
struct RunPlan: Sendable {
  let options: ConversionOptions
  let documents: [SourceDocument]
  let sections: [Section]
  /// Reads of the sources that cannot throw where they happen.
  let reads: SourceReads
  let catalogue: Catalogue
  let boundaryFindings: [Int: [Finding]]
  /// The published posts in the order of their dates.
  let timeline: PostTimeline
  /// Where the site had its lists of posts; nil where its address is not known, or no archive is written.
  var map: SiteMap?
  /// What stands around the content of every page of the archive.
  var frame: PageFrame
  /// What the saved pages among the inputs gave.
  let rescue: PageRescue
  let site: SiteFacts
  /// Where the site answered beside its permalinks; nil where its address is not known.
  let addresses: SiteAddresses?
  /// Tells where links lead.
  let links: LinkResolver
  /// The copy of the site's uploads, where the user has one.
  let uploads: Uploads?
  /// When the export was made; what web archives take for the time of capture.
  let captureDate: UTCTime
  /// The date of the run: given, or the export's own.
  let runDate: UTCTime
  /// The addresses under which the archive holds the documents, by their numbers.
  let documentURIs: [TargetURI]
  /// Where the archive holds the documents.
  let archived: ArchivedDocuments
  /// The codes that records of the archive share; nil where no archive is written.
  var codes: GzipCodes?
  /// What record identifiers derive from.
  let sourceDigest: Digest
  let layout: OutputLayout
  /// How Markdown is laid out.
  let preset: Preset
}

extension RunPlan {
  /// Whether a document is taken for a file of the site's uploads, though nobody named them.
  func isMirroredUpload(_ document: SourceDocument) -> Bool {
    options.uploads == nil && Uploads.mirroredPath(of: document) != nil
  }

  /// The bytes of an export's item, and where they stand in the source; nil where they cannot be read, which ends the run.
  func source(of entry: Catalogue.Entry) -> (bytes: [UInt8], provenance: Provenance)? {
    reads.item(entry.range, of: documents[sections[Int(entry.section)].document])
  }

  /// The first item that has a permalink; nil where the permalink has no path of its own.
  func firstItem(at link: String) -> Int? {
    guard let key = links.key(ofLink: link), !key.isEmpty else { return nil }
    return catalogue.index(ofAddress: AddressKey.permalink(key))
  }
}

extension RunPlan {
  /// Whether an item's permalink is that of an earlier one.
  func sharesAddress(_ link: String?, number: Int) -> Bool {
    guard let link, let first = firstItem(at: link) else { return false }
    return first != number
  }

  /// The address an item is replayed at: its permalink, or where another item has that already, its short link.
  func address(link: String?, id: String?, number: Int) -> String? {
    address(link: link, id: id, isTaken: sharesAddress(link, number: number))
  }

  /// The address an item is replayed at; `isTaken` tells that another item has its permalink.
  func address(link: String?, id: String?, isTaken: Bool) -> String? {
    if let link, !isTaken, link.hasPrefix("http") { return link }
    guard let id, let addresses else { return nil }
    return "\(addresses.home)?p=\(id)"
  }

  /// An address as pages of the archive name it: without scheme and host where it is the site's.
  func short(_ address: String) -> String { addresses?.short(address) ?? address }
}

/// Where each output stands, in a package or bare.
struct OutputLayout: Sendable {
  let markdown: String
  let json: String
  let warc: String
  let media: String
  let redirects: String
  let ledger: String

  /// The layout of a package, or of bare outputs: one form straight at the top, several in folders of their own.
  init(_ options: ConversionOptions, preset: Preset) {
    guard options.isBare else {
      markdown = "data/markdown/"
      json = "data/json/"
      warc = "data/warc/"
      media = preset.mediaURL == nil ? "data/media/" : markdown + preset.mediaFolder
      redirects = "data/redirects/"
      ledger = "data/ledger.jsonl"
      return
    }
    let isAlone = options.outputs.count == 1
    markdown = isAlone ? "" : "markdown/"
    json = isAlone ? "" : "json/"
    warc = isAlone ? "" : "warc/"
    media = preset.mediaURL == nil ? "media/" : markdown + preset.mediaFolder
    redirects = "redirects/"
    ledger = "ledger.jsonl"
  }

  var items: String { json + "items.jsonl" }
}

extension SourceDocument {
  /// The address under which a web archive holds the document: a name that no server ever had.
  var uri: TargetURI? {
    TargetURI("urn:uuid:\(NameBasedUUID(name: "sha256:\(sha256.hexadecimal)".utf8))")
  }
}
