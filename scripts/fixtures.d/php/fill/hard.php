<?php
// What only a database can hold: control characters, zero dates, cut and empty slugs, broken serialized values.
function fixture_change(int $id, array $columns): void {
    global $wpdb;
    $wpdb->update($wpdb->posts, $columns, ['ID' => $id]);
    clean_post_cache($id);
}

wp_trash_post(221);
fixture_change(221, ['post_modified' => '2021-02-03 00:00:00', 'post_modified_gmt' => '2021-02-02 23:00:00']);

$hard = [
    701 => ['Steuerzeichen', "Vor dem Tabulator\vnach ihm, Form\ffeed, Glocke\x07, Löschen\x08, Einheit\x1f und ESC\x1b[0m, Null\x00.\r\n\r\nWagenrücklauf\rallein.", []],
    702 => ['Null-Datum', 'Dieser Beitrag hat kein Datum mehr.', ['post_date' => '0000-00-00 00:00:00', 'post_date_gmt' => '0000-00-00 00:00:00', 'post_modified' => '0000-00-00 00:00:00', 'post_modified_gmt' => '0000-00-00 00:00:00']],
    703 => ['Abgeschnittener Name', 'Der Name endet mitten in einem Zeichen.', ['post_name' => '%e5%8c%97%e4%ba%ac-%e5%8c']],
    704 => ['Leerer Name', 'Veröffentlicht, aber ohne Namen.', ['post_name' => '']],
    705 => ['Pfad im Namen', 'Wer diesem Namen folgt, verlässt den Ordner.', ['post_name' => '../../etc/passwd']],
    706 => ['Gleicher Name', 'Der erste von zweien.', ['post_name' => 'gleicher-name']],
    707 => ['Gleicher Name', 'Der zweite, am selben Tag.', ['post_name' => 'gleicher-name']],
    708 => ['Gleicher Name, groß', 'Der dritte unterscheidet sich nur in der Größe der Buchstaben.', ['post_name' => 'Gleicher-Name']],
    709 => ['Sehr langer Name', 'Zweihundert Zeichen lang.', ['post_name' => substr(str_repeat('sehr-langer-name-', 20), 0, 200)]],
    710 => ['Reservierter Name', 'Unter Windows darf keine Datei so heißen.', ['post_name' => 'con']],
    711 => ['Nur Emoji', '🎉🎉🎉', ['post_name' => '%f0%9f%8e%89']],
    712 => ['Leerer Beitrag', '', []],
    713 => ['Unbekannter Status', 'Ein Status, den eine Erweiterung erfand.', ['post_status' => 'archived']],
    714 => ['Unbekannter Typ', 'Ein Typ, den niemand mehr kennt.', ['post_type' => 'alttyp']],
    715 => ['Offenes Anführungszeichen', 'Vor dem Link. <a href="https://example.org/offen>Der Link</a> danach steht noch viel Text, den kein Browser mehr zeigt. <b>Auch dies.</b>', []],
    716 => ["Titel mit\nZeilenumbruch und ]]> darin", 'Der Titel hat zwei Zeilen.', []],
    717 => ['Vor 1970', 'Ein rückdatierter Beitrag aus der Zeit vor den Rechnern.', ['post_date' => '1927-05-01 08:00:00', 'post_date_gmt' => '1927-05-01 07:00:00']],
    718 => ['Elternteil fehlt', 'Die Seite darüber wurde gelöscht.', ['post_type' => 'page', 'post_parent' => 9999]],
    719 => ['Emoticons :-) und 8-)', "Alles gut :-) oder :mrgreen: oder 8-) oder ;-)\n\nKeine: foo:)bar http://example.org/:-)", []],
];
foreach ($hard as $id => [$title, $text, $columns]) {
    fixture_item(
        ['id' => $id, 'title' => $title, 'date' => '2009-07-07 07:07:07', 'terms.category' => 'archiv-2009', 'slug' => "hart-$id"],
        [], $text, $people, $terms, $media);
    if ($columns) {
        fixture_change($id, $columns);
    }
}

// The byte count of the first string is wrong, as after a search and replace of the address.
add_post_meta(701, 'kaputt', 'a:1:{s:3:"url";s:99:"https://qm-musterkiez.example/";}');
add_post_meta(701, 'steuer', "eins\x01zwei");
// An object of a class nobody has; stored as its bytes, never made.
$wpdb->insert($wpdb->postmeta, ['post_id' => 701, 'meta_key' => 'objekt', 'meta_value' => 'O:8:"stdClass":1:{s:4:"kiez";s:6:"Müst";}']);
$wpdb->insert($wpdb->postmeta, ['post_id' => 701, 'meta_key' => 'null', 'meta_value' => null]);
