<?php
// The configuration of the site that scripts/fixtures makes. It is thrown away after each run.
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('NACHLASS_FIXTURES_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', 'https://qm-musterkiez.example');
define('WP_SITEURL', 'https://qm-musterkiez.example');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_DISABLE_FATAL_ERROR_HANDLER', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_POST_REVISIONS', false);
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $kind) {
    define($kind . '_KEY', 'fixture');
    define($kind . '_SALT', 'fixture');
}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
