<?php
// Loads the WordPress of the fixtures as if a browser had asked for $address.
$address = $address ?? '/';
$_SERVER['HTTP_HOST'] = $_SERVER['SERVER_NAME'] = 'qm-musterkiez.example';
$_SERVER['HTTPS'] = 'on';
$_SERVER['SERVER_PORT'] = '443';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REQUEST_URI'] = $address;
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
$_SERVER['REMOTE_ADDR'] = '192.0.2.1';
$_SERVER['QUERY_STRING'] = (string) parse_url($address, PHP_URL_QUERY);
parse_str($_SERVER['QUERY_STRING'], $_GET);
$_REQUEST = $_GET;
require getenv('NACHLASS_FIXTURES_SITE') . '/wp-load.php';
