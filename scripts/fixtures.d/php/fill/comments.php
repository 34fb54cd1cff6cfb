<?php
// Comments with threads, pingbacks, trackbacks, unapproved ones and spam; addresses are those kept for examples.
function fixture_comment(int $id, int $post, int $parent, string $date, string $name, string $text, array $more = []): void {
    global $wpdb;
    $made = wp_insert_comment(wp_slash($more + [
        'comment_post_ID' => $post, 'comment_parent' => $parent, 'comment_date' => $date,
        'comment_date_gmt' => get_gmt_from_date($date), 'comment_author' => $name,
        'comment_author_email' => $name === '' ? '' : strtolower(remove_accents(strtok($name, ' '))) . '@post.example',
        'comment_author_IP' => '192.0.2.' . ($id % 250), 'comment_agent' => 'Mozilla/5.0 (Musterkiez)',
        'comment_content' => $text, 'comment_approved' => '1', 'comment_type' => 'comment',
    ]));
    if ($made !== $id) {
        throw new Exception("comment $id became $made");
    }
}
$next = 2; // the comment made at installation was the first
$c = fn (int $n) => $next + $n;
fixture_comment($c(0), 201, 0, '2019-05-20 12:00:00', 'Änne Grün', "Wie schön!\n\nIch bringe Setzlinge mit.", ['comment_author_url' => 'https://blog.example/?a=1&b=2']);
fixture_comment($c(1), 201, $c(0), '2019-05-20 13:30:00', 'Sabine Köhler', 'Gern, <strong>Samstag</strong> um 10?', ['user_id' => $people['koehler']]);
fixture_comment($c(2), 201, $c(1), '2019-05-21 07:15:00', 'Änne Grün', 'Abgemacht :-) ]]> https://example.org/setzlinge');
fixture_comment($c(3), 201, 0, '2019-05-22 22:22:22', 'O\'Brien & Söhne <GmbH>', 'Wir spenden Erde. "Beste Qualität" -- versprochen...');
fixture_comment($c(4), 201, 0, '2019-05-25 09:00:00', 'Gartenblog', '[…] ein Besuch im Garten hinter der Musterstraße […]', ['comment_type' => 'pingback', 'comment_author_url' => 'https://gartenblog.example/2019/05/besuch/', 'comment_author_email' => '', 'comment_agent' => 'WordPress/4.9; https://gartenblog.example']);
fixture_comment($c(5), 201, 0, '2019-05-26 09:00:00', 'Nachbarkiez', 'Auch bei uns wird gegärtnert', ['comment_type' => 'trackback', 'comment_author_url' => 'http://nachbarkiez.example/garten', 'comment_author_email' => '']);
fixture_comment($c(6), 201, 0, '2019-06-01 03:00:00', 'Wartend', 'Dieser Kommentar wartet auf Freigabe.', ['comment_approved' => '0']);
fixture_comment($c(7), 201, 0, '2019-06-02 03:00:00', 'Spam', 'Billige Rasenmäher!!!', ['comment_approved' => 'spam']);
fixture_comment($c(8), 201, 0, '2019-06-03 03:00:00', 'Gelöscht', 'Im Papierkorb.', ['comment_approved' => 'trash']);
fixture_comment($c(9), 202, 0, '2018-02-14 08:00:00', '', 'Ein Kommentar ohne Namen.', ['comment_author_IP' => '2001:db8::14']);
fixture_comment($c(10), 202, 9999, '2018-02-15 08:00:00', 'Waise', 'Die Antwort auf einen gelöschten Kommentar.');
fixture_comment($c(11), 204, 0, '2022-03-08 10:00:00', 'Олена', 'Дякую! 🙏 <a href="https://example.org/?x=1&amp;y=2" rel="nofollow">Link</a>');
fixture_comment($c(12), 204, $c(11), '2022-03-08 11:00:00', 'Redaktion Musterkiez', "Gern geschehen.\nAuch am Telefon.", ['user_id' => 1]);
fixture_comment($c(13), 701, 0, '2009-07-08 07:00:00', 'Steuer', "Zeichen\x0bim Kommentar");
fixture_comment($c(14), 301, 0, '2009-05-01 10:00:00', 'Erste', 'Erster!');
fixture_comment($c(15), 216, 0, '2022-04-02 10:00:00', 'Rat', 'Kommentar an einem geschützten Beitrag.');
add_comment_meta($c(3), 'bewertung', '5');
add_comment_meta($c(3), 'verlauf', ['gemeldet' => false, 'grund' => 'keiner ]]>']);
