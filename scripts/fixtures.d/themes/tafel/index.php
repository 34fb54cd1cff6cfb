<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML>
<HEAD>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE><?php bloginfo('name'); ?><?php wp_title(' - '); ?></TITLE>
</HEAD>
<BODY BGCOLOR=#FFFFFF TEXT=#000000>
<TABLE WIDTH=760 BORDER=0 CELLPADDING=4>
<TR><TD COLSPAN=2 BGCOLOR=#C0392B><FONT SIZE=5 COLOR=#FFFFFF><?php bloginfo('name'); ?></FONT><BR><FONT COLOR=#FFFFFF><?php bloginfo('description'); ?></FONT>
<TR><TD WIDTH=160 VALIGN=top>
<P><B>Navigation</B>
<UL>
<LI><A HREF="<?php echo home_url('/'); ?>">Startseite</A>
<?php foreach (get_pages(['parent' => 0]) as $page) : ?>
<LI><A HREF="<?php echo get_permalink($page); ?>"><?php echo esc_html($page->post_title); ?></A>
<?php endforeach; ?>
</UL>
<P><B>Zuletzt geschrieben</B>
<TABLE>
<?php foreach (get_posts(['numberposts' => 4]) as $recent) : ?>
<TR><TD><FONT SIZE=1><A HREF="<?php echo get_permalink($recent); ?>"><?php echo get_the_title($recent); ?></A></FONT>
<?php endforeach; ?>
</TABLE>
<TD VALIGN=top>
<?php if (!have_posts()) : ?>
<P>Hier ist nichts.
<?php elseif (is_singular()) : the_post(); ?>
<?php if ($kicker = get_post_meta(get_the_ID(), 'dachzeile', true)) : ?><FONT SIZE=2 COLOR=#888888><?php echo esc_html($kicker); ?></FONT><BR>
<?php endif; ?>
<FONT SIZE=4><B><?php the_title(); ?></B></FONT><BR>
<FONT SIZE=1><?php echo get_the_date('d.m.Y'); ?>, <?php the_author(); ?></FONT>
<?php the_content(); ?>
<?php wp_link_pages(['before' => '<P>Seite: ', 'after' => '']); ?>
<?php foreach (get_comments(['post_id' => get_the_ID(), 'status' => 'approve', 'order' => 'ASC']) as $comment) : ?>
<HR SIZE=1><FONT SIZE=2><B><?php comment_author($comment); ?></B> schrieb am <?php echo get_comment_date('d.m.Y', $comment); ?>:<BR><?php echo apply_filters('comment_text', get_comment_text($comment), $comment); ?></FONT>
<?php endforeach; ?>
<?php else : ?>
<TABLE WIDTH=100% CELLSPACING=0>
<?php while (have_posts()) : the_post(); ?>
<TR><TD BGCOLOR=#EEEEEE><?php if ($kicker = get_post_meta(get_the_ID(), 'dachzeile', true)) : ?><FONT SIZE=1><?php echo esc_html($kicker); ?></FONT><BR><?php endif; ?><A HREF="<?php the_permalink(); ?>"><B><?php the_title(); ?></B></A>
<TD BGCOLOR=#EEEEEE ALIGN=right><FONT SIZE=1><?php echo get_the_date('d.m.Y'); ?></FONT>
<TR><TD COLSPAN=2><?php echo get_the_excerpt(); ?> <A HREF="<?php the_permalink(); ?>">mehr...</A><BR>&nbsp;
<?php endwhile; ?>
</TABLE>
<P ALIGN=center><?php posts_nav_link(' | ', 'neuere', 'aeltere'); ?>
<?php endif; ?>
</TABLE>
<HR><CENTER><FONT SIZE=1>&copy; <?php bloginfo('name'); ?></FONT></CENTER>
</BODY>
</HTML>
