<?php
// Writes the whole site to standard output with WordPress's own exporter.
require __DIR__ . '/boot.php';
require_once ABSPATH . 'wp-admin/includes/export.php';
export_wp(['content' => 'all']);
