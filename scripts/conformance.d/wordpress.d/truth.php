<?php
// Prints what WordPress's own functions make of generated texts: one JSON object a line, texts in base64.
// usage: php truth.php CASES SEED

const WP = '/usr/share/wordpress/wp-includes/';
define('ABSPATH', '/usr/share/wordpress/');
define('WPINC', 'wp-includes');
require WP . 'plugin.php';
require WP . 'formatting.php';
require WP . 'functions.php';
require WP . 'kses.php';
require WP . 'shortcodes.php';
require WP . 'class-wp-block-parser.php';

mt_srand((int) $argv[2]);

function pick(array $from) { return $from[mt_rand(0, count($from) - 1)]; }

/** A text of up to $length pieces. */
function text(array $pieces, int $length): string {
    $text = '';
    for ($left = mt_rand(0, $length); $left > 0; $left--) $text .= pick($pieces);
    return $text;
}

function emit(string $function, string $input, $output): void {
    echo json_encode(['function' => $function, 'input' => base64_encode($input), 'output' => base64_encode(
        is_string($output) ? $output : json_encode($output, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES))]), "\n";
}

$words = ['Kiez', 'Garten ', ' für', ' alle', 'a', ' ', ' ', "\t", '  '];
$ends = ["\n", "\n", "\n\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\n \n", "\n\n\n", " \n", "\n\t"];
$blocks = ['table', 'tr', 'td', 'th', 'div', 'dl', 'dd', 'ul', 'ol', 'li', 'form', 'map', 'area', 'blockquote', 'address',
    'math', 'style', 'p', 'h1', 'h6', 'fieldset', 'section', 'aside', 'figure', 'figcaption', 'details', 'summary', 'menu',
    'caption', 'col', 'nav', 'thead'];
$others = ['b', 'em', 'a href="/x"', 'span', 'picture', 'link', 'track', 'source', 'param', 'progress', 'dialog', 'option', 'object',
    'embed', 'audio', 'video', 'script', 'svg', 'iframe', 'main', 'img src="x"', 'listing', 'textarea', 'DIV', 'P', 'BLOCKQUOTE'];
$rare = ['<br>', '<br/>', '<br />', '<BR>', '<br  >', '<hr>', '<hr />', '<hr/>', '<hr class="x">', '<!--more-->', '<!-- a comment -->',
    "<!-- a\ncomment -->", '<!-->', '<!--', '-->', '<![CDATA[', ']]>', '<', '>', '< ', '<div', '<p', "<a\nhref='x'>", "<div\n>", '<p >', '<p/>',
    '</', '</p', '&lt;', '"', "'", '<h7>', '<preface>', '[audio]', '[/audio]', '[video src=x]', '<source src="x">', '<!-- wpnl -->',
    "<p>\n</p>", '<p> </p>', '<p><li>', '<p><blockquote>', '</blockquote></p>'];
$markup = array_merge($words, $words, $ends, $ends, $rare);
foreach ($blocks as $name) array_push($markup, "<$name>", "</$name>");
foreach ($others as $name) array_push($markup, "<$name>", '</' . strtok($name, ' ') . '>');
$calm = array_merge($words, $words, $words, $ends, $ends, ['<b>', '</b>', '<a href="x">', '</a>', '<br />', '<!--more-->',
    '<ul>', '<li>', '</li>', '</ul>', '<blockquote>', '</blockquote>', '<div>', '</div>', '<p>', '</p>', '<h2>', '</h2>', '<hr />']);
$withPre = array_merge($calm, ['<pre>', '<pre class="x">', '</pre>', '<pre', "<script>\n", "\n</script>", "<style>\n\n</style>", "<svg>\n", '</svg>']);

$names = ['caption', 'gallery', 'a', 'a-b', 'ab', 'wp_caption'];
foreach ($names as $name) add_shortcode($name, fn () => '');
$codes = array_merge($words, ["\n", '[', ']', '[[', ']]', '/]', '<p>', '</p>', '<p>', '</p>', '&nbsp;', "\u{a0}", ' /', '"', '[unknown]', '[/unknown]', ' x="]"', ' url=http://x/y']);
foreach ($names as $name) array_push($codes, "[$name", "[$name]", "[$name]", "[/$name]", "[/$name]", "[$name x=\"1\" /]", "[$name/]", "[[$name]]", "[[$name]", "[$name id=3 y='2']");
$atts = ['a', 'b-c', 'D_e', '=', '=', ' = ', '"', '"', "'", "'", ' ', ' ', "\n", '"x"', "'y'", '"x y"', 'wert', '1', '<b>', '<', '>', '\\n', '\\x41', '\\101', '\\\\',
    '\\"', '/', "\u{a0}", "\u{200b}", 'ü', 'a="1"', "b='2 3'", 'c=4', ' a="5"', ' d=""'];
