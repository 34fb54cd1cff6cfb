import Bytes
import Glibc
import HTML
import Markdown

/// Writes the files of a folder as Markdown on one core: `markdown parse|plain|checked FOLDER`; prints bytes and CPU seconds.
enum MarkdownWriting {
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 2 else { throw Usage(description: "markdown parse|plain|checked FOLDER") }
    var bodies: [[UInt8]] = []
    for entry in try FileSystem.entries(of: arguments[1]) {
      let file = try File.open("\(arguments[1])/\(entry.name)")
      bodies.append(try file.contents())
    }
    let writer = MarkdownWriter(options: MarkdownOptions(selfCheck: arguments[0] == "checked"))
    let start = clock()
    var written = 0
    for body in bodies {
      let document = Document(fragment: body)
      written += arguments[0] == "parse" ? 1 : writer.write(document).bytes.count
    }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    guard written > 0 else { throw Usage(description: "nothing was written") }
    print(bodies.reduce(0) { $0 + $1.count }, seconds)
  }
}
