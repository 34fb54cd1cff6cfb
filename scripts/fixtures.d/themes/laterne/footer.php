	</main>
	<aside id="secondary" class="widget-area">
		<?php the_widget('WP_Widget_Search'); ?>
		<?php the_widget('WP_Widget_Recent_Posts', 'number=5&show_date=1'); ?>
		<?php the_widget('WP_Widget_Archives'); ?>
		<?php the_widget('WP_Widget_Tag_Cloud'); ?>
	</aside>
	</div>
	<footer id="colophon" class="site-footer"><div class="site-info"><a href="https://de.wordpress.org/">Stolz präsentiert von WordPress</a></div></footer>
</div>
<?php wp_footer(); ?>
</body>
</html>
