extension Preset {
  /// Jekyll: `_posts` named by date, drafts in `_drafts`, pages by their path, comments as data.
  public static let jekyll = Preset(
    name: "jekyll", format: .yaml, dialect: .kramdown, mediaFolder: "assets/media/",
    mediaURL: "/assets/media/", commentsFormat: .yaml,
    placement: { post in
      if post.isPage { return post.isDraft ? "_drafts/\(post.name).md" : "\(post.pagePath).md" }
      if post.isDraft { return "_drafts/\(post.name).md" }
      // Jekyll does not know a post without a date in its name; as a page it is at least there.
      return post.day.map { "_posts/\($0)-\(post.name).md" } ?? "\(post.name).md"
    },
    introduction: { post in
      var matter = FrontMatter()
      matter["layout"] = .string(post.isPage ? "page" : "post")
      matter["title"] = .string(post.title)
      matter.setText("kicker", post.kicker)
      matter.setDate("date", post.date)
      matter.setDate("last_modified_at", post.modified)
      // Jekyll decodes permalinks; a percent sign of the path itself must survive that.
      matter.setText(
        "permalink",
        post.sitePath.map {
          $0.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%25")
        })
      matter.setList("redirect_from", post.formerPaths.map { $0.hasPrefix("/") ? $0 : "/" + $0 })
      matter.setList("author", post.authors)
      matter.setList("categories", post.categories)
      matter.setList("tags", post.tags)
      matter.setMap("terms", post.terms)
      matter.setText("excerpt", post.excerpt)
      matter.setText("image", post.featuredImage)
      matter.setText("lang", post.language)
      matter.setMap("translations", post.translations)
      if post.isDraft { matter["published"] = .bool(false) }
      if post.hasTemplateMarks { matter["render_with_liquid"] = .bool(false) }
      matter.setMap("fields", post.extras)
      return matter
    },
    commentsPlacement: { path, post in
      "_data/comments/\(Preset.replacingEnding(of: path.split(separator: "/").last.map(String.init) ?? post.name, by: ".yml"))"
    })

  /// Pelican: lines of metadata, articles under `content`, pages under `content/pages`, one category a post.
  public static let pelican = Preset(
    name: "pelican", format: .metadataLines, dialect: .pythonMarkdown,
    mediaFolder: "content/media/",
    mediaURL: "{static}/media/", commentsFormat: .json,
    placement: { post in
      if post.isPage { return "content/pages/\(post.pagePath).md" }
      if let day = post.day { return "content/\(day)-\(post.name).md" }
      // Pelican stops at an article without a date; as a page it may be without, as a draft it stays outside.
      return post.isDraft ? "drafts/\(post.name).md" : "content/pages/\(post.name).md"
    },
    introduction: { post in
      var matter = FrontMatter()
      matter["Title"] = .string(post.title.isEmpty ? post.name : post.title)
      matter.setText("Kicker", post.kicker)
      matter.setDate("Date", post.date)
      matter.setDate("Modified", post.modified)
      matter.setText("Slug", post.name)
      matter.setList("Authors", post.authors)
      // An article has one category; the others stay known under a name of their own.
      matter.setText("Category", post.categories.first)
      matter.setList("Categories", post.categories.count > 1 ? post.categories : [])
      matter.setList("Tags", post.tags)
      matter.setText("Summary", post.excerpt)
      matter.setText("Image", post.featuredImage)
      matter.setText("Lang", post.language)
      matter.setText("Translation_key", post.translationKey)
      matter.setMap("Translation", post.translations)
      if post.isDraft { matter["Status"] = .string("draft") }
      if let path = post.sitePath, !post.isDraft {
        matter["Url"] = .string(String(path.dropFirst()))
        matter["Save_as"] = .string(String(path.dropFirst()) + (path.hasSuffix("/") ? "index.html" : ""))
      }
      matter.setMap("Term", post.terms)
      matter.setMap("Field", post.extras)
      return matter
    },
    commentsPlacement: { path, _ in Preset.replacingEnding(of: path, by: ".comments.json") })
}
