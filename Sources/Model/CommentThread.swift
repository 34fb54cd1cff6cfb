/// The comments of a post in the order people read them: answers below what they answer, pings apart.
public struct CommentThread: Sendable {
  /// A comment and how deep in the conversation it stands.
  public struct Entry: Sendable {
    /// The comment.
    public let comment: Comment
    /// 0 for a comment on the post, 1 for an answer to it, and so on.
    public let depth: Int
  }

  /// The comments of people, each followed by its answers.
  public private(set) var entries: [Entry] = []
  /// The pingbacks and trackbacks in their order.
  public private(set) var pings: [Comment] = []
  /// How many comments and pings the site did not show.
  public private(set) var withheldCount = 0

  /// Puts comments in order; those that were not approved are counted and left out.
  ///
  /// An answer to a comment that is left out or missing stands at the top, so that nothing is lost.
  public init(_ comments: [Comment]) {
    var shown: [Int] = []
    for index in comments.indices {
      if !comments[index].isApproved {
        withheldCount += 1
      } else if comments[index].isPing {
        pings.append(comments[index])
      } else {
        shown.append(index)
      }
    }
    let ids = Set(shown.map { comments[$0].id })
    var answers: [String: [Int]] = [:]
    var tops: [Int] = []
    for index in shown {
      let (id, parent) = (comments[index].id, comments[index].parent)
      let isAnswer = parent != id && !parent.isEmpty && ids.contains(parent)
      if isAnswer { answers[parent, default: []].append(index) } else { tops.append(index) }
    }
    entries.reserveCapacity(shown.count)
    var placed = Set<Int>()
    add(tops, of: comments, answers, &placed)
    // Comments that answer each other in a circle have no top.
    for index in shown where !placed.contains(index) { add([index], of: comments, answers, &placed) }
  }

  /// Adds comments with all their answers, without recursion: a thread may be as deep as it likes.
  private mutating func add(
    _ tops: [Int], of comments: [Comment], _ answers: [String: [Int]], _ placed: inout Set<Int>
  ) {
    var upcoming = tops.reversed().map { (index: $0, depth: 0) }
    while let (index, depth) = upcoming.popLast() {
      guard placed.insert(index).inserted else { continue }
      entries.append(Entry(comment: comments[index], depth: depth))
      for answer in (answers[comments[index].id] ?? []).reversed() { upcoming.append((answer, depth + 1)) }
    }
  }
}
