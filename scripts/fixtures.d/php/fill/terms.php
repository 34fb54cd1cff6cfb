<?php
// Categories with parents, tags with odd names, a taxonomy of the site's own, term meta.
$terms = [];
function fixture_term(array &$terms, string $taxonomy, string $slug, string $name, string $parent = '', string $text = ''): int {
    $made = wp_insert_term(wp_slash($name), $taxonomy, [
        'slug' => $slug, 'description' => wp_slash($text), 'parent' => $parent === '' ? 0 : $terms["$taxonomy:$parent"],
    ]);
    if (is_wp_error($made)) {
        fwrite(STDERR, "term $slug: " . $made->get_error_message() . "\n");
        exit(1);
    }
    return $terms["$taxonomy:$slug"] = $made['term_id'];
}
foreach ([
    ['aktuelles', 'Aktuelles', '', 'Was gerade im Kiez geschieht.'],
    ['projekte-im-kiez', 'Projekte im Kiez', '', ''],
    ['nachbarschaft', 'Nachbarschaft & Ehrenamt', '', 'Menschen, die <em>anpacken</em> & helfen.'],
    ['feste', 'Feste & Märkte', 'nachbarschaft', ''],
    ['strassenfest', 'Straßenfest', 'feste', ''],
    ['stadtentwicklung', 'Stadtentwicklung / Bauen', '', ''],
    ['quartiersrat', 'Quartiersrat', '', "Beschlüsse und Sitzungen.\nZweite Zeile."],
    ['archiv-2009', 'Archiv "2009"', '', ''],
    ['leer', 'Leere Kategorie', '', ''],
] as [$slug, $name, $parent, $text]) {
    fixture_term($terms, 'category', $slug, $name, $parent, $text);
}
foreach ([
    ['ihek', 'IHEK'], ['garten', 'Garten'], ['kinder', 'Kinder & Jugend'], ['c-plus-plus', 'C++'], ['fete', 'Fête'],
    ['nachhaltigkeit', 'Nachhaltigkeit 🌱'], ['quote', 'O\'Neill'], ['shalom', 'שלום'], ['100-prozent', '100 %'],
    ['klammer', '<Klammer>'], ['ungenutzt', 'ungenutzt'],
] as [$slug, $name]) {
    fixture_term($terms, 'post_tag', $slug, $name);
}
foreach ([
    ['bildung', 'Bildung', ''], ['sprache', 'Sprache', 'bildung'], ['gruen', 'Grün & Freiraum', ''],
    ['teilhabe', 'Teilhabe', ''],
] as [$slug, $name, $parent]) {
    fixture_term($terms, 'handlungsfeld', $slug, $name, $parent, '');
}
fixture_term($terms, 'language', 'de', 'Deutsch', '', serialize(['locale' => 'de_DE', 'rtl' => 0, 'flag_code' => 'de']));
fixture_term($terms, 'language', 'en', 'English', '', serialize(['locale' => 'en_GB', 'rtl' => 0, 'flag_code' => 'gb']));
fixture_term($terms, 'author', 'cap-m-yilmaz', 'm.yilmaz', '', 'Mehmet Yılmaz m.yilmaz');
fixture_term($terms, 'author', 'cap-koehler', 'koehler', '', 'Sabine Köhler koehler');

add_term_meta($terms['category:aktuelles'], 'farbe', '#c0392b');
add_term_meta($terms['category:aktuelles'], 'reihenfolge', '1');
add_term_meta($terms['category:aktuelles'], 'reihenfolge', '2');
add_term_meta($terms['post_tag:garten'], 'symbol', ['name' => 'blatt', 'farbe' => 'grün']);
add_term_meta($terms['handlungsfeld:gruen'], 'leitziel', 'Mehr Grün ]]> für alle');
