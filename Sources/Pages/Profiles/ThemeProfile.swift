internal import Bytes

/// What a theme calls the parts of an entry: lists of selectors, the first that picks something wins.
///
/// Profiles are data. An archivist writes one as JSON for a theme that the common profile does not read well:
///
///     {"name": "musterkiez-2009",
///      "entry": ["div.beitrag"], "title": [".ueberschrift"], "kicker": [".dachzeile"], "text": [".anriss"],
///      "more": ["a.mehr"], "leave": [".teilen"], "moreWords": ["Hereinspaziert"]}
///
/// Every member but the name may be missing; what it does not say the common profile answers.
public struct ThemeProfile: Sendable, Hashable {
  /// A part of an entry or page that selectors find.
  public enum Part: String, Sendable, CaseIterable {
    /// What holds one entry.
    case entry
    case title
    /// The line above the title.
    case kicker
    /// The excerpt of a listing, the content of a single page.
    case text
    case date
    case author
    case categories
    case tags
    case comments
    case thumbnail
    case sticky
    /// The link to the whole post.
    case more
    /// What stands in an entry but is no part of its text.
    case leave
    /// What holds no entries: side bars, menus, footers.
    case aside
    /// One comment of a single page.
    case comment
    case commentAuthor
    case commentDate
    case commentText
    case siteTitle
    case tagline
    case logo
    case menu
  }

  /// The profile's name, for explanations.
  public var name: String
  /// The selectors of each part.
  public var selectors: [Part: [Selector]]
  /// More-link words of the theme's own.
  public var moreWords: [String]

  /// Makes a profile.
  public init(name: String, selectors: [Part: [Selector]] = [:], moreWords: [String] = []) {
    self.name = name
    self.selectors = selectors
    self.moreWords = moreWords
  }

  /// Reads a profile from JSON; throws ``ThemeProfileError`` naming the member that cannot be read.
  public init(json: [UInt8]) throws(ThemeProfileError) {
    let value: JSONValue
    do { value = try JSONValue(parsing: json) } catch { throw ThemeProfileError(reason: error.description) }
    guard let members = value.object else { throw ThemeProfileError(reason: "the profile is no JSON object") }
    self.init(name: "profile")
    for member in members {
      switch member.name {
      case "name":
        guard let name = member.value.string else { throw ThemeProfileError(reason: "“name” is no text") }
        self.name = name
      case "moreWords": moreWords = try Self.texts(member)
      default:
        guard let part = Part(rawValue: member.name) else {
          let known = Part.allCases.map(\.rawValue).joined(separator: ", ")
          throw ThemeProfileError(reason: "“\(member.name)” is no part; known are \(known)")
        }
        selectors[part] = try Self.texts(member).map { text throws(ThemeProfileError) in
          guard let selector = Selector(text) else {
            throw ThemeProfileError(reason: "“\(text)” in “\(member.name)” is no selector that profiles know")
          }
          return selector
        }
      }
    }
  }

  private static func texts(_ member: JSONMember) throws(ThemeProfileError) -> [String] {
    if let text = member.value.string { return [text] }
    guard let elements = member.value.array else {
      throw ThemeProfileError(reason: "“\(member.name)” is no list of texts")
    }
    let texts = elements.compactMap(\.string)
    guard texts.count == elements.count else {
      throw ThemeProfileError(reason: "“\(member.name)” is no list of texts")
    }
    return texts
  }

  /// The selectors of a part.
  subscript(part: Part) -> [Selector] { selectors[part] ?? [] }

  /// This profile's selectors first, then those of `other`.
  func before(_ other: ThemeProfile) -> ThemeProfile {
    ThemeProfile(
      name: name, selectors: selectors.merging(other.selectors) { own, common in own + common },
      moreWords: moreWords + other.moreWords)
  }
}

/// A theme profile that cannot be read.
public struct ThemeProfileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong with it.
  public let reason: String

  /// One sentence for the user.
  public var description: String { "cannot read the theme profile: \(reason)" }
}
