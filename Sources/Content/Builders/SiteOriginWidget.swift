internal import Bytes

/// A widget of SiteOrigin's page builder: its settings stand as JSON in a hidden field, or in a custom field.
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
    return Array("\n\n".utf8) + texts(in: settings["instance"] ?? settings)
  }

  /// The texts of a whole page, out of the custom field `panels_data`; nil where that cannot be read.
  static func content(ofPanels value: String) -> [UInt8]? {
    guard let panels = try? PHPSerialized(value), let widgets = panels.value["widgets"]?.members else {
      return nil
    }
    return widgets.flatMap { texts(in: $0.value.json) }
  }

  private static func texts(in settings: JSONValue) -> [UInt8] {
    ReadableText.texts(in: settings).flatMap { Array("\($0)\n\n".utf8) }
  }
}
