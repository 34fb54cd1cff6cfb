/// One piece of a line in the order of writing: content, or the beginning or end of something around content.
enum InlineToken {
  case run(Int)
  case openEmphasis(InlineStyle.Emphasis, pair: Int)
  case closeEmphasis(InlineStyle.Emphasis, pair: Int)
  case openWrapper(Int)
  case closeWrapper(Int)
}

/// Turns runs with their sets of styles into properly nested tokens.
///
/// What reaches further is opened first; an emphasis that would cross the edge of a link or element is closed before it and opened
/// again inside, since those cannot be split.
struct InlineNesting {
  private enum Item: Equatable {
    case emphasis(InlineStyle.Emphasis)
    case wrapper(Int)
  }

  private struct Open {
    var item: Item
    var end: Int
    var pair: Int
  }

  private var runs: [InlineContent.Run] = []
  private var wrappers: [InlineWrapper] = []
  private var stack: [Open] = []
  /// What must be opened before the next run.
  private var missing: [Open] = []
  private(set) var tokens: [InlineToken] = []
  private(set) var pairCount = 0

  /// Nests the runs of a content; the room that was taken for the one before is taken again.
  mutating func nest(_ content: borrowing InlineContent) {
    runs = content.runs
    wrappers = content.wrappers
    tokens.removeAll(keepingCapacity: true)
    pairCount = 0
    // Each run mostly is between the ends of one thing at most.
    tokens.reserveCapacity(2 * runs.count + 2)
    for index in runs.indices {
      if index == 0 || runs[index].style != runs[index - 1].style { change(to: index) }
      tokens.append(.run(index))
    }
    close(downTo: 0)
    // They are the content's, which goes on with them.
    runs = []
    wrappers = []
  }

  /// The pairs of delimiters of one emphasis.
  func pairs(of emphasis: InlineStyle.Emphasis) -> [Int] {
    tokens.compactMap { if case .openEmphasis(emphasis, let pair) = $0 { pair } else { nil } }
  }

  private mutating func change(to index: Int) {
    if let first = stack.firstIndex(where: { !isNeeded($0.item, at: index) }) { close(downTo: first) }
    guard runs[index].style != .plain else { return }
    demand(.emphasis(.strong), at: index)
    demand(.emphasis(.emphasis), at: index)
    demand(.emphasis(.deletion), at: index)
    var wrapper = runs[index].style.wrapper
    while let current = wrapper {
      demand(.wrapper(current), at: index)
      wrapper = wrappers[current].parent
    }
    // An emphasis that ends inside a new wrapper must not be open around it.
    let reach = missing.reduce(0) { if case .wrapper = $1.item { max($0, $1.end) } else { $0 } }
    if let first = stack.firstIndex(where: { if case .emphasis = $0.item { $0.end < reach } else { false } })
    {
      let reopened = stack[first...].map(\.item)
      close(downTo: first)
      for item in reopened { demand(item, at: index) }
    }
    if missing.count > 1 { missing.sort(by: Self.comesFirst) }
    for item in missing { open(item) }
    missing.removeAll(keepingCapacity: true)
  }

  private mutating func demand(_ item: Item, at index: Int) {
    guard isNeeded(item, at: index), !stack.contains(where: { $0.item == item }) else { return }
    var end = index + 1
    while end < runs.count, isNeeded(item, at: end) { end += 1 }
    missing.append(Open(item: item, end: end, pair: 0))
  }

  /// The longer first; a wrapper before an emphasis of its length, outer wrappers before inner ones.
  private static func comesFirst(_ one: Open, _ other: Open) -> Bool {
    guard one.end == other.end else { return one.end > other.end }
    switch (one.item, other.item) {
    case (.wrapper(let one), .wrapper(let other)): return one < other
    case (.wrapper, .emphasis): return true
    case (.emphasis, .wrapper): return false
    case (.emphasis(let one), .emphasis(let other)): return one.rawValue < other.rawValue
    }
  }

  private func isNeeded(_ item: Item, at index: Int) -> Bool {
    let style = runs[index].style
    switch item {
    case .emphasis(let kind): return style.emphasis.contains(kind)
    case .wrapper(let wanted):
      var wrapper = style.wrapper
      while let current = wrapper, current >= wanted {
        if current == wanted { return true }
        wrapper = wrappers[current].parent
      }
      return false
    }
  }

  private mutating func open(_ item: Open) {
    var item = item
    switch item.item {
    case .emphasis(let kind):
      item.pair = pairCount
      pairCount += 1
      tokens.append(.openEmphasis(kind, pair: item.pair))
    case .wrapper(let wrapper): tokens.append(.openWrapper(wrapper))
    }
    stack.append(item)
  }

  private mutating func close(downTo depth: Int) {
    while stack.count > depth {
      let item = stack.removeLast()
      switch item.item {
      case .emphasis(let kind): tokens.append(.closeEmphasis(kind, pair: item.pair))
      case .wrapper(let wrapper): tokens.append(.closeWrapper(wrapper))
      }
    }
  }
}
