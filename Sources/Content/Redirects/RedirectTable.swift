/// The redirects of a site, written for web servers; sorted, so that the same site gives the same bytes.
public struct RedirectTable: Sendable, Hashable {
  /// The redirects, by old address; of several for one address the first that was given.
  public let redirects: [Redirect]

  /// Makes a table; a redirect of an address to itself is left out.
  public init(_ redirects: some Sequence<Redirect>) {
    var byAddress: [String: Redirect] = [:]
    for redirect in redirects where redirect.from != redirect.to && byAddress[redirect.from] == nil {
      byAddress[redirect.from] = redirect
    }
    self.redirects = byAddress.values.sorted { $0.from.utf8.lexicographicallyPrecedes($1.from.utf8) }
  }

  /// The table in a form that people or a server read.
  public func text(_ form: RedirectForm) -> [UInt8] {
    Array((form.head + redirects.map(form.line).joined() + form.tail).utf8)
  }

  /// Comma-separated values (RFC 4180, line feeds at line ends): `from,to`.
  public func csv() -> [UInt8] { text(.csv) }

  /// A map for nginx, to be included inside of `http`, with the lines to be put into `server` in a comment.
  public func nginx() -> [UInt8] { text(.nginx) }

  /// Rules for Apache's `.htaccess`, with mod_rewrite.
  public func apache() -> [UInt8] { text(.apache) }

  /// Lines for the file `_redirects` of Netlify and Cloudflare Pages.
  public func netlify() -> [UInt8] { text(.netlify) }
}
