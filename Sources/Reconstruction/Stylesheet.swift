/// The one stylesheet of rebuilt pages: readable on paper and phone, dark and light.
enum Stylesheet {
  /// The sheet as every page carries it: without the white space that only readers of this file need.
  static let text: String = {
    let lines = source.split(separator: "\n").map { $0.drop { $0 == " " } }
    let pairs = [(" {", "{"), ("{ ", "{"), ("; }", "}"), (" }", "}"), (": ", ":"), ("; ", ";"), (", ", ",")]
    return pairs.reduce(lines.joined()) { $0.replacing($1.0, with: $1.1) } + "\n"
  }()

  /// Every page carries it, so each rule must be worth its bytes.
  ///
  /// A browser that does not know `light-dark()` shows its own colours.
  private static let source = """
    :root { color-scheme: light dark; }
    body { max-width: 42rem; margin: auto; padding: 0 1.25rem; background: light-dark(#fffdf9, #1b1a18); color: light-dark(#1c1b19, #ebe7df); font: 1.0625rem/1.6 Georgia, serif; overflow-wrap: break-word; }
    main, .entry, .turn, .comment, footer.site { border-top: 1px solid #8887; }
    main, .entry, .turn, .comment, .site { padding: .5rem 0; }
    a { color: light-dark(#0b4f8a, #8cc2f2); }
    a:focus-visible { outline: 3px solid; outline-offset: 2px; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { position: static; }
    .name { margin: .5rem 0 .3rem; font-size: 1.25rem; font-weight: bold; }
    .name a { color: inherit; text-decoration: none; }
    nav ul { display: flex; flex-wrap: wrap; gap: 0 1.1rem; margin: 0; padding: 0; list-style: none; }
    nav a { display: inline-block; padding: .3rem 0; }
    h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
    h1 { font-size: 2rem; margin: .4em 0; }
    .entry h2 { font-size: 1.25rem; margin: .5em 0; }
    .meta, .kicker, .note, .turn span, figcaption, .wp-caption-text { margin: .3em 0; opacity: .75; font-size: .9rem; }
    .turn { display: flex; justify-content: space-between; gap: 1.5rem; margin-top: 1.5rem; }
    .turn [rel="next"] { margin-left: auto; text-align: right; }
    .turn span { display: block; }
    img, video, iframe { max-width: 100%; height: auto; }
    figure { margin: 1.5em 0; max-width: 100%; }
    blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid #8887; }
    pre, table { display: block; overflow-x: auto; border-collapse: collapse; }
    th, td { border: 1px solid #8887; padding: .3em .6em; text-align: left; vertical-align: top; }
    footer.site { margin-top: 2rem; font-size: .9rem; }
    footer h2 { font-size: 1rem; margin: .6em 0 0; }
    @media print {
      nav, .skip { display: none; }
      .entry { break-inside: avoid; }
      .content a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .8em; }
    }

    """
}
