/// CommonMark's matching of `*`, `_` and `~` (section 6.2), run over delimiters before they are written.
///
/// Whether a delimiter opens or closes depends on the characters beside it and on all delimiters before it, so the only sure way to
/// know what a line will say is to match it as a renderer will.
struct DelimiterMatching {
  /// What stands in a line, as far as delimiters care.
  enum Atom {
    /// One end of a pair: its character, how many of them, and the pair's number.
    case delimiter(UInt8, length: Int, pair: Int)
    /// Anything else, with the classes of its first and last character.
    case other(first: CharacterClass, last: CharacterClass)
    /// `[` and `](…)`: delimiters inside a link are matched among themselves.
    case linkStart
    case linkEnd
  }

  /// Adjacent delimiters of one character: a delimiter run of the specification.
  private struct Run {
    let character: UInt8
    var length = 0
    var remaining = 0
    var canOpen = false
    var canClose = false
  }

  private struct Match: Hashable {
    let opener: Int
    let closer: Int
    let length: Int
  }

  /// A beginning whose end was not met yet.
  private struct Opener {
    let pair: Int
    let run: Int
  }

  private var runs: [Run] = []
  private var stack: [Int] = []
  private var found: [Match] = []
  private var isComplete = true

  /// What renderers do not agree on.
  private struct Reading {
    /// Whether symbols count as punctuation: since CommonMark 0.31 they do.
    var symbolsArePunctuation = false
    /// Whether other delimiters look past `~` for the character beside them, as cmark-gfm does.
    var skipsTildes = false
  }

  /// Whether all renderers pair the delimiters as they were meant.
  static func holds(for atoms: [Atom]) -> Bool {
    if standApart(atoms) { return true }
    guard matches(atoms, Reading()) else { return false }
    let hasSymbol = atoms.contains(where: \.hasSymbol)
    let hasTilde = atoms.contains(where: \.isTilde)
    return (!hasSymbol || matches(atoms, Reading(symbolsArePunctuation: true)))
      && (!hasTilde || matches(atoms, Reading(skipsTildes: true)))
      && (!hasSymbol || !hasTilde || matches(atoms, Reading(symbolsArePunctuation: true, skipsTildes: true)))
  }

  /// Whether every pair stands for itself around mere text, between words and what is beside words: no reader could match it otherwise.
  private static func standApart(_ atoms: [Atom]) -> Bool {
    var open: Int?
    for index in atoms.indices {
      switch atoms[index] {
      case .delimiter(let character, _, let pair):
        let before = index > 0 ? atoms[index - 1] : .other(first: .whiteSpace, last: .whiteSpace)
        let after = index + 1 < atoms.count ? atoms[index + 1] : .other(first: .whiteSpace, last: .whiteSpace)
        guard character != UInt8(ascii: "~"), !before.isDelimiter, !after.isDelimiter else { return false }
        if open == pair {
          guard before.lastClass == .other, after.firstClass != .other else { return false }
          open = nil
        } else {
          guard open == nil, before.lastClass != .other, after.firstClass == .other else { return false }
          open = pair
        }
      case .linkStart, .linkEnd: guard open == nil else { return false }
      case .other(let first, let last): guard first != .symbol, last != .symbol else { return false }
      }
    }
    return open == nil
  }

  private static func matches(_ atoms: [Atom], _ reading: Reading) -> Bool {
    var matching = DelimiterMatching()
    var meant: [Match] = []
    var openers: [Opener] = []
    var linkBottoms: [Int] = []
    var index = 0
    while index < atoms.count {
      switch atoms[index] {
      case .delimiter(let character, _, _):
        let first = index
        var closes = false
        matching.runs.append(Run(character: character))
        let run = matching.runs.count - 1
        while index < atoms.count, case .delimiter(character, let length, let pair) = atoms[index] {
          matching.runs[run].length += length
          // What was opened last mostly closes first.
          if let place = openers.lastIndex(where: { $0.pair == pair }) {
            let opener = openers.remove(at: place)
            closes = true
            meant.append(Match(opener: opener.run, closer: run, length: length))
          } else {
            // An end and a beginning side by side would fuse into one run, which readers take apart differently.
            if closes { return false }
            openers.append(Opener(pair: pair, run: run))
          }
          index += 1
        }
        var (before, after) = (first - 1, index)
        if reading.skipsTildes {
          while before >= 0, atoms[before].isTilde { before -= 1 }
          while after < atoms.count, atoms[after].isTilde { after += 1 }
        }
        matching.judge(
          run, before: before >= 0 ? atoms[before].lastClass : .whiteSpace,
          after: after < atoms.count ? atoms[after].firstClass : .whiteSpace, reading)
        matching.stack.append(run)
        continue
      case .linkStart: linkBottoms.append(matching.stack.count)
      case .linkEnd: matching.process(from: linkBottoms.popLast() ?? 0)
      case .other: break
      }
      index += 1
    }
    matching.process(from: 0)
    return matching.isComplete && areSame(matching.found, meant)
  }

