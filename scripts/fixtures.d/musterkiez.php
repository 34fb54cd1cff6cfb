<?php
/*
Plugin Name: Musterkiez
Description: What the site's own plugins once registered, and what keeps its pages the same at every run.
*/

// A post without any date makes WordPress complain in each page.
error_reporting(E_ERROR);

add_action('init', function () {
    register_post_type('projekt', [
        'public' => true, 'has_archive' => true, 'label' => 'Projekte', 'hierarchical' => true, 'show_in_rest' => true,
        'supports' => ['title', 'editor', 'excerpt', 'thumbnail', 'page-attributes', 'custom-fields', 'author'],
        'rewrite' => ['slug' => 'projekte'],
    ]);
    register_taxonomy('handlungsfeld', ['projekt', 'post'], [
        'label' => 'Handlungsfelder', 'hierarchical' => true, 'public' => true, 'rewrite' => ['slug' => 'handlungsfeld'],
    ]);
    // What translation and co-author plugins register.
    register_taxonomy('language', ['post', 'page'], ['label' => 'Languages', 'public' => false]);
    register_taxonomy('post_translations', ['post', 'page'], ['label' => 'Translations', 'public' => false]);
    register_taxonomy('author', ['post'], ['label' => 'Authors', 'public' => false, 'rewrite' => false, 'query_var' => false]);
    register_nav_menus(['primary' => 'Hauptmenü', 'footer' => 'Fußzeile']);
    add_theme_support('post-thumbnails');
});

// Nothing is fetched and nothing depends on the day it runs.
add_filter('pre_http_request', fn () => new WP_Error('offline', 'The fixtures never use the network.'));
add_filter('emoji_svg_url', '__return_false');
remove_action('wp_head', 'print_emoji_detection_script', 7);
remove_action('wp_print_styles', 'print_emoji_styles');
add_filter('nonce_user_logged_out', '__return_zero');
add_filter('big_image_size_threshold', fn () => 800);

// The theme a page is shown with is chosen from outside: TEMPLATE/STYLESHEET.
if ($shown = getenv('NACHLASS_FIXTURES_THEME')) {
    [$template, $stylesheet] = explode('/', $shown);
    add_filter('pre_option_template', fn () => $template);
    add_filter('pre_option_stylesheet', fn () => $stylesheet);
    add_filter('theme_mod_nav_menu_locations', fn () => ['primary' => get_term_by('name', 'Hauptmenü', 'nav_menu')->term_id]);
}

// Styles stay outside the pages: they say nothing and would make the fixtures large.
add_filter('styles_inline_size_limit', '__return_zero');
remove_action('wp_enqueue_scripts', 'wp_enqueue_global_styles');
remove_action('wp_footer', 'wp_enqueue_global_styles', 1);
remove_action('wp_body_open', 'wp_global_styles_render_svg_filters');
add_action('wp_enqueue_scripts', fn () => wp_dequeue_style('classic-theme-styles'), 99);

// Debian ships an old translation of WordPress, with English quotes, and none of its themes.
const MUSTERKIEZ_GERMAN = [
    'opening curly double quote' => '&#8222;', 'closing curly double quote' => '&#8220;',
    'opening curly single quote' => '&#8218;', 'closing curly single quote' => '&#8216;',
    'Category:' => 'Kategorie:', 'Tag:' => 'Schlagwort:', 'Author:' => 'Autor:', 'Year:' => 'Jahr:', 'Month:' => 'Monat:',
    'Day:' => 'Tag:', 'Archives:' => 'Archive:', 'Password' => 'Passwort', 'Submit' => 'Absenden', 'Archives' => 'Archive',
    'This content is password protected. Please enter a password to view.' => 'Dieser Inhalt ist passwortgeschützt.',
    'Search Results for &#8220;%s&#8221;' => 'Suchergebnisse für &#8222;%s&#8220;', 'Search results' => 'Suchergebnisse',
    'Continue reading %s' => '%s weiterlesen', 'Continue reading' => 'Weiterlesen',
    'Published %s' => 'Veröffentlicht am %s', 'By %s' => 'Von %s', 'Categorized as %s' => 'Kategorisiert in %s',
    'Tagged %s' => 'Verschlagwortet mit %s', 'Older <span class="nav-short">posts</span>' => 'Ältere <span class="nav-short">Beiträge</span>',
    'Newer <span class="nav-short">posts</span>' => 'Neuere <span class="nav-short">Beiträge</span>',
    'Results for "%s"' => 'Ergebnisse für „%s“', 'Nothing here' => 'Hier ist nichts', 'Featured' => 'Empfohlen', 'Page' => 'Seite',
    'Proudly powered by %s.' => 'Stolz präsentiert von %s.', 'Read more' => 'Weiterlesen', 'Posted' => 'Veröffentlicht',
    'in' => 'in', 'by' => 'von', 'Tags:' => 'Schlagwörter:', 'Primary menu' => 'Hauptmenü', 'Skip to content' => 'Zum Inhalt springen',
    'Untitled' => 'Ohne Titel', 'Next post' => 'Nächster Beitrag', 'Previous post' => 'Vorheriger Beitrag', 'Sorry, but nothing was found. Please try a search with different keywords.' => 'Leider wurde nichts gefunden. Bitte mit anderen Wörtern suchen.',
];
$german = fn ($text, $original) => $text === $original ? MUSTERKIEZ_GERMAN[$original] ?? $text : $text;
add_filter('gettext', $german, 10, 2);
add_filter('gettext_with_context', fn ($text, $original, $context) => MUSTERKIEZ_GERMAN[$context] ?? $german($text, $original), 10, 3);

// WordPress tells old cached answers from new ones by the time, which stands still here: each change forgets them all.
add_filter('query', function ($query) {
    if (!preg_match('/^\s*(SELECT|SHOW|DESCRIBE)/i', $query)) {
        wp_cache_flush();
    }
    return $query;
});
