/// A form that redirects are written in, line by line: a site of any size needs no table in memory.
public enum RedirectForm: String, Sendable, CaseIterable {
  /// Comma-separated values (RFC 4180, line feeds at line ends): `from,to`.
  case csv
  /// A map for nginx, to be included inside of `http`.
  case nginx
  /// Rules for Apache's `.htaccess`, with mod_rewrite.
  case apache
  /// Lines for the file `_redirects` of Netlify and Cloudflare Pages.
  case netlify

  /// What a file of this form is usually called.
  public var fileName: String {
    switch self {
    case .csv: "redirects.csv"
    case .nginx: "redirects.nginx.conf"
    case .apache: "redirects.htaccess"
    case .netlify: "_redirects"
    }
  }

  /// What stands before the first line.
  public var head: String {
    switch self {
    case .csv: "from,to\n"
    case .nginx:
      """
      # In server: if ($nachlass_redirect) { return 301 $nachlass_redirect; }
      map_hash_bucket_size 512;
      map $request_uri $nachlass_redirect {
        default "";

      """
    case .apache: "RewriteEngine On\n"
    case .netlify: ""
    }
  }

  /// What stands behind the last line.
  public var tail: String { self == .nginx ? "}\n" : "" }

  /// The line, or lines, of one redirect.
  public func line(_ redirect: Redirect) -> String {
    switch self {
    case .csv: "\(Self.field(redirect.from)),\(Self.field(redirect.to))\n"
    case .nginx: Self.slashForms(redirect).map { "  \"\($0)\" \"\(redirect.to)\";\n" }.joined()
    case .apache: Self.rewriteRule(redirect)
    case .netlify:
      "\(redirect.fromPath)\(redirect.fromQuery.map { " " + $0.split(separator: "&").joined(separator: " ") } ?? "")"
        + " \(redirect.to) 301\n"
    }
  }

  private static func rewriteRule(_ redirect: Redirect) -> String {
    let query = redirect.fromQuery.map { escaped($0) } ?? ""
    // Apache compares with the decoded path, without the slash it begins with.
    let path = PercentEncoding.decode(String(redirect.fromPath.dropFirst()))
    let stem = path.hasSuffix("/") ? String(path.dropLast()) : path
    let pattern = stem.isEmpty ? "^$" : "^\(escaped(stem))/?$"
    let target = redirect.to.replacing([("%", "\\%")])
    return
      "RewriteCond %{QUERY_STRING} ^\(query)$\nRewriteRule \"\(pattern)\" \"\(target)\" [R=301,L,NE,QSD]\n"
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
