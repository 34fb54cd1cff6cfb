<?php if (post_password_required()) { return; } ?>
<div id="comments">
<?php if (have_comments()) : ?>
	<h3 id="comments-title"><?php echo get_comments_number(); ?> Antworten auf <em><?php the_title(); ?></em></h3>
	<ol class="commentlist"><?php wp_list_comments(); ?></ol>
<?php endif; ?>
<?php comment_form(); ?>
</div>
