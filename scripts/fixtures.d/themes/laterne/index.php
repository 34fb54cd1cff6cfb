<?php get_header(); ?>
<?php if (is_archive()) : ?><header class="page-header"><?php the_archive_title('<h1 class="page-title">', '</h1>'); the_archive_description('<div class="taxonomy-description">', '</div>'); ?></header><?php endif; ?>
<?php if (is_search()) : ?><header class="page-header"><h1 class="page-title">Suchergebnisse für: <?php echo get_search_query(); ?></h1></header><?php endif; ?>
<?php if (have_posts()) : ?>
	<?php while (have_posts()) { the_post(); get_template_part('content'); } ?>
	<?php the_posts_pagination(['prev_text' => 'Vorherige Seite', 'next_text' => 'Nächste Seite']); ?>
<?php else : ?>
	<header class="page-header"><h1 class="page-title">Nichts gefunden</h1></header>
	<div class="page-content"><p>Es wurde nichts gefunden. Vielleicht hilft die Suche?</p><?php get_search_form(); ?></div>
<?php endif; ?>
<?php get_footer(); ?>
