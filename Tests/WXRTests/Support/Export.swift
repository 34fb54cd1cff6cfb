import Bytes
import Model
import WXR

/// An export read from end to end, as the pipeline does it.
struct Export {
  var pieces: [Piece] = []
  var site = Site()
  var dialect = Dialect()
  var items: [Item] = []
  var summaries: [ItemSummary] = []

  /// All findings, wherever they were made.
  var findings: [Finding] {
    pieces.flatMap(\.findings) + site.findings + items.flatMap(\.findings)
  }

  init(_ bytes: [UInt8], chunk: Int = 1 << 16) {
    pieces = Self.split(bytes, chunk: chunk)
    var reader = ItemReader(dialect: dialect)
    for piece in pieces {
      let provenance = Provenance(input: "export.xml", inputIndex: 0, range: piece.range)
      let content = Array(bytes[piece.range.offset..<piece.range.end])
      switch piece.kind {
      case .header:
        (site, dialect) = HeaderReader.read(content, provenance: provenance)
        reader = ItemReader(dialect: dialect)
      case .item:
        items.append(reader.read(content, provenance: provenance))
        summaries.append(reader.survey(content, provenance: provenance))
      default: break
      }
    }
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  static func split(_ bytes: [UInt8], chunk: Int) -> [Piece] {
    var pieces: [Piece] = []
    var splitter = ItemSplitter()
    let span = bytes.span
    var start = 0
    while start < span.count {
      let end = min(start + chunk, span.count)
      splitter.scan(span.extracting(start..<end)) { pieces.append($0) }
      start = end
    }
    splitter.finish { pieces.append($0) }
    return pieces
  }
}

extension Export {
  /// A whole export with the given items, as WordPress 6 writes it.
  static func wrapping(_ items: String, header: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8" ?>
    <!-- generator="WordPress/6.4.2" created="2024-02-11 09:30" -->
    <rss version="2.0"
    \txmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
    \txmlns:content="http://purl.org/rss/1.0/modules/content/"
    \txmlns:wfw="http://wellformedweb.org/CommentAPI/"
    \txmlns:dc="http://purl.org/dc/elements/1.1/"
    \txmlns:wp="http://wordpress.org/export/1.2/"
    >
    <channel>
    \t<title>Musterkiez</title>
    \t<link>https://qm-musterkiez.example</link>
    \t<wp:wxr_version>1.2</wp:wxr_version>
    \(header)\t<generator>https://wordpress.org/?v=6.4.2</generator>
    \(items)</channel>
    </rss>

    """
  }

  /// An ordinary item.
  static func item(_ id: Int, title: String = "Sommerfest", content: String = "<p>Alle sind eingeladen.</p>")
    -> String
  {
    """
    \t<item>
    \t\t<title><![CDATA[\(title)]]></title>
    \t\t<link>https://qm-musterkiez.example/?p=\(id)</link>
    \t\t<dc:creator><![CDATA[redaktion]]></dc:creator>
    \t\t<content:encoded><![CDATA[\(content)]]></content:encoded>
    \t\t<excerpt:encoded><![CDATA[]]></excerpt:encoded>
    \t\t<wp:post_id>\(id)</wp:post_id>
    \t\t<wp:status><![CDATA[publish]]></wp:status>
    \t\t<wp:post_type><![CDATA[post]]></wp:post_type>
    \t\t<category domain="category" nicename="feste"><![CDATA[Feste &amp; Feiern]]></category>
    \t\t<wp:postmeta>
    \t\t\t<wp:meta_key><![CDATA[_edit_last]]></wp:meta_key>
    \t\t\t<wp:meta_value><![CDATA[1]]></wp:meta_value>
    \t\t</wp:postmeta>
    \t</item>

    """
  }
}
