<?php get_header(); ?>
index.php
<?php get_template_part('loop'); ?>
<?php get_footer(); ?>
