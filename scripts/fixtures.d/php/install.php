<?php
// Installs WordPress in German and sets the site up as the fictive neighbourhood office would have.
define('WP_INSTALLING', true);
require __DIR__ . '/boot.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/taxonomy.php';

// No mail is sent.
function wp_mail() { return true; }

wp_install('Quartiersmanagement Musterkiez', 'redaktion', 'redaktion@qm-musterkiez.example', true, '', 'fixture', 'de_DE');
foreach (get_posts(['post_type' => 'any', 'post_status' => 'any', 'numberposts' => -1]) as $post) {
    wp_delete_post($post->ID, true);
}
foreach ([
    'WPLANG' => 'de_DE',
    'blogdescription' => 'Gemeinsam für den Kiez – Nachbarschaft & Beteiligung',
    'timezone_string' => 'Europe/Berlin',
    'date_format' => 'j. F Y',
    'time_format' => 'G:i',
    'permalink_structure' => '/%year%/%monthnum%/%postname%/',
    'posts_per_page' => 8,
    'use_smilies' => 1,
    'default_comment_status' => 'open',
    'show_avatars' => 0,
    'thumbnail_size_w' => 60, 'thumbnail_size_h' => 60,
    'medium_size_w' => 120, 'medium_size_h' => 120,
    'medium_large_size_w' => 0, 'large_size_w' => 480, 'large_size_h' => 480,
] as $name => $value) {
    update_option($name, $value);
}
wp_update_term(1, 'category', ['name' => 'Allgemein', 'slug' => 'allgemein']);