$delimiters = array_merge($words, ["\n", '<p>', '</p>', '<!-- wp:p -->', '<!-- wp:p -->', '<!-- /wp:p -->', '<!-- /wp:p -->', '<!-- /wp:other -->', '<!-- wp:my/block -->',
    '<!-- /wp:my/block -->', '<!-- wp:x /-->', '<!-- wp:x {"a":1} /-->', '<!-- wp:x {"a":{"b":"}"}} -->', '<!-- wp:x {"a":"-->"} -->', '<!-- wp:x {bad} -->',
    '<!-- wp:x{"a":1} -->', '<!--wp:x -->', '<!-- wp:X -->', "<!--\n wp:x\t\n-->", '<!-- wp:x-->', '<!-- wp:x/ -->', '<!-- wp:a/b/c -->', '<!-- wp:1 -->',
    '<!-- /wp:p {"a":1} -->', '<!-- /wp:p /-->', '<!-- wp:x {', '} -->', '}} /-->', '<!-- ', ' -->', '<!-- wp:x {"a":"} b"} -->', '{', '}', 'wp:x', '<!--more-->']);

/** The blocks with what compares: names, validity of the attributes, own HTML, order. */
function tree(array $blocks): array {
    return array_map(fn ($b) => ['name' => $b['blockName'], 'attributes' => is_array($b['attrs']), 'content' => array_values(array_filter(
        $b['innerContent'], fn ($c) => $c !== '')), 'inner' => tree($b['innerBlocks'])], $blocks);
}

/** A value such as custom fields hold, up to $depth levels deep. */
function value(int $depth) {
    switch (mt_rand(0, $depth > 0 ? 6 : 4)) {
        case 0: return null;
        case 1: return (bool) mt_rand(0, 1);
        case 2: return mt_rand(-999, 999);
        case 3: return mt_rand(1, 999) / 8;
        case 4: return text(['a', ' ', 'ü', '"', '";', 's:1:"a";', "\n", '}', ';', '{', '€', "'"], 6);
        case 5: return array_map(fn () => value($depth - 1), array_fill(0, mt_rand(0, 3), 0));
        default:
            $members = [];
            for ($left = mt_rand(1, 3); $left > 0; $left--) $members[pick(['k', 'ü ', 'x"y', 7])] = value($depth - 1);
            return mt_rand(0, 1) ? $members : (object) $members;
    }
}

/** The value with objects as arrays that name their class. */
function plain($value) {
    if (is_object($value)) return (object) array_map('plain', ['__class' => get_class($value)] + (array) $value);
    return is_array($value) ? (array_is_list($value) ? array_map('plain', $value) : (object) array_map('plain', $value)) : $value;
}

/** How many blocks are open at the end, or -1 where reading stopped at a stray closer. */
class Depth extends WP_Block_Parser {
    public $open = 0;
    function add_block_from_stack($end_offset = null) {
        if ($end_offset === null) $this->open = max($this->open, count($this->stack));
        parent::add_block_from_stack($end_offset);
    }
}

for ($case = 0; $case < (int) $argv[1]; $case++) {
    $input = text([$markup, $calm, $calm, $withPre][$case % 4], 30);
    emit('wpautop', $input, wpautop($input));
    if ($case % 4 == 0) emit('wpautop-no-br', $input, wpautop($input, false));
    $input = text($codes, 12);
    emit('shortcode_unautop', $input, shortcode_unautop($input));
    preg_match_all('/' . get_shortcode_regex($names) . '/', $input, $matches, PREG_SET_ORDER | PREG_OFFSET_CAPTURE);
    emit('shortcodes', $input, array_map(fn ($m) => [$m[0][1], $m[0][1] + strlen($m[0][0]), $m[2][0], $m[3][0],
        $m[5][1] < 0 ? null : $m[5][0], $m[1][0] . $m[6][0]], $matches));
    $input = text($atts, 10);
    $result = shortcode_parse_atts($input);
    $named = []; $positional = [];
    if (is_array($result)) foreach ($result as $key => $value) { if (is_int($key)) $positional[] = $value; else $named[] = [$key, $value]; }
    elseif (trim($result) !== '') fwrite(STDERR, "unexpected: $input\n");
    $utf8 = true;
    foreach (array_merge($positional, array_column($named, 1)) as $value) $utf8 = $utf8 && mb_check_encoding($value, 'UTF-8');
    if ($utf8 && !preg_match('/(^|[^\w-])\d+[\s\x{a0}\x{200b}]*=/u', $input)) emit('shortcode_parse_atts', $input, [$named, $positional]);
    $value = value(3);
    emit('unserialize', serialize($value), [plain($value)]);
    $input = mt_rand(0, 1) ? serialize($value) : text(['a', 's', 'N', 'i', ':', ':', '1', '"', ';', '{', '}', ' '], 7);
    emit('is_serialized', $input, [is_serialized($input)]);
    $input = text($delimiters, 14);
    $parser = new Depth();
    $blocks = $parser->parse($input);
    // Where several blocks are open at the end WordPress gives text out twice: ours does not, on purpose.
    if ($parser->open < 2) emit('parse_blocks', $input, tree($blocks));
}
