<?php // One entry of a listing after the other, each with its kicker. ?>
<?php if ($wp_query->max_num_pages > 1) : ?>
	<div id="nav-above" class="navigation"><div class="nav-previous"><?php next_posts_link('<span class="meta-nav">&larr;</span> Ältere Beiträge'); ?></div><div class="nav-next"><?php previous_posts_link('Neuere Beiträge <span class="meta-nav">&rarr;</span>'); ?></div></div>
<?php endif; ?>
<?php if (!have_posts()) : ?>
	<div id="post-0" class="post error404 not-found"><h1 class="entry-title">Nichts gefunden</h1><div class="entry-content"><p>Hier gibt es leider keinen Beitrag.</p></div></div>
<?php endif; ?>
<?php while (have_posts()) : the_post(); ?>
	<div id="post-<?php the_ID(); ?>" <?php post_class(); ?>>
		<div class="dachzeile"><?php echo esc_html(get_post_meta(get_the_ID(), 'dachzeile', true)); ?></div>
		<h2 class="entry-title"><a href="<?php the_permalink(); ?>" rel="bookmark"><?php the_title(); ?></a></h2>
		<?php if (has_post_thumbnail()) { the_post_thumbnail('thumbnail'); } ?>
		<?php if (is_home()) : ?>
		<div class="entry-content"><?php the_content(); ?></div>
		<?php else : ?>
		<div class="entry-summary"><?php the_excerpt(); ?></div>
		<?php endif; ?>
		<div class="entry-utility"><?php if (get_the_category()) : ?><span class="cat-links"><span class="entry-utility-prep">Kategorien:</span> <?php the_category(', '); ?></span><?php endif; ?></div>
	</div>
<?php endwhile; ?>
<?php if ($wp_query->max_num_pages > 1) : ?>
	<div id="nav-below" class="navigation"><div class="nav-previous"><?php next_posts_link('<span class="meta-nav">&larr;</span> Ältere Beiträge'); ?></div><div class="nav-next"><?php previous_posts_link('Neuere Beiträge <span class="meta-nav">&rarr;</span>'); ?></div></div>
<?php endif; ?>
