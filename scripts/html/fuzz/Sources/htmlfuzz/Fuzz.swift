import HTML

/// What libFuzzer calls with each input: its first byte chooses how the rest is read.
///
/// Not only must nothing crash: the tree must hang together, lie within the depth limit and stay in proportion to the input.
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  guard let start, count > 1 else { return 0 }
  let choice = start[0]
  var bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  // Repeated, what is not linear shows: libFuzzer ends what takes too long.
  if choice & 0xE0 == 0xE0 {
    let once = bytes
    while bytes.count < 32 << 10 { bytes += once }
  }
  let contexts: [Tag] = [.body, .td, .table, .select, .title, .template, .html, .tr]
  let context = contexts[Int(choice >> 2) & 7]
  let document: Document
  switch choice & 3 {
  case 0: document = Document(parsing: bytes)
  case 1: document = Document(archivalParsing: bytes)
  case 2: document = Document(fragment: bytes, context: context)
  default: document = Document(archivalFragment: bytes, context: context)
  }
  check(document, bytes)
  _ = Document(archivalFragment: document.html)
  _ = document.visibleText
  if choice & 0x40 != 0 { _ = PageText(decoding: bytes) }
  return 0
}

private func check(_ document: Document, _ bytes: [UInt8]) {
  var depth = 0
  var count = 0
  var node = document.root
  while true {
    count += 1
    precondition(count <= document.nodeCount, "a circle")
    precondition(depth <= 1100, "too deep")
    if let child = document.firstChild(of: node) {
      precondition(document.parent(of: child) == node, "a child of another")
      node = child
      depth += 1
      continue
    }
    while document.nextSibling(of: node) == nil {
      guard let parent = document.parent(of: node) else {
        precondition(document.nodeCount <= 4 * bytes.count + 6000, "out of proportion")
        return
      }
      precondition(document.lastChild(of: parent) == node, "not the last child")
      node = parent
      depth -= 1
    }
    guard let next = document.nextSibling(of: node) else { return }
    precondition(document.previousSibling(of: next) == node, "a sibling of another")
    node = next
  }
}
