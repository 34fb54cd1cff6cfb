internal import Bytes
internal import Model
private import XML

/// What every item's outputs need to know of the site.
struct SiteFacts: Sendable {
  let name: String
  let address: String
  let language: String
  /// The addresses below which the site lay.
  let homes: [String]
  private let authorNames: [String: String]

  init(_ site: Site) {
    name = site.title ?? ""
    address = site.baseBlogURL ?? site.link ?? site.baseSiteURL ?? ""
    language = site.language ?? ""
    homes = [site.baseBlogURL, site.link, site.baseSiteURL].compactMap(\.self).filter { !$0.isEmpty }
    let names = site.authors.map { ($0.login, NamedCharacters.decodingReferences($0.name)) }
    authorNames = Dictionary(names) { first, _ in first }
  }

  /// The name to show for a creator as items write it.
  ///
  /// WordPress keeps display names as HTML; a name to show has its references decoded.
  func authorName(_ creator: String?) -> String? {
    guard let creator, !creator.isEmpty else { return nil }
    return authorNames[creator] ?? NamedCharacters.decodingReferences(creator)
  }

  /// When the export was made: its channel's date, else its leading comment's.
  static func exportDate(of site: Site) -> UTCTime? {
    if let date = site.publicationDate.flatMap({ UTCTime(mailDate: $0) }) { return date }
    guard let created = site.createdComment else { return nil }
    return UTCTime(created) ?? UTCTime(created + ":00")
  }
}
