import Foundation
import HTML

@testable import Markdown

/// The cases in `Cases/`: one file a class of HTML, cases parted by lines of four equals signs.
enum Cases {
  static let groups = [
    "emphasis", "escaping", "links", "images", "lists", "tables", "code", "blocks", "inline", "mixed",
  ]

  static func html(of group: String) throws -> [String] {
    let url = Bundle.module.bundleURL.appending(path: "Cases/\(group).html")
    return try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n====\n")
  }
}

/// HTML as Markdown, without a newline at its end.
func markdown(_ html: String, _ options: MarkdownOptions = MarkdownOptions()) -> String {
  let document = Document(fragment: Array(html.utf8))
  let text = String(decoding: MarkdownWriter(options: options).write(document).bytes, as: UTF8.self)
  return text.hasSuffix("\n") ? String(text.dropLast()) : text
}

/// Options that show what the writer does of itself.
let unchecked = MarkdownOptions(selfCheck: false)
