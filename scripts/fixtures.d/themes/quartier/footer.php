			</div>
		</div>
		<div id="primary" class="widget-area" role="complementary">
			<ul class="xoxo">
				<li class="widget-container"><?php the_widget('WP_Widget_Recent_Posts', 'title=Neueste Beiträge&number=4'); ?></li>
				<li class="widget-container"><?php the_widget('WP_Widget_Recent_Comments', 'title=Stimmen'); ?></li>
				<li class="widget-container"><?php the_widget('WP_Widget_Categories', 'title=Kategorien'); ?></li>
			</ul>
		</div>
	</div>
	<div id="footer" role="contentinfo">Ein Projekt im Musterkiez</div>
</div>
<?php wp_footer(); ?>
</body>
</html>
