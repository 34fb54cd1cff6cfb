import HTML
import Testing

struct TreeCaseTests {
  @Test(arguments: try TreeCase.all()) func `A page is read as the standard says`(_ example: TreeCase) {
    let document: Document
    if let context = example.context {
      let words = context.split(separator: " ").map(String.init)
      let namespace: Namespace = words.count == 1 ? .html : words[0] == "svg" ? .svg : .mathML
      document = Document(
        fragment: example.data, context: Tag(words.last ?? "") ?? .body, namespace: namespace)
    } else {
      document = Document(parsing: example.data)
    }
    let tree = String(decoding: document.treeNotation, as: UTF8.self)
    #expect(tree == example.tree + (example.tree.isEmpty ? "" : "\n"))
  }

  @Test func `All files have cases`() throws {
    let cases = try TreeCase.all()
    for file in TreeCase.files { #expect(cases.count { $0.file == file } >= 8) }
  }

  @Test(arguments: try TreeCase.all()) func `Every node has its place in the source`(_ example: TreeCase) {
    let document = Document(parsing: example.data)
    for node in document.descendants(of: document.root) {
      guard let offset = document.sourceOffset(of: node) else { continue }
      #expect(offset <= example.data.count)
      guard document.kind(of: node) == .text, let first = document.textBytes(of: node).first else { continue }
      #expect(example.data[offset] == first || [0x26, 0x0D, 0x00].contains(example.data[offset]))
    }
  }
}
