<?php get_header(); ?>
	<div id="content" class="widecolumn">
	<?php while (have_posts()) : the_post(); ?>
		<div class="navigation">
			<div class="alignleft"><?php previous_post_link('&laquo; %link'); ?></div>
			<div class="alignright"><?php next_post_link('%link &raquo;'); ?></div>
		</div>
		<div class="post" id="post-<?php the_ID(); ?>">
			<h2><?php the_title(); ?></h2>
			<div class="entry">
				<?php the_content('<p class="serif">Den Rest des Beitrags lesen &raquo;</p>'); ?>
				<?php wp_link_pages(['before' => '<p><strong>Seiten:</strong> ', 'after' => '</p>', 'next_or_number' => 'number']); ?>
				<?php if (is_single()) : ?>
				<p class="postmetadata alt"><small>
					Dieser Beitrag wurde am <?php the_time('l, j. F Y'); ?> um <?php the_time('G:i'); ?> Uhr
					ver&ouml;ffentlicht und unter <?php the_category(', '); ?> abgelegt.
					<?php the_tags('Schlagw&ouml;rter: ', ', ', '.'); ?>
				</small></p>
				<?php endif; ?>
			</div>
		</div>
		<?php comments_template(); ?>
	<?php endwhile; ?>
	</div>
<?php get_footer(); ?>
