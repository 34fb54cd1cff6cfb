import ArgumentParser
import Bytes
import Content
import HTML
import Markdown
import Model

/// `nachlass markdown`: HTML to Markdown, one file at a time.
struct MarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown",
    abstract: "Write an HTML page or fragment as Markdown.",
    discussion: """
      Each block is rendered again and compared with the page; one that Markdown cannot say stays HTML. Several files need -o: \
      each becomes NAME.md there. What was left out or kept as HTML goes to standard error.
      """
  )

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write NAME.md for each file into this folder.", valueName: "folder"))
  var output: String?

  @Flag(help: "Read raw WordPress content: blocks, shortcodes and paragraphs made of blank lines.")
  var postContent = false

  @Flag(inversion: .prefixedNo, help: "Render each block again and compare it with the page.")
  var selfCheck = true

  @Flag(
    inversion: .prefixedNo,
    help:
      "Write footnotes as [^1]; as a rule in raw WordPress content only, since not every reader knows them.")
  var footnotes: Bool?

  @Flag(name: .shortAndLong, help: "Say nothing of what was left out or kept as HTML.")
  var quiet = false

  @Argument(help: "The pages; without any, standard input.")
  var files: [String] = []

  func validate() throws {
    if files.count > 1, output == nil {
      throw ValidationError("several files need a folder to be written to: add -o FOLDER")
    }
    var sources: [String: String] = [:]
    for file in files {
      if let other = sources.updateValue(file, forKey: Self.name(of: file)), output != nil {
        throw ValidationError(
          "\(other) and \(file) would both become \(Self.name(of: file)).md; convert them into two folders")
      }
    }
  }

  func run() throws {
    do {
      if let output { try FileSystem.makeFolder(output) }
      var isFaithful = true
      for file in files.isEmpty ? ["-"] : files { isFaithful = try convert(file) && isFaithful }
      if !isFaithful { throw ExitCode(1) }
    } catch let error as FileError {
      try StandardError.write("Error: \(error)\n")
      throw ExitCode(2)
    }
  }

  /// Converts one file; whether the Markdown says all that was read.
  private func convert(_ file: String) throws(FileError) -> Bool {
    let page = PageText(decoding: try PageInput.bytes(of: file))
    let (document, contentFindings) = read(page.bytes)
    var options = MarkdownOptions(selfCheck: selfCheck)
    options.footnotes = footnotes ?? postContent
    let text = MarkdownWriter(options: options).write(document)
    try write(text.bytes, of: file)
    if !quiet {
      let findings = page.findings + contentFindings + text.findings
      try PageInput.report(findings.filter { $0.severity > .note }, of: file)
    }
    return !text.findings.contains { $0.severity == .loss }
  }

  /// Writes one file's Markdown whole: a run that dies leaves no half of it under its name.
  private func write(_ bytes: [UInt8], of file: String) throws(FileError) {
    guard let output else { return try StandardOutput.write(bytes.span) }
    let path = "\(output)/\(Self.name(of: file)).md"
    let part = path + ".part"
    try FileSystem.remove(part)
    try File.create(part).write(bytes.span)
    try FileSystem.rename(part, to: path)
  }

  private func read(_ bytes: [UInt8]) -> (Document, [Finding]) {
    guard postContent else {
      let document = Document(parsing: bytes)
      return (document, document.findings)
    }
    let rendered = ContentRenderer(lookup: NoContentLookup()).render(bytes)
    return (rendered.document, rendered.findings)
  }

  /// The last component of a path without its extension.
  private static func name(of path: String) -> String {
    let component = path.split(separator: "/").last.map(String.init) ?? "index"
    guard component != "-" else { return "index" }
    guard let dot = component.lastIndex(of: "."), dot != component.startIndex else { return component }
    return String(component[..<dot])
  }
}
