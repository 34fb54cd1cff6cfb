import ArgumentParser
import Bytes
import HTML

/// `nachlass tree`: how a page is read.
struct TreeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tree",
    abstract: "Print how an HTML page is read, as a tree.",
    discussion: """
      The tree is that of the HTML standard, the notation that of the html5lib tests: one node a line, two blanks a level. \
      What had to be mended and what was lost goes to standard error.
      """
  )

  @Option(help: ArgumentHelp("Read a piece of a page, as if it stood in this element.", valueName: "element"))
  var fragment: String?

  @Flag(help: "Read leniently, as post bodies are read: text a browser would lose is kept.")
  var archival = false

  @Argument(help: "The page; without it, standard input.")
  var file = "-"

  func run() throws {
    let page = PageText(decoding: try PageInput.bytes(of: file))
    let bytes = page.bytes
    let document: Document
    if let fragment {
      let (context, namespace) = try context(fragment)
      document =
        archival
        ? Document(archivalFragment: bytes, context: context, namespace: namespace)
        : Document(fragment: bytes, context: context, namespace: namespace)
    } else {
      document = archival ? Document(archivalParsing: bytes) : Document(parsing: bytes)
    }
    try StandardOutput.write(document.treeNotation.span)
    try PageInput.report(page.findings + document.findings, of: file)
  }

  /// The element a name such as `td` or `svg path` means.
  private func context(_ name: String) throws -> (Tag, Namespace) {
    let parts = name.split(separator: " ").map(String.init)
    switch (parts.first, parts.count) {
    case ("svg", 2): return (Tag(parts[1]) ?? .svg, .svg)
    case ("math", 2): return (Tag(parts[1]) ?? .math, .mathML)
    default:
      guard let tag = Tag(name) else {
        throw ValidationError(
          "there is no HTML element '\(name)'; --fragment takes a name such as body, td or 'svg path'")
      }
      return (tag, .html)
    }
  }
}
