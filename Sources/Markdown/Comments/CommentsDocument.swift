internal import Bytes
public import Model

/// The comments of a post as a file beside it: who said what and when, never an e-mail or IP address of theirs.
public struct CommentsDocument: Sendable {
  /// A notation of comments.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// For people: nested lists.
    case markdown
    /// For templates: an object with `comments` and `pings`.
    case json
    /// For templates: the same in YAML.
    case yaml

    /// The ending of a file's name.
    public var fileExtension: String {
      switch self {
      case .markdown: "md"
      case .json: "json"
      case .yaml: "yml"
      }
    }
  }

  private let thread: CommentThread
  private let markdown: @Sendable (Comment) -> [UInt8]

  /// Makes a document of a thread; `markdown` gives a comment's text as Markdown.
  public init(_ thread: CommentThread, markdown: @escaping @Sendable (Comment) -> [UInt8]) {
    self.thread = thread
    self.markdown = markdown
  }

  /// Whether there is nothing to write.
  public var isEmpty: Bool { thread.entries.isEmpty && thread.pings.isEmpty }

  /// The document in UTF-8.
  public func bytes(as format: Format) -> [UInt8] {
    switch format {
    case .markdown: markdownBytes
    case .json: jsonBytes
    case .yaml: yamlBytes
    }
  }

  /// The fields of a comment that are meant for everybody.
  private func fields(of comment: Comment, depth: Int?) -> FrontMatter {
    var fields = FrontMatter()
    fields.setText("id", comment.id)
    if let depth {
      fields.setText("parent", comment.parent == "0" ? nil : comment.parent)
      fields["depth"] = .int(depth)
    } else {
      fields.setText("type", comment.type)
    }
    fields["author"] = .string(comment.author)
    fields.setText("url", Self.target(comment.authorURL))
    fields.setDate("date", Self.date(of: comment))
    return fields
  }

  private var jsonBytes: [UInt8] {
    var json = JSONText()
    json.object { json in
      json.key("comments")
      json.array { json in
        for entry in thread.entries {
          write(fields(of: entry.comment, depth: entry.depth), entry.comment, &json)
        }
      }
      json.key("pings")
      json.array { json in
        for ping in thread.pings { write(fields(of: ping, depth: nil), ping, &json) }
      }
    }
    json.endLine()
    return json.bytes
  }

  private func write(_ fields: FrontMatter, _ comment: Comment, _ json: inout JSONText) {
    json.object { json in
      for field in fields.fields {
        json.key(named: field.name)
        JSONWriter.write(field.value, to: &json)
      }
      json.key("text")
      json.string(text(of: comment))
    }
  }

  private var yamlBytes: [UInt8] {
    var output: [UInt8] = []
    let comments = thread.entries.map { ($0.comment, fields(of: $0.comment, depth: $0.depth)) }
    let pings = thread.pings.map { ($0, fields(of: $0, depth: nil)) }
    for (name, list) in [("comments", comments), ("pings", pings)] {
      output.append(contentsOf: "\(name):\(list.isEmpty ? " []" : "")\n".utf8)
      for (comment, fields) in list {
        var lines: [UInt8] = []
        YAMLWriter.write(fields, indent: 4, to: &lines)
        // The first field stands on the line of the list's hyphen.
        output.append(contentsOf: "  - ".utf8)
        output.append(contentsOf: lines.dropFirst(4))
        output.append(contentsOf: "    text: ".utf8)
        YAMLWriter.writeQuoted(text(of: comment), to: &output)
        output.append(0x0A)
      }
    }
    return output
  }

  private var markdownBytes: [UInt8] {
    var output: [UInt8] = []
    for entry in thread.entries { writeItem(entry.comment, depth: entry.depth, to: &output) }
    if !thread.pings.isEmpty {
      output.append(contentsOf: "## Pingbacks\n\n".utf8)
      for ping in thread.pings { writeItem(ping, depth: 0, to: &output) }
    }
    if output.endsWithNewlines(2) { output.removeLast() }
    return output
  }

  private func writeItem(_ comment: Comment, depth: Int, to output: inout [UInt8]) {
    let indent = repeatElement(UInt8(ascii: " "), count: 2 * depth)
    let name = Self.escaped(PersonalData.masked(comment.author.isEmpty ? "?" : comment.author))
    let target = Self.target(comment.authorURL)
    output.append(contentsOf: indent)
    output.append(contentsOf: (target == nil ? "- **" : "- [**").utf8)
    output.append(contentsOf: name.utf8)
    output.append(contentsOf: "**".utf8)
    if let target {
      output.append(contentsOf: "](".utf8)
      LinkTarget.writeDestination(Array(PersonalData.masked(target).utf8), to: &output)
      output.append(UInt8(ascii: ")"))
    }
    if let date = Self.date(of: comment) {
      output.append(contentsOf: ", ".utf8)
      output.append(contentsOf: date.utf8)
    }
    output.append(contentsOf: "\n\n".utf8)
    let text = markdown(comment)
    var start = 0
    while start <= text.count {
      let end = text.span.firstIndex(of: 0x0A, from: start) ?? text.count
      if start < end {
        output.append(contentsOf: indent)
        output.append(contentsOf: "  ".utf8)
        output.append(copying: text.span.extracting(start..<end))
      }
      output.append(0x0A)
      start = end + 1
    }
    while output.endsWithNewlines(3) { output.removeLast() }
  }

  private func text(of comment: Comment) -> String {
    let text = String(decoding: markdown(comment), as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// The address a commenter gave, unless following it would run a script.
  private static func target(_ url: String) -> String? {
    url.isEmpty || LinkTarget.isScript(url.utf8.span) ? nil : url
  }

  /// The comment's date: in GMT where it is known, else as the site's clock showed it.
  private static func date(of comment: Comment) -> String? {
    if let time = comment.dateGMT?.civil { return time.description }
    return comment.date?.civil.map { String($0.description.dropLast()) }
  }

  private static func escaped(_ name: String) -> String {
    // Most names have nothing in them that could be punctuation or end a line.
    if name.utf8.allSatisfy({ isLetter($0) || isDigit($0) || $0 == 0x20 || $0 == 0xC3 || 0x80...0xBF ~= $0 })
    {
      return name
    }
    return String(
      name.flatMap { character -> [Character] in
        if character.isNewline { return [" "] }
        guard let byte = character.asciiValue, isPunctuation(byte), !".,-'\"".utf8.contains(byte) else {
          return [character]
        }
        return ["\\", character]
      })
  }
}

extension [UInt8] {
  fileprivate func endsWithNewlines(_ number: Int) -> Bool {
    count >= number && self[(count - number)...].allSatisfy { $0 == 0x0A }
  }
}
