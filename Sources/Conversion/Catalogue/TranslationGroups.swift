internal import Content
internal import Model

/// Which items translate one another; empty, and without cost, for sites in one language.
///
/// A group is named by a term (Polylang) or a custom field (WPML) that its items share. Polylang's term also lists its items, some of
/// which may not have the term in the export.
struct TranslationGroups: Sendable {
  /// An item and its language.
  struct Member: Sendable {
    /// The language's code, such as `de`.
    let language: String
    let index: Catalogue.Index
  }

  private var groups: [String: [Member]] = [:]
  private var names: [Catalogue.Index: String] = [:]

  /// Adds an item that names its group; later items of the same language and group are left out.
  mutating func add(_ index: Catalogue.Index, language: String, to group: String) {
    guard !group.isEmpty, !language.isEmpty else { return }
    guard !groups[group, default: []].contains(where: { $0.language == language || $0.index == index }) else {
      return
    }
    groups[group, default: []].append(Member(language: language, index: index))
    names[index] = group
  }

  /// Adds the items that Polylang's terms list; `index` gives the item of an id.
  mutating func add(_ terms: [Term], index: (Int) -> Catalogue.Index?) {
    for term in terms where term.taxonomy == "post_translations" {
      for (language, id) in FrontMatterExtras.translations(inDescription: term.description) {
        if let place = Int(id).flatMap(index) { add(place, language: language, to: term.slug) }
      }
    }
  }

  /// The translations of an item, by language.
  func others(than index: Catalogue.Index) -> [Member] {
    guard let group = names[index] else { return [] }
    return groups[group, default: []].filter { $0.index != index }
      .sorted { $0.language.utf8.lexicographicallyPrecedes($1.language.utf8) }
  }
}
