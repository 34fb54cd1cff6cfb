	<div id="sidebar">
		<ul>
			<li><form method="get" id="searchform" action="<?php echo home_url('/'); ?>"><div><input type="text" value="" name="s" id="s" /><input type="submit" id="searchsubmit" value="Suchen" /></div></form></li>
			<?php wp_list_pages('title_li=<h2>Seiten</h2>'); ?>
			<li><h2>Neues</h2><ul><?php wp_get_archives('type=postbypost&limit=5'); ?></ul></li>
			<li><h2>Archiv</h2><ul><?php wp_get_archives('type=monthly&limit=6'); ?></ul></li>
			<?php wp_list_categories('show_count=1&title_li=<h2>Kategorien</h2>'); ?>
			<li><h2>Meta</h2><ul><li><a href="http://validator.w3.org/check/referer" title="Diese Seite ist XHTML 1.0 Transitional">Valides <abbr title="eXtensible HyperText Markup Language">XHTML</abbr></a></li></ul></li>
		</ul>
	</div>
