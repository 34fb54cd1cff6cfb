<?php get_header(); ?>
	<div id="content" class="narrowcolumn">
	<?php if (have_posts()) : ?>
		<?php if (is_category()) : ?><h2 class="pagetitle">Archiv der Kategorie &#8216;<?php single_cat_title(); ?>&#8217;</h2>
		<?php elseif (is_tag()) : ?><h2 class="pagetitle">Artikel-Schlagworte: &#8216;<?php single_tag_title(); ?>&#8217;</h2>
		<?php elseif (is_year()) : ?><h2 class="pagetitle">Archiv f&uuml;r <?php the_time('Y'); ?></h2>
		<?php elseif (is_month()) : ?><h2 class="pagetitle">Archiv f&uuml;r <?php the_time('F Y'); ?></h2>
		<?php elseif (is_author()) : ?><h2 class="pagetitle">Autoren-Archiv</h2>
		<?php elseif (is_search()) : ?><h2 class="pagetitle">Suchergebnisse</h2><?php endif; ?>
		<div class="navigation">
			<div class="alignleft"><?php next_posts_link('&laquo; &Auml;ltere Eintr&auml;ge'); ?></div>
			<div class="alignright"><?php previous_posts_link('Neuere Eintr&auml;ge &raquo;'); ?></div>
		</div>
		<?php while (have_posts()) : the_post(); ?>
			<div class="post" id="post-<?php the_ID(); ?>">
				<h2><a href="<?php the_permalink(); ?>" rel="bookmark" title="Permanenter Link zu <?php the_title_attribute(); ?>"><?php the_title(); ?></a></h2>
				<small><?php the_time('l, j. F Y'); ?> <!-- von <?php the_author(); ?> --></small>
				<div class="entry">
					<?php the_content('Den ganzen Beitrag lesen &raquo;'); ?>
				</div>
				<p class="postmetadata"><?php the_tags('Schlagw&ouml;rter: ', ', ', '<br />'); ?> Abgelegt unter <?php the_category(', '); ?> | <?php comments_popup_link('Keine Kommentare &#187;', '1 Kommentar &#187;', '% Kommentare &#187;'); ?></p>
			</div>
		<?php endwhile; ?>
		<div class="navigation">
			<div class="alignleft"><?php next_posts_link('&laquo; &Auml;ltere Eintr&auml;ge'); ?></div>
			<div class="alignright"><?php previous_posts_link('Neuere Eintr&auml;ge &raquo;'); ?></div>
		</div>
	<?php else : ?>
		<h2 class="center">Nicht gefunden</h2>
		<p class="center">Leider gibt es hier nichts, wonach Sie suchen.</p>
	<?php endif; ?>
	</div>
<?php get_sidebar(); ?>
<?php get_footer(); ?>
