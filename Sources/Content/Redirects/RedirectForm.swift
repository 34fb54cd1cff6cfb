internal import Bytes

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

  /// Appends the line, or lines, of one redirect to `text`.
  public func write(_ redirect: Redirect, to text: inout [UInt8]) {
    let from = redirect.from.utf8.span
    let target = redirect.to.utf8.span
    let path = from.extracting(..<redirect.pathLength)
    let hasQuery = path.count < from.count
    let query = from.extracting(droppingFirst: path.count + (hasQuery ? 1 : 0))
    switch self {
    case .csv:
      Self.writeField(from, to: &text)
      text.append(UInt8(ascii: ","))
      Self.writeField(target, to: &text)
      text.append(UInt8(ascii: "\n"))
    case .nginx: Self.writeMap(from, hasQuery: hasQuery, target, to: &text)
    case .apache: Self.writeRule(path, query, target, to: &text)
    case .netlify:
      text.append(copying: path)
      if hasQuery { Self.writeParameters(query, to: &text) }
      text.append(UInt8(ascii: " "))
      text.append(copying: target)
      text.append(contentsOf: " 301\n".utf8)
    }
  }

  // MARK: Apache

  private static func writeRule(
    _ path: Span<UInt8>, _ query: Span<UInt8>, _ target: Span<UInt8>, to text: inout [UInt8]
  ) {
    text.append(contentsOf: "RewriteCond %{QUERY_STRING} ^".utf8)
    writeEscaped(query, to: &text)
    text.append(contentsOf: "$\nRewriteRule \"^".utf8)
    // Apache compares with the decoded path, without the slash it begins with.
    let raw = path.extracting(droppingFirst: 1)
    if raw.firstIndex(of: UInt8(ascii: "%")) == nil {
      writePattern(raw, to: &text)
    } else {
      let decoded = PercentEncoding.decode(String(decoding: raw.copied, as: UTF8.self))
      writePattern(decoded.utf8.span, to: &text)
    }
    text.append(contentsOf: "$\" \"".utf8)
    for index in target.indices {
      if target[index] == UInt8(ascii: "%") { text.append(UInt8(ascii: "\\")) }
      text.append(target[index])
    }
    text.append(contentsOf: "\" [R=301,L,NE,QSD]\n".utf8)
  }

  /// Appends what matches a path with and without a slash at its end.
  private static func writePattern(_ path: Span<UInt8>, to text: inout [UInt8]) {
    let hasSlash = !path.isEmpty && path[path.count - 1] == UInt8(ascii: "/")
    let stem = path.extracting(droppingLast: hasSlash ? 1 : 0)
    guard !stem.isEmpty else { return }
    writeEscaped(stem, to: &text)
    text.append(contentsOf: "/?".utf8)
  }

  /// Appends `pattern` with what regular expressions take for themselves escaped.
  private static func writeEscaped(_ pattern: Span<UInt8>, to text: inout [UInt8]) {
    for index in pattern.indices {
      switch pattern[index] {
      case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "\\"), UInt8(ascii: "\""):
        text.append(UInt8(ascii: "\\"))
      default: break
      }
      text.append(pattern[index])
    }
  }

  // MARK: The others

  /// Appends the address with and without a slash at its end; with a query, as it is.
  private static func writeMap(
    _ from: Span<UInt8>, hasQuery: Bool, _ target: Span<UInt8>, to text: inout [UInt8]
  ) {
    writeMapLine(from, "", target, to: &text)
    guard !hasQuery, from.count > 1 else { return }
    if from[from.count - 1] == UInt8(ascii: "/") {
      writeMapLine(from.extracting(droppingLast: 1), "", target, to: &text)
    } else if from.firstIndex(of: UInt8(ascii: ".")) == nil {
      writeMapLine(from, "/", target, to: &text)
    }
  }

  private static func writeMapLine(
    _ from: Span<UInt8>, _ slash: String, _ target: Span<UInt8>, to text: inout [UInt8]
  ) {
    text.append(contentsOf: "  \"".utf8)
    text.append(copying: from)
    text.append(contentsOf: slash.utf8)
    text.append(contentsOf: "\" \"".utf8)
    text.append(copying: target)
    text.append(contentsOf: "\";\n".utf8)
  }

  /// Appends the parts of a query, which holds no blank, a blank before each.
  private static func writeParameters(_ query: Span<UInt8>, to text: inout [UInt8]) {
    let blank = UInt8(ascii: " ")
    text.append(blank)
    let start = text.count
    for index in query.indices {
      if query[index] != UInt8(ascii: "&") {
        text.append(query[index])
      } else if text.count > start, text.last != blank {
        text.append(blank)
      }
    }
    if text.count > start, text.last == blank { text.removeLast() }
  }

  private static func writeField(_ field: Span<UInt8>, to text: inout [UInt8]) {
    var isPlain = true
    for index in field.indices {
      switch field[index] {
      case UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A: isPlain = false
      default: break
      }
    }
    guard !isPlain else { return text.append(copying: field) }
    text.append(UInt8(ascii: "\""))
    for index in field.indices {
      if field[index] == UInt8(ascii: "\"") { text.append(UInt8(ascii: "\"")) }
      text.append(field[index])
    }
    text.append(UInt8(ascii: "\""))
  }
}
