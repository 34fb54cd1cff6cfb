<?php get_header(); ?>
single.php
<?php while (have_posts()) : the_post(); ?>
	<div id="post-<?php the_ID(); ?>" <?php post_class(); ?>>
		<div class="dachzeile"><?php echo esc_html(get_post_meta(get_the_ID(), 'dachzeile', true)); ?></div>
		<h1 class="entry-title"><?php the_title(); ?></h1>
		<div class="entry-meta">Veröffentlicht am <?php echo get_the_date('d. m. Y'); ?></div>
		<div class="entry-content">
			<?php the_content(); ?>
			<?php wp_link_pages(['before' => '<div class="page-link">Seiten:', 'after' => '</div>']); ?>
		</div>
		<div class="entry-utility">Dieser Beitrag wurde unter <?php the_category(', '); ?> abgelegt. <?php the_tags('Schlagworte: ', ', ', '.'); ?></div>
	</div>
	<div id="nav-below" class="navigation"><div class="nav-previous"><?php previous_post_link('%link', '<span class="meta-nav">&larr;</span> %title'); ?></div><div class="nav-next"><?php next_post_link('%link', '%title <span class="meta-nav">&rarr;</span>'); ?></div></div>
	<?php comments_template(); ?>
<?php endwhile; ?>
<?php get_footer(); ?>
