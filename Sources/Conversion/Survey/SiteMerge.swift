internal import Model

/// Joins what several parts of one export say of the site: authors and terms repeat in each.
enum SiteMerge {
  /// The first header's facts, completed by the others', with every author and term once.
  static func merged(_ sites: [Site]) -> Site {
    guard var merged = sites.first else { return Site() }
    for site in sites.dropFirst() {
      complete(&merged.title, with: site.title)
      complete(&merged.link, with: site.link)
      complete(&merged.description, with: site.description)
      complete(&merged.language, with: site.language)
      complete(&merged.publicationDate, with: site.publicationDate)
      complete(&merged.generator, with: site.generator)
      complete(&merged.createdComment, with: site.createdComment)
      complete(&merged.wxrVersion, with: site.wxrVersion)
      complete(&merged.baseSiteURL, with: site.baseSiteURL)
      complete(&merged.baseBlogURL, with: site.baseBlogURL)
      merged.image = merged.image ?? site.image
      if merged.menus.isEmpty { merged.menus = site.menus }
      merged.provenance = merged.provenance ?? site.provenance
      merged.authors += site.authors
      merged.terms += site.terms
      for element in site.unknown where !merged.unknown.contains(element) { merged.unknown.append(element) }
      merged.findings += site.findings
    }
    var logins: Set<String> = []
    merged.authors = merged.authors.filter { logins.insert("\($0.id ?? "") \($0.login)").inserted }
    var terms: Set<[String]> = []
    merged.terms = merged.terms.filter {
      terms.insert([$0.taxonomy, $0.slug, $0.name, $0.parent, $0.description]).inserted
    }
    return merged
  }

  private static func complete(_ field: inout String?, with other: String?) {
    if (field ?? "").isEmpty { field = other ?? field }
  }
}
