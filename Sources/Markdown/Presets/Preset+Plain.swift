extension Preset {
  /// For people and for any program: one file a post at its permalink's path, all that is known in YAML.
  public static let plain = Preset(
    name: "plain", format: .yaml, dialect: .commonMark, mediaFolder: "media/",
    mediaURL: nil,
    commentsFormat: .markdown,
    placement: { post in
      if post.isFrontPage { return "index.md" }
      if !post.path.isEmpty { return "\(post.path).md" }
      return "\(post.type)/\(post.name).md"
    },
    introduction: { post in
      var matter = FrontMatter()
      matter["title"] = .string(post.title)
      matter.setText("kicker", post.kicker)
      matter.setDate("date", post.date)
      matter.setDate("modified", post.modified)
      if post.authors.count == 1 {
        matter.setText("author", post.authors[0])
      } else {
        matter.setList("authors", post.authors)
      }
      matter.setText("slug", post.slug)
      matter.setText("link", post.link)
      matter.setList("categories", post.categories)
      matter.setList("tags", post.tags)
      matter.setMap("terms", post.terms)
      matter["type"] = .string(post.type)
      matter["status"] = .string(post.status)
      if post.isSticky { matter["sticky"] = .bool(true) }
      matter.setText("id", post.id)
      matter.setText("excerpt", post.excerpt)
      matter.setText("featured_image", post.featuredImage)
      matter.setText("language", post.language)
      matter.setText("translation_key", post.translationKey)
      matter.setMap("translations", post.translations)
      matter.setList("former_paths", post.formerPaths)
      matter.setMap("fields", post.extras)
      return matter
    },
    commentsPlacement: { path, _ in Preset.replacingEnding(of: path, by: ".comments.md") })

  /// Eleventy: any folder; permalink, date and tags in YAML.
  public static let eleventy = Preset(
    name: "eleventy", format: .yaml, dialect: .markdownIt, mediaFolder: "media/",
    mediaURL: "/media/",
    commentsFormat: .json,
    placement: { post in
      if post.isDraft { return "drafts/\(post.name).md" }
      return post.isPage ? "pages/\(post.pagePath).md" : "posts/\(post.name).md"
    },
    introduction: { post in
      var matter = FrontMatter()
      matter["title"] = .string(post.title)
      matter.setText("kicker", post.kicker)
      matter.setDate("date", post.date)
      matter.setDate("updated", post.modified)
      // Eleventy makes a collection of each tag.
      matter.setList("tags", post.isPage ? post.tags : ["posts"] + post.tags)
      matter.setList("categories", post.categories)
      matter.setMap("terms", post.terms)
      matter.setList("authors", post.authors)
      matter.setText("description", post.excerpt)
      matter.setText("image", post.featuredImage)
      matter.setText("lang", post.language)
      matter.setMap("translations", post.translations)
      if let path = post.sitePath, !post.isDraft { matter["permalink"] = .string(path) }
      if post.isDraft {
        matter["draft"] = .bool(true)
        matter["permalink"] = .bool(false)
        matter["eleventyExcludeFromCollections"] = .bool(true)
      }
      if post.hasTemplateMarks { matter["templateEngineOverride"] = .string("md") }
      matter.setMap("fields", post.extras)
      return matter
    },
    commentsPlacement: { path, _ in Preset.replacingEnding(of: path, by: ".11tydata.json") })

  /// Astro: content collections under `src/content`, YAML that a schema of its documentation's kind accepts.
  public static let astro = Preset(
    name: "astro", format: .yaml, dialect: .commonMark, mediaFolder: "public/media/",
    mediaURL: "/media/", commentsFormat: .json,
    placement: { post in
      post.isPage
        ? "src/content/pages/\(post.pagePath).md"
        : "src/content/\(post.type == "post" ? "posts" : post.type)/\(post.name).md"
    },
    introduction: { post in
      var matter = FrontMatter()
      matter["title"] = .string(post.title)
      matter.setText("kicker", post.kicker)
      matter["description"] = .string(post.excerpt ?? "")
      matter.setDate("pubDate", post.date)
      matter.setDate("updatedDate", post.modified)
      matter.setText("heroImage", post.featuredImage)
      matter["draft"] = .bool(post.isDraft)
      matter.setList("authors", post.authors)
      matter.setList("categories", post.categories)
      matter.setList("tags", post.tags)
      matter.setMap("terms", post.terms)
      matter.setText("permalink", post.sitePath)
      matter.setText("lang", post.language)
      matter.setMap("translations", post.translations)
      matter.setMap("fields", post.extras)
      return matter
    },
    commentsPlacement: { path, post in
      "src/data/comments/\(Preset.replacingEnding(of: path.split(separator: "/").last.map(String.init) ?? post.name, by: ".json"))"
    })
}
