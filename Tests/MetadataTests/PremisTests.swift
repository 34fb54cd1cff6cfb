import Bytes
import Foundation
import FoundationXML
import Testing

@testable import Metadata

struct PremisTests {
  static func record() -> PreservationRecord {
    var record = PreservationRecord(date: UTCTime(secondsSince1970: 1_700_000_000), softwareVersion: "0.1.0")
    record.options = "--to markdown,json"
    record.sources = [
      PreservationRecord.Source(
        path: "data/source/export.xml", originalName: "qm musterkiez <alt> & neu.xml", size: 12,
        digests: [Digest(.sha512, of: Array("eins".utf8)), Digest(.sha256, of: Array("eins".utf8))],
        format: .wordPressExport(version: "1.2"))
    ]
    record.representations = [
      PreservationRecord.Representation(path: "data/markdown", description: "Markdown with front matter"),
      PreservationRecord.Representation(path: "data/json", description: "JSON"),
    ]
    record.withheldCount = 3
    record.account = "2 items: 2 converted"
    return record
  }

  @Test func `Every name that is referred to is the name of something in the document`() {
    let document = Self.record().premis
    let objects = Set(document.objects.map(\.identifier))
    let events = Set(document.events.map(\.identifier))
    #expect(objects.count == 3 && events.count == document.events.count)
    for object in document.objects {
      #expect(objects.isSuperset(of: object.sources) && events.isSuperset(of: object.events))
      #expect(!object.events.isEmpty)
    }
    for event in document.events {
      #expect(objects.isSuperset(of: event.sources + event.results))
      #expect(event.agents == document.agents.map(\.identifier))
    }
    #expect(
      document.events.map(\.kind) == [
        .ingestion, .messageDigestCalculation, .formatIdentification, .migration, .migration, .redaction,
        .packing,
      ])
  }

  @Test func `The document is well-formed, in the namespace of version 3, and the same every time`() throws {
    let xml = Self.record().premis.xml
    let reader = ElementReader()
    let parser = XMLParser(data: Data(xml))
    parser.shouldProcessNamespaces = true
    parser.delegate = reader
    #expect(parser.parse())
    #expect(reader.namespaces == ["http://www.loc.gov/premis/v3"])
    #expect(
      reader.count(of: "object") == 3 && reader.count(of: "event") == 7 && reader.count(of: "agent") == 1)
    #expect(reader.texts["originalName"] == "qm musterkiez <alt> & neu.xml")
    #expect(reader.texts["eventDateTime"] == "2023-11-14T22:13:20Z")
    #expect(reader.texts["formatRegistryKey"] == "fmt/101")
    #expect(Self.record().premis.xml == xml)
  }

  @Test func `Characters that XML cannot carry are replaced`() {
    var text = XMLText()
    text.element("a", "x\u{0}\u{8}y\tz\r\n\"<&>")
    #expect(
      String(decoding: text.bytes, as: UTF8.self).hasSuffix(
        "<a>x\u{FFFD}\u{FFFD}y&#9;z&#13;&#10;&quot;&lt;&amp;&gt;</a>\n"))
  }
}

/// Collects what a test asks of an XML document.
private final class ElementReader: NSObject, XMLParserDelegate {
  var namespaces: Set<String> = []
  var texts: [String: String] = [:]
  private var counts: [String: Int] = [:]
  private var path: [String] = []

  func count(of element: String) -> Int { counts[element] ?? 0 }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    namespaces.insert(namespaceURI ?? "")
    counts[element, default: 0] += 1
    path.append(element)
    texts[element] = ""
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let element = path.last { texts[element, default: ""] += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
  ) {
    path.removeLast()
  }
}
