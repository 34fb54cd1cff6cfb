<?php if (post_password_required()) { return; } ?>
<?php if (have_comments()) : ?>
	<h3 id="comments"><?php comments_number('Keine Reaktion', 'Eine Reaktion', '% Reaktionen'); ?> zu &#8220;<?php the_title(); ?>&#8221;</h3>
	<ol class="commentlist">
	<?php wp_list_comments(['avatar_size' => 0]); ?>
	</ol>
<?php endif; ?>
<?php comment_form(['title_reply' => 'Kommentar schreiben']); ?>
