/// The one stylesheet of rebuilt pages: readable on paper and phone, dark and light.
enum Stylesheet {
  /// The sheet as every page carries it: without the white space that only readers of this file need.
  static let text: String = {
    let lines = source.split(separator: "\n").map { $0.drop { $0 == " " } }
    let pairs = [(" {", "{"), ("{ ", "{"), ("; }", "}"), (" }", "}"), (": ", ":"), ("; ", ";"), (", ", ",")]
    return pairs.reduce(lines.joined()) { $0.replacing($1.0, with: $1.1) } + "\n"
  }()

  private static let source = """
    :root { color-scheme: light dark; --ink: #1c1b19; --soft: #5d5a54; --paper: #fffdf9; --line: #d9d4c8; --link: #0b4f8a; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #ebe7df; --soft: #aaa398; --paper: #1b1a18; --line: #45413a; --link: #8cc2f2; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
    header.site, main, footer.site { max-width: 42rem; margin: 0 auto; padding: 1rem 1.25rem; }
    header.site { border-bottom: 1px solid var(--line); }
    .name { margin: 0; font-size: 1.25rem; font-weight: bold; }
    .name a { color: inherit; text-decoration: none; }
    nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0 1.1rem; margin: 0; padding: 0; }
    nav a { display: inline-block; padding: .3rem 0; }
    a { color: var(--link); }
    a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -99rem; background: var(--paper); padding: .6rem 1rem; }
    .skip:focus { left: .5rem; top: .5rem; }
    h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
    h1 { font-size: 2rem; margin: .4em 0 .3em; }
    .kicker { margin: 1.2em 0 0; color: var(--soft); font-weight: bold; }
    .meta { color: var(--soft); font-size: .9rem; margin: .3em 0; }
    .entry { border-top: 1px solid var(--line); padding: .4rem 0 .2rem; }
    .entry h2 { font-size: 1.25rem; margin: .5em 0 .2em; }
    .entry p { margin: .3em 0 .6em; }
    .turn { display: flex; justify-content: space-between; gap: 1.5rem; border-top: 1px solid var(--line); margin-top: 1.5rem; padding-top: .8rem; }
    .turn a { max-width: 48%; }
    .turn a[rel="next"] { margin-left: auto; text-align: right; }
    .turn span { display: block; color: var(--soft); font-size: .9rem; }
    img, video, iframe { max-width: 100%; height: auto; }
    figure { margin: 1.5em 0; max-width: 100%; }
    figcaption, .wp-caption-text { color: var(--soft); font-size: .9rem; }
    blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid var(--line); }
    pre { overflow-x: auto; padding: .8em; border: 1px solid var(--line); font-size: .9rem; }
    table { border-collapse: collapse; display: block; overflow-x: auto; }
    th, td { border: 1px solid var(--line); padding: .3em .6em; text-align: left; vertical-align: top; }
    .comment { border-top: 1px solid var(--line); padding: .6em 0; }
    footer.site { border-top: 1px solid var(--line); margin-top: 2rem; font-size: .9rem; }
    footer.site h2 { font-size: 1rem; margin: .6em 0 .1em; }
    .note { color: var(--soft); font-size: .85rem; }
    @media print {
      body { font-size: 11pt; }
      header.site, main, footer.site { max-width: none; }
      nav, .skip { display: none; }
      .entry { break-inside: avoid; }
      .content a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .8em; overflow-wrap: anywhere; }
    }

    """
}
