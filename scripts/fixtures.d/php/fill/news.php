<?php
// Short news of thirteen years, put together from parts, so that listings have pages to turn.
$subjects = [
    ['Kiezfrühstück', 'Das Kiezfrühstück', 'feste', 'fete'], ['Baumpflanzung', 'Die Baumpflanzung', 'stadtentwicklung', 'garten'],
    ['Lesefest', 'Das Lesefest', 'aktuelles', 'kinder'], ['Ratssitzung', 'Die Sitzung des Rates', 'quartiersrat', 'ihek'],
    ['Flohmarkt', 'Der Flohmarkt', 'feste', 'nachhaltigkeit'], ['Putztag', 'Der gemeinsame Putztag', 'nachbarschaft', 'nachhaltigkeit'],
    ['Werkstatt', 'Die offene Werkstatt', 'projekte-im-kiez', 'kinder'],
];
$kickers = ['Rückblick:', 'Ankündigung', 'Aus dem Rat:', 'Mitmachen!', '', 'Gut zu wissen', 'Kurz gemeldet:'];
$reports = [
    '%s war gut besucht: Rund %d Menschen kamen auf den Musterplatz, viele zum ersten Mal.',
    '%s findet auch in diesem Jahr statt. Erwartet werden etwa %d Gäste aus allen Teilen des Gebiets.',
    '%s muss leider verschoben werden. Die %d Anmeldungen bleiben gültig – neue Termine folgen.',
    '%s bekommt Verstärkung: Der Fonds stellt %d Euro bereit, beschlossen ohne Gegenstimme.',
];
$voices = [
    '„Das machen wir wieder“, sagte eine Nachbarin, „aber dann mit mehr Kuchen!“',
    'Wer mithelfen mag, meldet sich im Büro oder per E-Mail an <a href="mailto:buero@qm-musterkiez.example">das Büro</a>.',
    'Dank gilt den Ehrenamtlichen, der Kita "Sonnenblume" & dem Team vom Kiosk...',
    'Bei Regen wird in der Turnhalle gefeiert; der Eintritt ist frei (Spenden willkommen).',
    'Fotos und ein ausführlicher Bericht folgen in den nächsten Tagen auf dieser Seite.',
];
$writers = ['redaktion', 'm.yilmaz', 'koehler', 'olena'];
for ($number = 0; $number < 40; $number++) {
    [$short, $long, $category, $tag] = $subjects[$number % 7];
    $year = 2010 + intdiv($number * 13, 40);
    $month = 1 + ($number * 5) % 12;
    $day = 1 + ($number * 11) % 28;
    $amount = 20 + ($number * 37) % 480;
    $first = sprintf($reports[$number % 4], $long, $amount);
    $second = $voices[$number % 5];
    $third = $voices[($number + 2) % 5];
    $kicker = $kickers[$number % 7];
    $mark = $number % 3 === 0 ? '' : ($number % 6 === 1 ? '<!--more Alles lesen-->' : '<!--more-->');
    if ($year >= 2019) {
        $text = "<!-- wp:paragraph -->\n<p>$first</p>\n<!-- /wp:paragraph -->\n\n"
            . ($mark === '' ? '' : "<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->\n\n")
            . "<!-- wp:paragraph -->\n<p>" . str_replace('& ', '&amp; ', $second) . "</p>\n<!-- /wp:paragraph -->\n\n"
            . "<!-- wp:paragraph -->\n<p>" . str_replace('& ', '&amp; ', $third) . "</p>\n<!-- /wp:paragraph -->";
    } else {
        $text = "$first $mark\n\n$second\n\n$third";
    }
    $header = [
        'id' => 600 + $number,
        'title' => $number % 4 === 1 ? "$short $year: „$amount und mehr“" : "$short im Musterkiez $year",
        'date' => sprintf('%d-%02d-%02d %02d:%02d:00', $year, $month, $day, 8 + $number % 11, ($number * 7) % 60),
        'author' => $writers[$number % 4],
        'terms.category' => $number % 5 === 0 ? "$category,aktuelles" : $category,
        'terms.post_tag' => $tag,
    ];
    if ($number % 9 === 4) {
        $header['excerpt'] = "In Kürze: $short am $day. " . ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'][$month - 1] . '.';
    }
    if ($number % 6 === 2) {
        $header['thumbnail'] = ['bild-1', 'bild-2', 'straßenfest-überblick'][$number % 3];
    }
    fixture_item($header, $kicker === '' ? [] : [['dachzeile', $kicker]], $text, $people, $terms, $media);
}
