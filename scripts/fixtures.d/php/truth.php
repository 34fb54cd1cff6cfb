<?php
// Writes, one line an item, what WordPress itself makes of its content: {"id", "type", "status", "html"}.
// All pages of a post, joined; protected posts as their readers see them once they know the password.
require __DIR__ . '/boot.php';
wp();
$ids = $wpdb->get_col("SELECT ID FROM {$wpdb->posts} WHERE post_type NOT IN ('nav_menu_item', 'attachment') ORDER BY ID");
foreach ($ids as $id) {
    $post = get_post($id);
    $post->post_password = '';
    $wp_query = new WP_Query();
    $wp_query->posts = [$post];
    $wp_query->post_count = 1;
    $wp_query->is_single = $wp_query->is_singular = $wp_query->in_the_loop = true;
    $wp_query->queried_object = $post;
    $wp_query->queried_object_id = $post->ID;
    $GLOBALS['post'] = $post;
    setup_postdata($post);
    $html = [];
    foreach (array_keys($GLOBALS['pages']) as $number) {
        $GLOBALS['page'] = $number + 1;
        $GLOBALS['more'] = 1;
        $html[] = apply_filters('the_content', get_the_content());
    }
    echo json_encode([
        'id' => (int) $id, 'type' => $post->post_type, 'status' => $post->post_status, 'html' => implode("\n", $html),
    ], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR), "\n";
}