  /// Whether there are the same matches, in any order.
  private static func areSame(_ one: [Match], _ other: [Match]) -> Bool {
    guard one.count == other.count else { return false }
    // Few are sooner compared than hashed.
    guard one.count <= 8 else { return Set(one) == Set(other) }
    return one.allSatisfy(other.contains) && other.allSatisfy(one.contains)
  }

  /// Decides whether a run is left- and right-flanking, and with that whether it can open and close.
  private mutating func judge(
    _ run: Int, before: CharacterClass, after: CharacterClass, _ reading: Reading
  ) {
    func isPunctuation(_ kind: CharacterClass) -> Bool {
      kind == .punctuation || (reading.symbolsArePunctuation && kind == .symbol)
    }
    let left =
      after != .whiteSpace && (!isPunctuation(after) || before == .whiteSpace || isPunctuation(before))
    let right =
      before != .whiteSpace && (!isPunctuation(before) || after == .whiteSpace || isPunctuation(after))
    runs[run].remaining = runs[run].length
    if runs[run].character == UInt8(ascii: "_") {
      runs[run].canOpen = left && (!right || isPunctuation(before))
      runs[run].canClose = right && (!left || isPunctuation(after))
    } else {
      runs[run].canOpen = left
      runs[run].canClose = right
    }
  }

  /// The procedure "process emphasis" for the runs on the stack from `bottom` up; takes them off.
  private mutating func process(from bottom: Int) {
    var index = bottom
    while index < stack.count {
      let closer = stack[index]
      guard runs[closer].canClose else {
        index += 1
        continue
      }
      guard let place = opener(for: closer, below: index, bottom: bottom) else {
        if runs[closer].canOpen {
          index += 1
        } else {
          if runs[closer].remaining > 0 { isComplete = false }
          stack.remove(at: index)
        }
        continue
      }
      let opener = stack[place]
      let length = runs[closer].remaining >= 2 && runs[opener].remaining >= 2 ? 2 : 1
      found.append(Match(opener: opener, closer: closer, length: length))
      runs[opener].remaining -= length
      runs[closer].remaining -= length
      if place + 1 < index { isComplete = false }
      stack.removeSubrange(place + 1..<index)
      index = place + 1
      if runs[opener].remaining == 0 {
        stack.remove(at: place)
        index -= 1
      }
      if runs[closer].remaining == 0 { stack.remove(at: index) }
    }
    if stack.count > bottom {
      isComplete = false
      stack.removeSubrange(bottom...)
    }
  }

  private func opener(for closer: Int, below index: Int, bottom: Int) -> Int? {
    for place in stride(from: index - 1, through: bottom, by: -1) {
      let (one, other) = (runs[stack[place]], runs[closer])
      guard one.canOpen, one.character == other.character else { continue }
      if one.character == UInt8(ascii: "~") {
        if one.length == other.length, one.length <= 2 { return place }
      } else if !(other.canOpen || one.canClose) || other.length % 3 == 0
        || (one.length + other.length) % 3 != 0
      {
        return place
      }
    }
    return nil
  }
}

extension DelimiterMatching.Atom {
  fileprivate var firstClass: CharacterClass {
    if case .other(let first, _) = self { first } else { .punctuation }
  }

  fileprivate var lastClass: CharacterClass {
    if case .other(_, let last) = self { last } else { .punctuation }
  }

  fileprivate var isDelimiter: Bool {
    if case .delimiter = self { true } else { false }
  }

  fileprivate var isTilde: Bool {
    if case .delimiter(UInt8(ascii: "~"), _, _) = self { true } else { false }
  }

  fileprivate var hasSymbol: Bool {
    if case .other(let first, let last) = self { first == .symbol || last == .symbol } else { false }
  }
}
