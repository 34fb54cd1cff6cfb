/// How each pair of delimiters of a line is written: with `*`, with `_`, or as tags where neither would mean it.
struct EmphasisSpelling {
  private enum Spelling {
    case asterisk, underscore, tag
  }

  private var spellings: [Spelling]
  private let breaksAreTags: Bool

  init(
    _ nesting: borrowing InlineNesting, _ content: borrowing InlineContent, allowsStrikethrough: Bool,
    breaksAreTags: Bool, isCareful: Bool
  ) {
    self.breaksAreTags = breaksAreTags
    let pairs = nesting.pairCount
    spellings = [Spelling](repeating: isCareful ? .tag : .asterisk, count: pairs)
    guard pairs > 0, !isCareful else { return }
    if !allowsStrikethrough {
      for pair in nesting.pairs(of: .deletion) { spellings[pair] = .tag }
    }
    if holds(nesting, content) { return }
    let nicest = spellings
    let emphasised = nesting.pairs(of: .emphasis)
    for pair in emphasised { spellings[pair] = .underscore }
    if holds(nesting, content) { return }
    // One pair at a time; a line with many pairs is not worth trying all.
    if pairs <= 8 {
      for (trial, candidates) in [(Spelling.underscore, emphasised), (.tag, Array(0..<pairs))] {
        for pair in candidates {
          spellings = nicest
          spellings[pair] = trial
          if holds(nesting, content) { return }
        }
      }
    }
    spellings = nicest
    for pair in 0..<pairs {
      spellings[pair] = .tag
      if holds(nesting, content) { return }
    }
  }

  func opening(of pair: Int, _ kind: InlineStyle.Emphasis) -> String {
    spellings[pair] == .tag ? "<\(Self.tagName(kind))>" : delimiter(of: pair, kind)
  }

  func closing(of pair: Int, _ kind: InlineStyle.Emphasis) -> String {
    spellings[pair] == .tag ? "</\(Self.tagName(kind))>" : delimiter(of: pair, kind)
  }

  private func delimiter(of pair: Int, _ kind: InlineStyle.Emphasis) -> String {
    switch kind {
    case .strong: spellings[pair] == .underscore ? "__" : "**"
    case .emphasis: spellings[pair] == .underscore ? "_" : "*"
    default: "~~"
    }
  }

  private static func tagName(_ kind: InlineStyle.Emphasis) -> String {
    switch kind {
    case .strong: "strong"
    case .emphasis: "em"
    default: "del"
    }
  }

  private func holds(_ nesting: InlineNesting, _ content: InlineContent) -> Bool {
    DelimiterMatching.holds(for: nesting.tokens.map { atom($0, content) })
  }

  private func atom(_ token: InlineToken, _ content: InlineContent) -> DelimiterMatching.Atom {
    let markup = DelimiterMatching.Atom.other(first: .punctuation, last: .punctuation)
    switch token {
    case .openEmphasis(let kind, let pair), .closeEmphasis(let kind, let pair):
      guard spellings[pair] != .tag, let character = delimiter(of: pair, kind).utf8.first else {
        return markup
      }
      return .delimiter(character, length: kind == .emphasis ? 1 : 2, pair: pair)
    case .openWrapper(let wrapper): return content.wrappers[wrapper].isLink ? .linkStart : markup
    case .closeWrapper(let wrapper): return content.wrappers[wrapper].isLink ? .linkEnd : markup
    case .run(let index):
      let run = content.runs[index]
      switch run.kind {
      case .text where !run.style.emphasis.contains(.code):
        return .other(
          first: content.text.characterClass(at: run.start),
          last: content.text.characterClass(before: run.end))
      case .lineBreak where !breaksAreTags: return .other(first: .punctuation, last: .whiteSpace)
      default: return markup
      }
    }
  }
}
