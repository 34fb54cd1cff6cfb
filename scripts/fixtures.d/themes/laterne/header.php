<!DOCTYPE html>
<html <?php language_attributes(); ?>>
<head>
	<meta charset="<?php bloginfo('charset'); ?>">
	<meta name="viewport" content="width=device-width">
	<?php wp_head(); ?>
</head>
<body <?php body_class(); ?>>
<div id="page" class="hfeed site">
	<a class="skip-link screen-reader-text" href="#content">Springe zum Inhalt</a>
	<header id="masthead" class="site-header">
		<p class="site-title"><a href="<?php echo home_url('/'); ?>" rel="home"><?php bloginfo('name'); ?></a></p>
		<p class="site-description"><?php bloginfo('description'); ?></p>
		<nav id="site-navigation" class="main-navigation"><?php wp_nav_menu(['theme_location' => 'primary', 'menu_class' => 'nav-menu']); ?></nav>
	</header>
	<div id="content" class="site-content">
	<main id="main" class="site-main">
