<?php
/*
Plugin Name: Musterkiez
Description: What the site's own plugins once registered, and what keeps its pages the same at every run.
*/

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
