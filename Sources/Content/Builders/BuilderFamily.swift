internal import Bytes

/// The page builders that write a post as nested shortcodes.
enum BuilderFamily: CaseIterable {
  case wpBakery, divi, fusion, siteOrigin

  /// The family that the shortcode name at `start` belongs to, or nil.
  init?(in span: Span<UInt8>, at start: Int) {
    for family in Self.allCases where span.hasBytes(family.prefix, at: start) {
      self = family
      return
    }
    return nil
  }

  private var prefix: StaticString {
    switch self {
    case .wpBakery: "vc_"
    case .divi: "et_pb_"
    case .fusion: "fusion_"
    case .siteOrigin: "siteorigin_widget"
    }
  }

  /// The builder's own name.
  var name: String {
    switch self {
    case .wpBakery: "WPBakery"
    case .divi: "Divi"
    case .fusion: "Avada"
    case .siteOrigin: "SiteOrigin"
    }
  }

  /// An attribute's text with the builder's own escapes decoded.
  func decode(_ text: String) -> String {
    switch self {
    case .wpBakery: text.replacing([("`{`", "["), ("`}`", "]"), ("``", "\"")])
    case .divi: text.replacing([("%22", "&quot;"), ("%91", "["), ("%93", "]"), ("%92", "\\")])
    case .fusion, .siteOrigin: text
    }
  }
}
