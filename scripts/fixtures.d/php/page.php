<?php
// Renders one page as its theme shows it and says what truly is on it.
// usage: page.php ADDRESS HTML-FILE, the theme in NACHLASS_FIXTURES_THEME; prints the truth as a line of JSON.
[, $address, $file] = $argv;
require __DIR__ . '/boot.php';

/// The text of a piece of HTML as it is read: no tags, one space where there was a gap.
function page_text(string $html): string {
    $html = preg_replace('#<(script|style)\b.*?</\1>#is', ' ', $html);
    $html = preg_replace('#<(?:/?(?:p|div|h[1-6]|li|ul|ol|td|th|tr|table|figure|figcaption|blockquote|pre|dl|dt|dd|address)|br|hr)\b[^>]*>#i', ' ', $html);
    $text = html_entity_decode(preg_replace('/<[^>]*>/', '', $html), ENT_QUOTES | ENT_HTML5, 'UTF-8');
    return trim(preg_replace('/[\s\x{a0}]+/u', ' ', $text));
}

// What a theme prints of each post, noted as it asks WordPress for it.
$printed = [];
function page_note(string $what, $value) {
    global $printed;
    $id = get_the_ID();
    // Headings ask for dates too, before the loop; a block theme loops over a copy of the query.
    if ($id && (in_the_loop() || wp_is_block_theme()) && !doing_filter('get_the_excerpt')) {
        $printed[$id][$what] = $value;
    }
    return $value;
}
foreach (['get_the_date' => 'date', 'get_the_time' => 'date', 'the_author' => 'author', 'the_category' => 'categories',
    'term_links-category' => 'categories', 'term_links-post_tag' => 'tags', 'the_content' => 'content'] as $filter => $what) {
    add_filter($filter, fn ($value) => page_note($what, $value), PHP_INT_MAX);
}
add_filter('get_the_author_display_name', fn ($value) => page_note('author', $value), PHP_INT_MAX);
add_filter('post_thumbnail_html', fn ($value) => $value === '' ? $value : page_note('thumbnail', $value), PHP_INT_MAX);
add_filter('get_comments_number', fn ($value) => page_note('comment_count', $value), PHP_INT_MAX);
// The more-link is no part of the excerpt: each theme's way to print one is marked and cut out again.
foreach (['the_content_more_link', 'excerpt_more'] as $filter) {
    add_filter($filter, function ($value) {
        global $printed;
        if (get_the_ID()) {
            $printed[get_the_ID()]['more'] = $value;
        }
        return $value;
    }, PHP_INT_MAX);
}
function page_note_excerpt($value) {
    global $printed;
    if (get_the_ID()) {
        // Block themes have their whole page texturized at its end.
        $printed[get_the_ID()]['excerpt'] = wp_is_block_theme() ? wptexturize($value) : $value;
    }
    return $value;
}
add_filter('get_the_excerpt', 'page_note_excerpt', PHP_INT_MAX);
add_filter('the_excerpt', 'page_note_excerpt', PHP_INT_MAX);

define('WP_USE_THEMES', true);
wp();
$main = $wp_query->posts;
ob_start();
require ABSPATH . WPINC . '/template-loader.php';
file_put_contents($file, ob_get_clean());

function page_terms(WP_Post $post, string $taxonomy): array {
    $terms = get_the_terms($post, $taxonomy) ?: [];
    return array_map(fn ($t) => ['slug' => $t->slug, 'name' => html_entity_decode($t->name, ENT_QUOTES | ENT_HTML5)], $terms);
}

function page_entry(WP_Post $post, array $printed): array {
    $entry = [
        'id' => $post->ID,
        'type' => $post->post_type,
        'title' => page_text(get_the_title($post)),
        'permalink' => get_permalink($post),
        'date' => get_post_time('c', false, $post),
        'author' => html_entity_decode(get_the_author_meta('display_name', $post->post_author), ENT_QUOTES | ENT_HTML5),
        'categories' => page_terms($post, 'category'),
        'tags' => page_terms($post, 'post_tag'),
        'comments' => (int) $post->comment_count,
        'kicker' => get_post_meta($post->ID, 'dachzeile', true),
        'sticky' => is_home() && !is_paged() && is_sticky($post->ID),
        'prints' => array_values(array_intersect(['date', 'author', 'categories', 'tags', 'thumbnail', 'comment_count', 'content', 'excerpt'], array_keys($printed))),
    ];
    // Two themes print the kicker, through no function that could be watched.
    if ($entry['kicker'] !== '' && in_array(get_stylesheet(), ['quartier', 'tafel'], true)) {
        $entry['prints'][] = 'kicker';
    }
    $entry['more'] = page_text($printed['more'] ?? '');
    foreach (['excerpt', 'content'] as $part) {
        if (isset($printed[$part])) {
            $more = $printed['more'] ?? '';
            $html = $more === '' ? $printed[$part] : str_replace([$more, wptexturize($more)], ' ', $printed[$part]);
            $html = preg_replace('#<a\b[^>]*class="[^"]*more-link[^"]*"[^>]*>.*?</a>#is', ' ', $html);
            $entry[$part] = page_text($html);
        }
    }
    return $entry;
}

$kind = match (true) {
    is_404() => '404', is_home() => 'home', is_search() => 'search', is_category() => 'category', is_tag() => 'tag',
    is_author() => 'author', is_date() => 'date', is_tax() => 'taxonomy', is_post_type_archive() => 'post_type',
    is_attachment() => 'attachment', is_page() => 'page', is_single() => 'single', default => 'other',
};
$truth = [
    'theme' => basename(getenv('NACHLASS_FIXTURES_THEME')),
    'file' => basename(dirname($file)) . '/' . basename($file),
    'url' => home_url($address),
    'kind' => $kind,
    'page' => max(1, (int) get_query_var('paged'), (int) get_query_var('page')),
    'pages' => is_singular() ? (int) $GLOBALS['numpages'] : (int) $wp_query->max_num_pages,
    'entries' => array_map(fn ($post) => page_entry($post, $printed[$post->ID] ?? []), $main),
];
if (is_singular()) {
    $comments = post_password_required($main[0]) ? [] : get_comments(['post_id' => $main[0]->ID, 'status' => 'approve', 'orderby' => 'comment_ID', 'order' => 'ASC']);
    $truth['comments'] = array_map(fn ($c) => [
        'id' => (int) $c->comment_ID, 'parent' => (int) $c->comment_parent, 'type' => $c->comment_type, 'date' => mysql2date('c', $c->comment_date),
        'author' => html_entity_decode(get_comment_author($c), ENT_QUOTES | ENT_HTML5), 'text' => page_text(apply_filters('comment_text', get_comment_text($c), $c)),
    ], $comments);
}
echo json_encode($truth, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR), "\n";
