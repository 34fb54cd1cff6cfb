<article id="post-<?php the_ID(); ?>" <?php post_class(); ?>>
	<?php if (has_post_thumbnail() && !post_password_required()) : ?><a class="post-thumbnail" href="<?php the_permalink(); ?>" aria-hidden="true"><?php the_post_thumbnail('medium'); ?></a><?php endif; ?>
	<header class="entry-header">
		<?php if (is_sticky() && is_home() && !is_paged()) : ?><span class="sticky-post">Angeheftet</span><?php endif; ?>
		<?php if ('post' === get_post_type()) : ?><div class="entry-meta"><span class="cat-links"><?php echo get_the_category_list(', '); ?></span></div><?php endif; ?>
		<?php is_singular() ? the_title('<h1 class="entry-title">', '</h1>') : the_title('<h1 class="entry-title"><a href="' . esc_url(get_permalink()) . '" rel="bookmark">', '</a></h1>'); ?>
		<div class="entry-meta">
			<span class="entry-date"><a href="<?php the_permalink(); ?>" rel="bookmark"><time class="entry-date" datetime="<?php echo esc_attr(get_the_date('c')); ?>"><?php echo get_the_date(); ?></time></a></span>
			<span class="byline"><span class="author vcard"><a class="url fn n" href="<?php echo get_author_posts_url(get_the_author_meta('ID')); ?>" rel="author"><?php echo get_the_author(); ?></a></span></span>
			<?php if (!post_password_required() && (comments_open() || get_comments_number())) : ?><span class="comments-link"><?php comments_popup_link('Schreibe einen Kommentar', '1 Kommentar', '% Kommentare'); ?></span><?php endif; ?>
			<?php edit_post_link('Bearbeiten', '<span class="edit-link">', '</span>'); ?>
		</div>
	</header>
	<?php if (is_search() || is_date()) : ?>
	<div class="entry-summary"><?php the_excerpt(); ?></div>
	<?php else : ?>
	<div class="entry-content">
		<?php the_content(laterne_more()); ?>
		<?php wp_link_pages(['before' => '<div class="page-links"><span class="page-links-title">Seiten:</span>', 'after' => '</div>', 'link_before' => '<span>', 'link_after' => '</span>']); ?>
		<?php if (!is_singular()) : ?><div class="sharedaddy"><h3>Teilen mit:</h3><ul><li><a href="https://sozial.example/teilen?u=<?php echo rawurlencode(get_permalink()); ?>">Twitter</a></li><li><a href="#">Mehr</a></li></ul></div><?php endif; ?>
	</div>
	<?php endif; ?>
	<?php the_tags('<footer class="entry-meta"><span class="tag-links">', '', '</span></footer>'); ?>
</article>
