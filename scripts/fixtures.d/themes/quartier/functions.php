<?php
// The more-link as the office's designer left it: `</span` lost its bracket.
function quartier_more(): string {
    return '<a href="' . get_permalink() . '#more-' . get_the_ID() . '" class="more-link">Weiterlesen <span class="meta-nav">&rarr;</span> “' . get_the_title() . '” </span</a>';
}
add_filter('the_content_more_link', 'quartier_more');
add_filter('excerpt_more', fn () => ' &hellip; ' . quartier_more());
add_filter('excerpt_length', fn () => 30);
add_filter('get_the_excerpt', fn ($text) => has_excerpt() && !is_attachment() ? $text . ' ' . quartier_more() : $text);
