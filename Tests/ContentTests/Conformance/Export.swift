import Bytes
import Foundation
import Model

@testable import Content

/// The items of the fixture export, cut out of its text without a parser of XML.
struct Export: ContentLookup {
  var items: [Item] = []
  private var places: [String: Int] = [:]

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

  init() throws {
    let text = String(
      decoding: try Data(contentsOf: Self.folder.appending(path: "wxr/musterkiez.xml")), as: UTF8.self)
    for part in text.components(separatedBy: "<item>").dropFirst() {
      var item = Item(
        provenance: Provenance(input: "musterkiez.xml", inputIndex: 0, range: .init(offset: 0, length: 0)))
      item.id = Self.value("wp:post_id", part)
      item.title = Self.value("title", part)
      item.type = Self.value("wp:post_type", part)
      item.status = Self.value("wp:status", part)
      item.link = Self.value("link", part)
      item.parent = Self.value("wp:post_parent", part)
      item.menuOrder = Self.value("wp:menu_order", part)
      item.content = Self.value("content:encoded", part)
      item.excerpt = Self.value("excerpt:encoded", part)
      item.attachmentURL = Self.value("wp:attachment_url", part)
      for meta in part.components(separatedBy: "<wp:postmeta>").dropFirst() {
        item.meta.append(
          MetaEntry(
            key: Self.value("wp:meta_key", meta) ?? "", value: Self.value("wp:meta_value", meta) ?? ""))
      }
      if let id = item.id { places[id] = items.count }
      items.append(item)
    }
  }

  private static func value(_ name: String, _ text: String) -> String? {
    guard let start = text.range(of: "<\(name)>"),
      let end = text.range(of: "</\(name)>", range: start.upperBound..<text.endIndex)
    else { return nil }
    var value = String(text[start.upperBound..<end.lowerBound])
    guard value.hasPrefix("<![CDATA[") else { return value }
    value = value.replacingOccurrences(of: "]]]]><![CDATA[>", with: "]]>")
    return String(value.dropFirst(9).dropLast(3))
  }

  func item(_ id: String) -> ContentItem? {
    places[id].map { items[$0] }.map {
      ContentItem(
        type: $0.type ?? "", status: $0.status ?? "", link: $0.link ?? "", title: $0.title ?? "",
        content: $0.content ?? "")
    }
  }

  func attachment(_ id: String) -> ContentAttachment? {
    guard let item = places[id].map({ items[$0] }), let url = item.attachmentURL else { return nil }
    return ContentAttachment(
      id: id, url: url, title: item.title ?? "",
      alternativeText: item.firstMeta("_wp_attachment_image_alt") ?? "",
      caption: item.excerpt ?? "")
  }

  func attachments(ofParent id: String) -> [ContentAttachment] {
    items.filter { $0.parent == id && $0.attachmentURL != nil }
      .sorted {
        (Int($0.menuOrder ?? "") ?? 0, Int($0.id ?? "") ?? 0) < (
          Int($1.menuOrder ?? "") ?? 0, Int($1.id ?? "") ?? 0
        )
      }
      .compactMap { attachment($0.id ?? "") }
  }
}
