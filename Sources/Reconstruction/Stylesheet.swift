/// The one stylesheet of rebuilt pages: readable on paper and phone, dark and light.
enum Stylesheet {
  static let text = """
    :root { color-scheme: light dark; --ink: #1c1b19; --soft: #5d5a54; --paper: #fffdf9; --line: #d9d4c8; --link: #0b4f8a; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #ebe7df; --soft: #aaa398; --paper: #1b1a18; --line: #45413a; --link: #8cc2f2; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; }
    header.site, main, footer.note { max-width: 42rem; margin: 0 auto; padding: 1rem 1.25rem; }
    header.site { border-bottom: 1px solid var(--line); font-variant: small-caps; letter-spacing: .03em; }
    header.site a { color: inherit; text-decoration: none; }
    h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; overflow-wrap: break-word; }
    h1 { font-size: 2rem; margin: .2em 0 .3em; }
    .kicker { margin: 1.2em 0 0; color: var(--soft); font-weight: bold; }
    .meta { color: var(--soft); font-size: .9rem; margin: .3em 0; }
    a { color: var(--link); }
    img, video, iframe { max-width: 100%; height: auto; }
    figure { margin: 1.5em 0; }
    figcaption, .wp-caption-text { color: var(--soft); font-size: .9rem; }
    blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid var(--line); }
    pre { overflow-x: auto; padding: .8em; border: 1px solid var(--line); font-size: .9rem; }
    table { border-collapse: collapse; display: block; overflow-x: auto; }
    th, td { border: 1px solid var(--line); padding: .3em .6em; text-align: left; vertical-align: top; }
    .comment { border-top: 1px solid var(--line); padding: .6em 0; overflow-wrap: break-word; }
    footer.note { border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; margin-top: 2rem; }
    @media print {
      body { font-size: 11pt; }
      header.site, main, footer.note { max-width: none; }
      .content a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .8em; overflow-wrap: anywhere; }
    }

    """
}
