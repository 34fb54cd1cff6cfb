internal import Bytes
internal import Model
internal import WARC

/// Learns from the links of the posts under which words a site had its lists: `/thema/feste/` instead of
/// `/category/feste/`.
struct ArchiveBaseReader {
  private let plan: RunPlan
  private let host: [UInt8]
  private let basePath: String
  /// The terms and authors that a link's last part may name.
  private var keys: [String: [(taxonomy: String, path: String)]] = [:]
  private var votes: [String: [String: Int]] = [:]

  /// So much of each export is looked at: enough of any site's posts.
  private static let sampleLength = 16 << 20

  init(_ plan: RunPlan, map: SiteMap, site: Site, addresses: SiteAddresses) {
    self.plan = plan
    let parts = addresses.home.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    host = parts.count > 2 ? Array(parts[2].utf8) : []
    basePath = parts.dropFirst(3).joined(separator: "/")
    for key in map.terms {
      guard case .term(let taxonomy, let slug) = key else { continue }
      keys[slug, default: []].append((taxonomy, map.path(of: key)))
    }
    for author in site.authors {
      let name = SiteMap.nicename(author.login)
      keys[name, default: []].append((Self.author, name))
    }
  }

  private static let author = "author"

  /// The bases that most links show; WordPress's own where none does.
  mutating func bases() throws(FileError) -> ArchiveBases {
    for document in plan.documents where document.kind == .export { try look(into: document) }
    var bases = ArchiveBases()
    for (taxonomy, found) in votes {
      let best = found.max { ($0.value, $1.key) < ($1.value, $0.key) }
      guard let best else { continue }
      if taxonomy == Self.author {
        bases.author = best.key
      } else {
        bases.setBase(of: taxonomy, to: best.key)
      }
    }
    return bases
  }

  private mutating func look(into document: SourceDocument) throws(FileError) {
    guard !host.isEmpty else { return }
    let file = try File.open(document.path)
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    for start in stride(from: 0, to: min(document.size, Self.sampleLength), by: chunk.count) {
      let count = try file.fill(&chunk, from: start)
      var position = 0
      while let hit = chunk.span.firstIndex(of: "://", from: position), hit < count {
        position = hit + 3
        guard chunk[position...].starts(with: host), position + host.count < count else { continue }
        let path = chunk[(position + host.count)..<count].prefix { !Self.ends($0) }.prefix(200)
        if path.count > 2, namesList(path) { vote(for: String(decoding: path, as: UTF8.self)) }
      }
    }
  }

  /// Whether a byte cannot belong to the path of a link.
  private static func ends(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "\\"):
      true
    default: byte <= 0x20
    }
  }

  /// Whether the last part of a path is that of a term or an author, as few are.
  private func namesList(_ path: ArraySlice<UInt8>) -> Bool {
    let slash = UInt8(ascii: "/")
    guard let last = path.lastIndex(where: { $0 != slash }) else { return false }
    let start = path[...last].lastIndex(of: slash).map { $0 + 1 } ?? path.startIndex
    return keys[String(decoding: path[start...last], as: UTF8.self)] != nil
  }

  private mutating func vote(for path: String) {
    var path = path.split(separator: "/").joined(separator: "/")
    if !basePath.isEmpty {
      guard path.hasPrefix(basePath) else { return }
      path = String(path.dropFirst(basePath.count))
    }
    guard let slug = path.split(separator: "/").last, let named = keys[String(slug)],
      let addresses = plan.addresses, plan.firstItem(at: "\(addresses.home)\(path)/") == nil
    else { return }
    for key in named where path.hasSuffix("/" + key.path) {
      let base = String(path.dropLast(key.path.count + 1))
      let parts = base.split(separator: "/")
      let isDate = parts.contains { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
      guard !isDate, (1...3).contains(parts.count), parts[0] != "wp-content" else { continue }
      votes[key.taxonomy, default: [:]][base, default: 0] += 1
    }
  }
}
