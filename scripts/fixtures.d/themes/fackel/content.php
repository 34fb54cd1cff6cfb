<article id="post-<?php the_ID(); ?>" <?php post_class(); ?>>
	<header class="entry-header"><?php is_singular() ? the_title('<h1 class="entry-title">', '</h1>') : the_title('<h2 class="entry-title"><a href="' . esc_url(get_permalink()) . '" rel="bookmark">', '</a></h2>'); ?></header>
	<?php if (has_excerpt()) : ?><div class="entry-summary"><?php the_excerpt(); ?></div><?php endif; ?>
	<?php if (has_post_thumbnail() && !is_singular()) : ?><a class="post-thumbnail" href="<?php the_permalink(); ?>"><?php the_post_thumbnail('medium'); ?></a><?php endif; ?>
	<div class="entry-content"><?php the_content(laterne_more()); ?><?php wp_link_pages(); ?></div>
	<footer class="entry-footer">
		<span class="byline"><span class="author vcard"><span class="screen-reader-text">Autor </span><a class="url fn n" href="<?php echo get_author_posts_url(get_the_author_meta('ID')); ?>"><?php echo get_the_author(); ?></a></span></span><span class="posted-on"><span class="screen-reader-text">Veröffentlicht am </span><a href="<?php the_permalink(); ?>" rel="bookmark"><time class="entry-date published" datetime="<?php echo get_the_date('c'); ?>"><?php echo get_the_date(); ?></time><time class="updated" datetime="<?php echo get_the_modified_date('c'); ?>"><?php echo get_the_modified_date(); ?></time></a></span>
		<?php if ('post' === get_post_type()) : ?><span class="cat-links"><span class="screen-reader-text">Kategorien </span><?php echo get_the_category_list(', '); ?></span><?php echo get_the_tag_list('<span class="tags-links"><span class="screen-reader-text">Schlagwörter </span>', ', ', '</span>'); ?><?php endif; ?>
	</footer>
</article>
