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

  /// Appends the line, or lines, of one redirect.
  public func append(_ redirect: Redirect, to output: inout [UInt8]) {
    switch self {
    case .csv:
      Self.appendField(redirect.from, to: &output)
      output.append(UInt8(ascii: ","))
      Self.appendField(redirect.to, to: &output)
      output.append(UInt8(ascii: "\n"))
    case .nginx: Self.appendMapLines(redirect, to: &output)
    case .apache: Self.appendRewriteRule(redirect, to: &output)
    case .netlify:
      output.append(contentsOf: redirect.fromPath)
      if let query = redirect.fromQuery {
        output.append(UInt8(ascii: " "))
        output.append(contentsOf: query.split(separator: UInt8(ascii: "&")).joined(separator: " ".utf8))
      }
      output.append(UInt8(ascii: " "))
      output.append(contentsOf: redirect.to.utf8)
      output.append(contentsOf: " 301\n".utf8)
    }
  }

  private static func appendRewriteRule(_ redirect: Redirect, to output: inout [UInt8]) {
    output.append(contentsOf: "RewriteCond %{QUERY_STRING} ^".utf8)
    if let query = redirect.fromQuery { appendEscaped(query, to: &output) }
    output.append(contentsOf: "$\nRewriteRule \"".utf8)
    // Apache compares with the decoded path, without the slash it begins with.
    var stem = Array(PercentEncoding.decode(String(redirect.fromPath.dropFirst()) ?? "").utf8)
    if stem.last == UInt8(ascii: "/") { stem.removeLast() }
    output.append(UInt8(ascii: "^"))
    if !stem.isEmpty {
      appendEscaped(stem, to: &output)
      output.append(contentsOf: "/?".utf8)
    }
    output.append(contentsOf: "$\" \"".utf8)
    for byte in redirect.to.utf8 {
      if byte == UInt8(ascii: "%") { output.append(UInt8(ascii: "\\")) }
      output.append(byte)
    }
    output.append(contentsOf: "\" [R=301,L,NE,QSD]\n".utf8)
  }

  /// The address with and without a slash at its end; with a query, or a name that looks like a file's, as it is.
  private static func appendMapLines(_ redirect: Redirect, to output: inout [UInt8]) {
    func appendLine(_ from: some Collection<UInt8>, slash: Bool = false) {
      output.append(contentsOf: "  \"".utf8)
      output.append(contentsOf: from)
      output.append(contentsOf: slash ? "/\" \"".utf8 : "\" \"".utf8)
      output.append(contentsOf: redirect.to.utf8)
      output.append(contentsOf: "\";\n".utf8)
    }
    let from = redirect.from.utf8
    appendLine(from)
    guard redirect.fromQuery == nil, from.count > 1 else { return }
    if from.last == UInt8(ascii: "/") {
      appendLine(from.dropLast())
    } else if !from.contains(UInt8(ascii: ".")) {
      appendLine(from, slash: true)
    }
  }

  private static func appendField(_ text: String, to output: inout [UInt8]) {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A })
    else { return output.append(contentsOf: text.utf8) }
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Appends `text` with what regular expressions take for themselves escaped.
  private static func appendEscaped(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "\\"), UInt8(ascii: "\""):
        output.append(UInt8(ascii: "\\"))
      default: break
      }
      output.append(byte)
    }
  }
}
