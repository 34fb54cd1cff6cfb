<?php get_header(); ?>
<?php while (have_posts()) : the_post(); ?>
	<?php get_template_part('content'); ?>
	<?php if (is_single()) { the_post_navigation(); } ?>
	<?php if (comments_open() || get_comments_number()) { comments_template(); } ?>
<?php endwhile; ?>
<?php get_footer(); ?>
