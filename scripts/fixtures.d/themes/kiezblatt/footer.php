<hr />
<div id="footer">
	<p><?php bloginfo('name'); ?> l&auml;uft mit <a href="http://wordpress.org/">WordPress</a><br />
	<a href="<?php bloginfo('rss2_url'); ?>">Artikel (RSS)</a> und <a href="<?php bloginfo('comments_rss2_url'); ?>">Kommentare (RSS)</a>.</p>
</div>
</div>
<?php wp_footer(); ?>
</body>
</html>
