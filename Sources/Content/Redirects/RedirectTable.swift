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

  /// Comma-separated values (RFC 4180, line feeds at line ends): `from,to`.
  public func csv() -> [UInt8] {
    var text = "from,to\n"
    for redirect in redirects { text += "\(Self.field(redirect.from)),\(Self.field(redirect.to))\n" }
    return Array(text.utf8)
  }

  /// A map for nginx, to be included inside of `http`, with the lines to be put into `server` in a comment.
  public func nginx() -> [UInt8] {
    var text = """
      # In server: if ($nachlass_redirect) { return 301 $nachlass_redirect; }
      map_hash_bucket_size 512;
      map $request_uri $nachlass_redirect {
        default "";

      """
    for redirect in redirects {
      for form in Self.slashForms(redirect) { text += "  \"\(form)\" \"\(redirect.to)\";\n" }
    }
    return Array((text + "}\n").utf8)
  }

  /// Rules for Apache's `.htaccess`, with mod_rewrite.
  public func apache() -> [UInt8] {
    var text = "RewriteEngine On\n"
    for redirect in redirects {
      let query = redirect.fromQuery.map { Self.escaped($0) } ?? ""
      text += "RewriteCond %{QUERY_STRING} ^\(query)$\n"
      // Apache compares with the decoded path, without the slash it begins with.
      let path = PercentEncoding.decode(String(redirect.fromPath.dropFirst()))
      let stem = path.hasSuffix("/") ? String(path.dropLast()) : path
      let pattern = stem.isEmpty ? "^$" : "^\(Self.escaped(stem))/?$"
      let target = redirect.to.replacing([("%", "\\%")])
      text += "RewriteRule \"\(pattern)\" \"\(target)\" [R=301,L,NE,QSD]\n"
    }
    return Array(text.utf8)
  }

  /// Lines for the file `_redirects` of Netlify and Cloudflare Pages.
  public func netlify() -> [UInt8] {
    var text = ""
    for redirect in redirects {
      let query = redirect.fromQuery.map { " " + $0.split(separator: "&").joined(separator: " ") } ?? ""
      text += "\(redirect.fromPath)\(query) \(redirect.to) 301\n"
    }
    return Array(text.utf8)
  }

  /// The address with and without a slash at its end; with a query, as it is.
  private static func slashForms(_ redirect: Redirect) -> [String] {
    let from = redirect.from
    guard redirect.fromQuery == nil, from.utf8.count > 1 else { return [from] }
    let other = from.hasSuffix("/") ? String(from.dropLast()) : from + "/"
    return from.utf8.contains(UInt8(ascii: ".")) && !from.hasSuffix("/") ? [from] : [from, other]
  }

  private static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A })
    else {
      return text
    }
    return "\"" + text.replacing([("\"", "\"\"")]) + "\""
  }

  /// `text` with what regular expressions take for themselves escaped.
  private static func escaped(_ text: String) -> String {
    var output: [UInt8] = []
    for byte in text.utf8 {
      if ".+*?()[]{}|^$\\\"".utf8.contains(byte) { output.append(UInt8(ascii: "\\")) }
      output.append(byte)
    }
    return String(decoding: output, as: UTF8.self)
  }
}
