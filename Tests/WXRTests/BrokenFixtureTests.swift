import Foundation
import Model
import Testing
import WXR

@Suite struct BrokenFixtureTests {
  /// What must be named in each file that needs a repair, and the text that stands at the finding's
  /// offset; a bar separates alternatives.
  static let repairs: [String: [Finding.Code: String]] = [
    "bare-ampersand.xml": [.bareAmpersand: "&"],
    "carriage-returns.xml": [.carriageReturn: "\r"],
    "control-characters.xml": [.controlCharacter: "\u{7}"],
    "declared-iso-8859-15.xml": [.transcoded: "<?xml"],
    "declared-utf-8-but-windows-1252.xml": [.invalidUTF8: "\u{FFFD}"],
    "declared-windows-1252.xml": [.transcoded: "<?xml"],
    "entity-declarations.xml": [.doctype: "<!DOCTYPE", .bareAmpersand: "&"],
    "empty-file.xml": [.notAnExport: ""],
    "invalid-bytes.xml": [.invalidUTF8: "\u{FFFD}", .encodedSurrogate: "\u{FFFD}"],
    "item-in-comment.xml": [.strayText: "<!--"],
    "junk-after-end.xml": [.strayText: "<!--"],
    "mark-and-blank-lines-first.xml": [.byteOrderMark: "\u{FEFF}"],
    "missing-item-end.xml": [.missingItemEnd: "<item>", .missingEndTag: "<item>"],
    "no-namespaces.xml": [.undeclaredPrefix: "<?xml"],
    "not-an-export.xml": [.notAnExport: ""],
    "serialized-wrong-length.xml": [.serializedLength: "<wp:postmeta>"],
    "single-line.xml": [.malformedTag: "<rss"],
    "stray-cdata-end.xml": [.straySectionEnd: "]]>"],
    "truncated-in-content.xml": [
      .truncatedItem: "", .cutCharacter: "\u{FFFD}", .unclosedSection: "<![CDATA[", .missingEndTag: "",
    ],
    "truncated-in-item.xml": [.truncatedItem: "", .missingEndTag: ""],
    "truncated-with-error-page.xml": [
      .truncatedItem: "", .doctype: "<!DOCTYPE", .missingEndTag: "",
      .textBetweenElements: "<item>",
    ],
    "two-exports-in-one-file.xml": [.secondDocument: "<?xml"],
    "unclosed-element.xml": [.missingEndTag: "<"],
    "undeclared-prefix.xml": [.undeclaredPrefix: "<yoast:focus>"],
    "undefined-entity.xml": [.undefinedEntity: "&nbsp;"],
    "unescaped-attribute.xml": [.bareAmpersand: "&"],
    "utf-8-encoded-twice.xml": [.doubleEncoding: "Ã|â"],
    "warnings-before-declaration.xml": [.textBeforeDeclaration: "<"],
  ]

  struct Expectation: Decodable {
    var file: String
    var items: [Int]
  }

  static let expectations: [Expectation] = {
    let text = try? String(
      contentsOf: Fixture.folder.appending(path: "broken/expected.jsonl"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").compactMap {
      try? JSONDecoder().decode(Expectation.self, from: Data($0.utf8))
    }
  }()

  @Test func `Every broken file has an expectation and every repair a file`() throws {
    let files = Set(Self.expectations.map(\.file))
    #expect(files == Set(try Fixture.brokenNames()))
    #expect(files.isSuperset(of: Self.repairs.keys))
  }

  @Test(arguments: expectations)
  func `Every item survives`(_ expectation: Expectation) throws {
    let export = Export(try Fixture.bytes("broken/" + expectation.file))
    try #require(export.items.count == expectation.items.count)
    for (item, expected) in zip(export.items, expectation.items) {
      // An item that was cut off before its id still has its title.
      let isCut = item.id == nil && !(item.title ?? "").isEmpty
      #expect(isCut || item.id == String(expected))
    }
  }

  @Test(arguments: expectations)
  func `The repairs are named with their places`(_ expectation: Expectation) throws {
    let bytes = try Fixture.bytes("broken/" + expectation.file)
    let findings = Export(bytes).findings
    let expected = Self.repairs[expectation.file] ?? [:]
    #expect(Set(findings.map(\.code)) == Set(expected.keys))
    for finding in findings {
      let offset = try #require(finding.offset)
      let text = String(decoding: bytes[min(offset, bytes.count)...].prefix(64), as: UTF8.self)
      let wanted = try #require(expected[finding.code])
      let beginnings = wanted.split(separator: "|", omittingEmptySubsequences: false)
      #expect(beginnings.contains { text.unicodeScalars.starts(with: $0.unicodeScalars) }, "\(finding)")
    }
  }

  @Test(arguments: expectations)
  func `The first pass sees what the second sees`(_ expectation: Expectation) throws {
    let export = Export(try Fixture.bytes("broken/" + expectation.file))
    for (item, summary) in zip(export.items, export.summaries) {
      #expect(summary.agrees(with: item))
    }
  }

  @Test(arguments: ["wxr/musterkiez.xml", "wxr/handwritten-1.0.xml", "wxr/handwritten-1.1.xml"])
  func `Good exports lose nothing`(_ path: String) throws {
    let export = Export(try Fixture.bytes(path))
    #expect(export.findings.allSatisfy { $0.severity < .loss })
    #expect(!export.items.isEmpty)
    for (item, summary) in zip(export.items, export.summaries) {
      #expect(item.unknown == [])
      #expect(summary.agrees(with: item))
    }
  }
}

extension ItemSummary {
  /// Whether the summary says what the item says.
  func agrees(with item: Item) -> Bool {
    id == item.id ?? "" && type == item.effectiveType && status == item.effectiveStatus
      && slug == item.slug ?? ""
      && title == item.title ?? "" && link == item.link ?? "" && creator == item.creator ?? ""
      && parent == item.parent ?? "" && attachmentURL == item.attachmentURL ?? ""
      && featuredMediaID == item.featuredMediaID ?? "" && isPasswordProtected == item.isPasswordProtected
      && commentCount == item.comments.count && metaCount == item.meta.count
      && contentLength == (item.content ?? "").utf8.count
  }
}
