public import Bytes
public import Model

/// Writes what the exports say of the site itself: its names and addresses, authors and terms.
public enum SiteObject {
  /// Appends the site as one JSON object and a line end to `json`.
  public static func write(_ site: Site, to json: inout JSONText) {
    json.object { json in
      json.member("name", site.title)
      json.member("description", site.description)
      json.member("url", site.link)
      json.member("base_site_url", site.baseSiteURL)
      json.member("base_blog_url", site.baseBlogURL)
      json.member("language", site.language)
      json.member("publication_date", site.publicationDate)
      json.member("created", site.createdComment)
      json.member("generator", site.generator)
      json.member("wxr_version", site.wxrVersion)
      if let image = site.image {
        json.key("image")
        json.object { json in
          json.member("url", image.url)
          json.member("title", image.title)
          json.member("link", image.link)
        }
      }
      json.member("authors", of: site.authors) { write($1, to: &$0) }
      json.member("terms", of: site.terms) { write($1, to: &$0) }
      if !site.menus.isEmpty { json.member("menus", of: site.menus) { write($1, to: &$0) } }
      json.unknownElements(site.unknown)
      if let provenance = site.provenance {
        json.key("source")
        json.provenance(provenance)
      }
      json.member("findings", of: site.findings) { $0.finding($1) }
    }
    json.endLine()
  }

  private static func write(_ author: Author, to json: inout JSONText) {
    json.object { json in
      json.member("id", number: author.id)
      json.member("slug", author.login)
      json.member("name", author.displayName)
      json.member("first_name", author.firstName)
      json.member("last_name", author.lastName)
      json.member("email", author.email)
      json.unknownElements(author.unknown)
    }
  }

  private static func write(_ menu: SiteMenu, to json: inout JSONText) {
    json.object { json in
      json.member("name", menu.name)
      json.member("entries", of: menu.entries) { json, entry in
        json.object { json in
          json.member("title", entry.title)
          json.member("url", entry.address)
          json.member("depth", number: String(entry.depth))
        }
      }
    }
  }

  private static func write(_ term: Term, to json: inout JSONText) {
    json.object { json in
      json.member("id", number: term.id)
      json.member("taxonomy", term.taxonomy)
      json.member("slug", term.slug)
      json.member("parent", term.parent)
      json.member("name", term.rawName)
      if term.name != term.rawName { json.member("name_text", term.name) }
      json.member("description", term.description)
      json.member("meta", of: term.meta) { $0.metaEntry($1) }
      json.unknownElements(term.unknown)
    }
  }
}
