import HTML
import Model
import Testing

@testable import Markdown

struct WritingTests {
  @Test(arguments: [
    ("<p>a\n b</p>", "a b"), ("<p>a <b> b </b> c</p>", "a **b** c"), ("a<p>b</p>c", "a\n\nb\n\nc"),
    ("<a href=x><h2>a</h2></a>", "## [a](x)"), ("<p>&nbsp;a</p>", "&nbsp;a"), ("<p>&nbsp;</p><p>a</p>", "a"),
    ("<p>a<br>b<br></p>", "a\\\nb"), ("<h2>a<br>b</h2>", "## a<br>b"), ("<p>a&shy;b</p>", "a\u{AD}b"),
  ])
  func `White space and breaks`(_ html: String, _ expected: String) {
    #expect(markdown(html, unchecked) == expected)
  }

  @Test(arguments: [
    ("<b>a</b><b>b</b>", "**ab**"), ("<b>a<b>b</b></b>", "**ab**"), ("a<b>b</b>c", "a**b**c"),
    ("<b>\"x\"</b>y", "<strong>\"x\"</strong>y"), ("<b>a</b><i>b</i>", "**a**_b_"),
    ("<i><b>a</b> b</i>", "***a** b*"),
    ("<em><em>a</em></em>", "*a*"), ("<b>&nbsp;a</b>", "&nbsp;**a**"), ("<b></b>a", "a"),
    ("a<b><a href=x>b</a></b>c", "a[**b**](x)c"), ("<s>a</s>", "~~a~~"), ("H<sub>2</sub>O", "H<sub>2</sub>O"),
  ])
  func `Emphasis`(_ html: String, _ expected: String) { #expect(markdown(html, unchecked) == expected) }

  @Test(arguments: [
    ("5 * 3", "5 * 3"), ("5*3", "5*3"), ("*a*", "\\*a\\*"), ("snake_case", "snake_case"), ("_a_", "\\_a\\_"),
    ("# a", "\\# a"), ("#a", "#a"), ("1. a", "1\\. a"), ("1.5 a", "1.5 a"), ("- a", "\\- a"), ("-5", "-5"),
    ("---", "\\---"),
    ("[a](b)", "[a\\](b)"), ("[a]", "[a]"), ("[a]: b", "[a\\]: b"), ("a &lt; b", "a < b"),
    ("&lt;b>", "&lt;b>"),
    ("AT&T", "AT&T"), ("&amp;copy;", "&amp;copy;"), ("~5", "~5"), ("~a~ ~b~", "\\~a\\~ \\~b\\~"),
    ("`a", "`a"),
    ("`a`", "\\`a\\`"), ("C:\\x", "C:\\x"), ("\\*", "\\\\*"), ("!<a href=x>a</a>", "\\![a](x)"),
    ("a|b", "a|b"),
    ("> a", "\\> a"), ("a<br>===", "a\\\n\\==="), ("a<br>|--|", "a\\\n\\|--|"),
    ("[kontakt id=\"1\"]", "[kontakt id=\"1\"]"),
  ])
  func `As few backslashes as the line allows`(_ html: String, _ expected: String) {
    #expect(markdown("<p>\(html)</p>", unchecked) == expected)
  }

  @Test(arguments: [
    ("<a href='a b'>x</a>", "[x](a%20b)"), ("<a href='a(b'>x</a>", "[x](<a(b>)"),
    ("<a href='a(b)'>x</a>", "[x](a(b))"),
    ("<a href=''>x</a>", "[x](<>)"), ("<a href='?a=1&copy=2'>x</a>", "[x](?a=1&copy=2)"),
    ("<a href='x' title='a \"b\"'>y</a>", "[y](x \"a \\\"b\\\"\")"), ("<a href='x'>[1]</a>", "[\\[1\\]](x)"),
    ("<a href='http://a.example/'>http://a.example/</a>", "<http://a.example/>"),
    ("<a name='n'>x</a>", "<a id=\"n\"></a>x"),
    ("<a href='x'><img src='a' alt='b' title='t'></a>", "[![b](a \"t\")](x)"),
    ("<img src='a' alt='[b]'>", "![\\[b\\]](a)"),
    ("<a href='javascript:x()'>y</a>", "y"), ("<a href='x'></a>", "[](x)"),
  ])
  func `Links and images`(_ html: String, _ expected: String) {
    #expect(markdown(html, unchecked) == expected)
  }

  @Test(arguments: [
    ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c"),
    ("<ol start=3><li>a</li></ol>", "3. a"),
    ("<ul><li><p>a</p></li><li>b</li></ul>", "- a\n\n- b"),
    ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b"),
    ("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b"), ("<ul><li></li><li>b</li></ul>", "-\n- b"),
    ("<ul><li><input type=checkbox checked>a</li></ul>", "- [x] a"), ("<ul><li>[ ] a</li></ul>", "- \\[ ] a"),
    ("<ul><li><pre>a\n\nb</pre></li></ul>", "- ```\n  a\n\n  b\n  ```"),
    ("<ol><li value=4>a</li></ol>", "<ol>\n<li value=\"4\">a</li>\n</ol>"),
    (
      "<ul><li>a</li><div>b<ul><li>c</li></ul></div></ul>",
      "<ul>\n<li>a</li>\n<div>b\n<ul>\n<li>c</li>\n</ul></div>\n</ul>"
    ),
    ("<ol type=a><li>a</li></ol>", "<ol type=\"a\">\n<li>a</li>\n</ol>"),
    ("<ol type=1><li>a</li></ol>", "1. a"),
    ("<ol style='list-style-type:upper-roman'><li>a</li></ol>", "<ol type=\"I\">\n<li>a</li>\n</ol>"),
    ("<ol reversed><li>a</li></ol>", "<ol reversed>\n<li>a</li>\n</ol>"),
    ("<blockquote><p>a</p><ul><li>b</li></ul></blockquote>", "> a\n>\n> - b"),
    ("<ul><li><hr></li></ul>", "- ___"),
  ])
  func `Lists and quotes`(_ html: String, _ expected: String) {
    #expect(markdown(html, unchecked) == expected)
  }

  @Test(arguments: [
    ("<code>a`b</code>", "``a`b``"), ("<code>`</code>", "`` ` ``"), ("<pre>a</pre>", "```\na\n```"),
    ("<pre><code class='language-php'>a\n</code></pre>", "```php\na\n```"),
    ("<pre>```</pre>", "````\n```\n````"),
    ("<pre>a<b>b</b>\n\nc</pre>", "<pre>a<b>b</b>&#10;\nc</pre>"),
    ("<pre class='brush: php;'>a</pre>", "```php\na\n```"),
    ("<code>a <b>b</b></code>", "`a `**`b`**"),
  ])
  func `Code`(_ html: String, _ expected: String) { #expect(markdown(html, unchecked) == expected) }

  @Test(arguments: [
    (
      "<table><tr><th>a<th align=right>b|c<tr><td>d<br>e<td align=right></table>",
      "| a | b\\|c |\n| --- | --: |\n| d<br>e | |"
    ),
    ("<table><tr><td>a</table>", "| |\n| --- |\n| a |"),
    ("<table><caption>t</caption><tr><th>a</table>", "t\n\n| a |\n| --- |"),
    ("<table><tr><th>a</th></tr><caption>t</caption></table>", "| a |\n| --- |\n\nt"),
    (
      "<table><tr><td colspan=2>a<tr><td>b<td>c</table>",
      "<table>\n<tbody>\n<tr><td colspan=\"2\">a</td></tr>\n<tr><td>b</td><td>c</td></tr>\n</tbody>\n</table>"
    ),
    ("<table role=presentation><tr><td>a<td>b</table>", "a\n\nb"),
  ])
  func `Tables`(_ html: String, _ expected: String) { #expect(markdown(html, unchecked) == expected) }

  @Test(arguments: [
    ("<hr><p>a</p><hr>", "***\n\na\n\n---"), ("<h2>C #</h2>", "## C \\#"), ("<h2></h2>", ""),
    ("<figure><img src=a alt=b><figcaption>c</figcaption></figure>", "![b](a)\n\nc"),
    ("<p>a</p><!--more--><p>b</p>", "a\n\n<!--more-->\n\nb"), ("<script>x</script><p>a</p>", "a"),
    ("<details><summary>a</summary><p>b</p></details>", "<details>\n<summary>a</summary>\n\nb\n\n</details>"),
    ("<dl><dt>a<dd>b</dl>", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>"),
    ("<video src=a.mp4 controls onclick=x()></video>", "<video src=\"a.mp4\" controls>\n</video>"),
    (
      "<p><iframe src='https://a.example/' style='x'></iframe></p>",
      "<iframe src=\"https://a.example/\"></iframe>"
    ),
  ])
  func `Other blocks`(_ html: String, _ expected: String) { #expect(markdown(html, unchecked) == expected) }

  @Test func `Targets are rewritten, and the check compares the new ones`() {
    let options = MarkdownOptions { role, target in role == .image ? "/media/\(target)" : target }
    #expect(markdown("<p><a href=x><img src=a.png alt=b></a></p>", options) == "[![b](/media/a.png)](x)")
  }

  @Test func `What Markdown cannot say becomes HTML with a finding`() {
    let document = Document(fragment: Array("<p>a</p><ol><ol><li>b</li></ol></ol><p>c</p>".utf8))
    let text = MarkdownWriter().write(document)
    let expected = "a\n\n<ol>\n<ol>\n<li>b</li>\n</ol>\n</ol>\n\nc\n"
    #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
    #expect(text.findings.contains { $0.code == .markdownFallback && $0.count == 1 })
  }

  @Test func `Other readers get what they understand`() {
    let html = "<ul><li>a<ul><li>b</li></ul></li></ul><ul><li>c</li></ul><p>d<br><s>e</s> | {f}</p>"
    #expect(
      markdown(html, MarkdownOptions(dialect: .pythonMarkdown))
        == "-   a\n    -   b\n\n<!-- -->\n\n-   c\n\nd<br>\n<del>e</del> | {f}")
    #expect(
      markdown(html, MarkdownOptions(dialect: .kramdown))
        == "- a\n  - b\n\n<!-- -->\n\n- c\n\nd<br>\n~~e~~ \\| \\{f}")
  }
}
