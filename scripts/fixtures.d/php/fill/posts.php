<?php
// The posts, pages and other items that stand in content/, one file each: header lines, an empty line, the text.
//
// Header keys with a meaning of their own are below; `meta.KEY` (may repeat), `serialized.KEY` (JSON, stored as an
// array) and `terms.TAXONOMY` (slugs, comma separated) stand for themselves. In the text {{id:NAME}} and {{url:NAME}}
// are a medium's, {{url:NAME:SIZE}} that of one of its sizes.
function fixture_text(string $text, array $media): string {
    return preg_replace_callback('/\{\{(id|url):([^}:]+)(?::([a-z]+))?\}\}/', function ($m) use ($media) {
        $id = $media[$m[2]] ?? throw new Exception("no medium {$m[2]}");
        if ($m[1] === 'id') {
            return $id;
        }
        return isset($m[3]) ? wp_get_attachment_image_url($id, $m[3]) : wp_get_attachment_url($id);
    }, $text);
}

function fixture_item(array $header, array $meta, string $text, array $people, array $terms, array $media): int {
    global $wpdb;
    $given = [
        'import_id' => (int) ($header['id'] ?? 0),
        'post_type' => $header['type'] ?? 'post',
        'post_status' => $header['status'] ?? 'publish',
        'post_title' => $header['title'] ?? '',
        'post_name' => $header['slug'] ?? '',
        'post_date' => $header['date'] ?? '2022-01-01 12:00:00',
        'post_author' => $people[$header['author'] ?? 'redaktion'],
        'post_excerpt' => str_replace('\n', "\n", $header['excerpt'] ?? ''),
        'post_content' => fixture_text($text, $media),
        'post_password' => $header['password'] ?? '',
        'post_parent' => (int) ($header['parent'] ?? 0),
        'menu_order' => (int) ($header['order'] ?? 0),
        'comment_status' => $header['comments'] ?? 'open',
        'ping_status' => $header['pings'] ?? 'open',
    ];
    $id = wp_insert_post(wp_slash($given), true);
    if (is_wp_error($id)) {
        throw new Exception(($header['title'] ?? '') . ': ' . $id->get_error_message());
    }
    foreach ($header as $key => $value) {
        if (str_starts_with($key, 'terms.')) {
            $taxonomy = substr($key, 6);
            $wanted = array_map(fn ($s) => $terms["$taxonomy:" . trim($s)] ?? throw new Exception("no term $s"), explode(',', $value));
            wp_set_object_terms($id, $wanted, $taxonomy);
        }
    }
    if (isset($header['sticky'])) { stick_post($id); }
    if (isset($header['format'])) { set_post_format($id, $header['format']); }
    if (isset($header['thumbnail'])) { add_post_meta($id, '_thumbnail_id', $media[$header['thumbnail']]); }
    if (isset($header['children'])) {
        foreach (explode(',', $header['children']) as $order => $name) {
            $wpdb->update($wpdb->posts, ['post_parent' => $id, 'menu_order' => $order], ['ID' => $media[trim($name)]]);
        }
    }
    foreach ($meta as [$key, $value]) {
        add_post_meta($id, wp_slash($key), wp_slash($value));
    }
    if (isset($header['modified'])) {
        $wpdb->update($wpdb->posts, [
            'post_modified' => $header['modified'], 'post_modified_gmt' => get_gmt_from_date($header['modified']),
        ], ['ID' => $id]);
    }
    clean_post_cache($id);
    return $id;
}

foreach (glob(dirname(__DIR__, 2) . '/content/*.txt') as $path) {
    [$head, $text] = explode("\n\n", file_get_contents($path), 2) + [1 => ''];
    $header = $meta = [];
    foreach (explode("\n", trim($head)) as $line) {
        [$key, $value] = array_map('trim', explode(':', $line, 2));
        if (str_starts_with($key, 'meta.')) {
            $meta[] = [substr($key, 5), $value];
        } elseif (str_starts_with($key, 'serialized.')) {
            $meta[] = [substr($key, 11), json_decode($value, true)];
        } else {
            $header[$key] = $value;
        }
    }
    if (($header['newlines'] ?? '') === 'crlf') {
        $text = str_replace("\n", "\r\n", rtrim($text, "\n")); // as browsers send what was typed
    }
    fixture_item($header, $meta, substr($text, -1) === "\n" ? substr($text, 0, -1) : $text, $people, $terms, $media);
}
