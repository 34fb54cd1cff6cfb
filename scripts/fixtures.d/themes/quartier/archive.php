<?php get_header(); ?>
archive.php
<h1 class="page-title"><?php the_archive_title(); ?></h1>
<?php get_template_part('loop'); ?>
<?php get_footer(); ?>
