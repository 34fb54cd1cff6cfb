/// Comments in the order a reader wants them: every answer below what it answers.
public enum CommentThread {
  /// A comment and its place in the thread.
  public struct Entry: Sendable, Hashable {
    /// The comment.
    public var comment: Comment
    /// How many comments it is an answer to, one inside the other; 0 for none.
    public var depth: Int
  }

  /// Orders comments by thread; siblings keep their order.
  ///
  /// An answer to a comment that is not among them, or to itself in a circle, stands at the top level: no comment
  /// is ever left out.
  public static func ordered(_ comments: [Comment]) -> [Entry] {
    let known = Set(comments.map(\.id))
    var answers: [String: [Int]] = [:]
    var roots: [Int] = []
    for (index, comment) in comments.enumerated() {
      if comment.parent != comment.id, known.contains(comment.parent), !comment.parent.isEmpty {
        answers[comment.parent, default: []].append(index)
      } else {
        roots.append(index)
      }
    }
    var entries: [Entry] = []
    var isPlaced = [Bool](repeating: false, count: comments.count)
    var stack: [(index: Int, depth: Int)] = []
    func place(_ root: Int) {
      stack.append((root, 0))
      while let (index, depth) = stack.popLast() {
        guard !isPlaced[index] else { continue }
        isPlaced[index] = true
        entries.append(Entry(comment: comments[index], depth: depth))
        for answer in (answers[comments[index].id] ?? []).reversed() { stack.append((answer, depth + 1)) }
      }
    }
    for root in roots { place(root) }
    // What is left answers itself in a circle.
    for index in comments.indices where !isPlaced[index] { place(index) }
    return entries
  }
}
