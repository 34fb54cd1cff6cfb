<?php
// A menu with every kind of entry, one below another, and its place in the theme.
$menu = wp_create_nav_menu('Hauptmenü');
$entry = fn (array $data) => wp_update_nav_menu_item($menu, 0, wp_slash($data + ['menu-item-status' => 'publish']));
$about = $entry(['menu-item-type' => 'post_type', 'menu-item-object' => 'page', 'menu-item-object-id' => 301, 'menu-item-position' => 1]);
$entry(['menu-item-type' => 'post_type', 'menu-item-object' => 'page', 'menu-item-object-id' => 303, 'menu-item-parent-id' => $about, 'menu-item-position' => 2, 'menu-item-title' => 'Unser Garten']);
$entry(['menu-item-type' => 'taxonomy', 'menu-item-object' => 'category', 'menu-item-object-id' => $terms['category:aktuelles'], 'menu-item-position' => 3]);
$entry(['menu-item-type' => 'custom', 'menu-item-title' => 'Nachbar & Freund', 'menu-item-url' => 'https://freund.example/?a=1&b=2', 'menu-item-target' => '_blank', 'menu-item-position' => 4]);
$entry(['menu-item-type' => 'post_type_archive', 'menu-item-object' => 'projekt', 'menu-item-position' => 5, 'menu-item-title' => 'Projekte']);
set_theme_mod('nav_menu_locations', ['primary' => $menu]);
