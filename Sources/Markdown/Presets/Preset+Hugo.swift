extension Preset {
  /// Hugo: page bundles under `content`, YAML, the permalink as `url`, older addresses as `aliases`.
  public static let hugo = Preset(
    name: "hugo", format: .yaml, dialect: .commonMark, mediaFolder: "static/media/",
    mediaURL: "/media/", commentsFormat: .json,
    placement: { post in
      // No bundles, which would swallow the pages below them, and in one section, since each folder at the top is one.
      if post.isPage { return "content/pages/\(post.pagePath).md" }
      return "content/\(post.type == "post" ? "posts" : post.type)/\(post.name)/index.md"
    },
    introduction: { post in
      var matter = FrontMatter()
      matter["title"] = .string(post.title)
      matter.setDate("date", post.date)
      matter.setDate("lastmod", post.modified)
      matter["draft"] = .bool(post.isDraft)
      matter.setText("slug", post.isPage ? nil : post.name)
      matter.setText("url", post.sitePath)
      matter.setList("aliases", post.formerPaths.map { $0.hasPrefix("/") ? $0 : "/" + $0 })
      matter.setList("authors", post.authors)
      matter.setList("categories", post.categories)
      matter.setList("tags", post.tags)
      matter.setText("description", post.excerpt)
      matter.setList("images", post.featuredImage.map { [$0] } ?? [])
      matter.setText("translationKey", post.translationKey)
      if post.isPage, post.menuOrder > 0 { matter["weight"] = .int(post.menuOrder) }
      var own = FrontMatter()
      own.setText("kicker", post.kicker)
      own.setText("lang", post.language)
      own.setMap("translations", post.translations)
      if post.isSticky { own["sticky"] = .bool(true) }
      own.setMap("terms", post.terms)
      own.setMap("fields", post.extras)
      matter.setMap("params", own)
      return matter
    },
    commentsPlacement: commentsBesideBundle)

  /// Zola: TOML, taxonomies in a table of their own, the permalink as `path`.
  public static let zola = Preset(
    name: "zola", format: .toml, dialect: .commonMark, mediaFolder: "static/media/",
    mediaURL: "/media/", commentsFormat: .json,
    placement: { post in
      // No bundles, which would swallow the pages below them, and in one section, since each folder at the top is one.
      if post.isPage { return "content/pages/\(post.pagePath).md" }
      return "content/\(post.type == "post" ? "posts" : post.type)/\(post.name)/index.md"
    },
    introduction: { post in
      var matter = FrontMatter()
      matter["title"] = .string(post.title)
      matter.setText("description", post.excerpt)
      matter.setDate("date", post.date)
      matter.setDate("updated", post.modified)
      matter["draft"] = .bool(post.isDraft)
      if post.sitePath == nil {
        matter.setText("slug", post.name)
      } else {
        matter["path"] = .string(post.path)
      }
      matter.setList("aliases", post.formerPaths)
      matter.setList("authors", post.authors)
      if post.isPage, post.menuOrder > 0 { matter["weight"] = .int(post.menuOrder) }
      var taxonomies = FrontMatter()
      taxonomies.setList("categories", post.categories)
      taxonomies.setList("tags", post.tags)
      matter.setMap("taxonomies", taxonomies)
      var extra = FrontMatter()
      extra.setText("kicker", post.kicker)
      extra.setText("image", post.featuredImage)
      extra.setText("lang", post.language)
      extra.setMap("translations", post.translations)
      extra.setMap("terms", post.terms)
      extra.setMap("fields", post.extras)
      matter.setMap("extra", extra)
      return matter
    },
    commentsPlacement: commentsBesideBundle)

  /// In a post's bundle, where a template finds them beside the text; a page's among the data, by its path.
  private static let commentsBesideBundle: @Sendable (String, PostFacts) -> String = { path, _ in
    if path.hasSuffix("/index.md") { return path.dropLast("index.md".count) + "comments.json" }
    return "data/comments/" + replacingEnding(of: String(path.dropFirst("content/".count)), by: ".json")
  }
}
