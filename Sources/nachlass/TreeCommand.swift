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
      What the page says and the tree has lost goes to standard error.
      """
  )

  @Option(help: ArgumentHelp("Read a piece of a page, as if it stood in this element.", valueName: "element"))
  var fragment: String?

  @Flag(help: "Read leniently, as post bodies are read: text a browser would lose is kept.")
  var archival = false

  @Argument(help: "The page; without it, standard input.")
  var file: String?

  func run() throws {
    let bytes = try contents()
    let document: Document
    if let fragment {
      guard let context = Tag(fragment) else {
        throw ValidationError(
          "there is no HTML element '\(fragment)'; --fragment takes a name such as body or td")
      }
      document =
        archival
        ? Document(archivalFragment: bytes, context: context) : Document(fragment: bytes, context: context)
    } else {
      document = archival ? Document(archivalParsing: bytes) : Document(parsing: bytes)
    }
    try StandardOutput.write(document.treeNotation.span)
  }

  private func contents() throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    if let file, file != "-" {
      var source = try FileSource(file)
      while try source.read(1 << 20, appendingTo: &bytes) > 0 {}
    } else {
      var source = StandardInput()
      while try source.read(1 << 20, appendingTo: &bytes) > 0 {}
    }
    return bytes
  }
}
