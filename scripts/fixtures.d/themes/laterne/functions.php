<?php
// `TITLE weiterlesen →`, the title hidden from the eye.
if (!function_exists('laterne_more')) {
    function laterne_more(): string {
        return '<span class="screen-reader-text">' . get_the_title() . '</span> weiterlesen <span class="meta-nav">&rarr;</span>';
    }
}
add_filter('excerpt_more', fn () => ' &hellip; <a href="' . get_permalink() . '" class="more-link">' . laterne_more() . '</a>');
add_action('after_setup_theme', function () {
    add_theme_support('title-tag');
    add_theme_support('automatic-feed-links');
    add_theme_support('html5', ['comment-list', 'comment-form', 'search-form', 'gallery', 'caption']);
});
