internal import Bytes

/// A widget of SiteOrigin's page builder: its settings stand as JSON in a hidden field.
enum SiteOriginWidget {
  /// The widget's texts as HTML, or nil where `content` holds no settings.
  static func html(_ content: [UInt8]) -> [UInt8]? {
    let span = content.span
    guard let start = span.firstIndex(of: "value=\""),
      let end = span.firstIndex(of: UInt8(ascii: "\""), from: start + 7)
    else { return nil }
    let json = span.string(start + 7..<end).replacing([
      ("&quot;", "\""), ("&#039;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
    ])
    guard let settings = try? JSONValue(parsing: Array(json.utf8)) else { return nil }
    var output = Array("\n\n".utf8)
    for text in ReadableText.texts(in: settings["instance"] ?? settings) {
      output.append(contentsOf: "\(text)\n\n".utf8)
    }
    return output
  }
}
