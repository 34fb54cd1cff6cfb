<?php
// Renders the pages of every theme into FOLDER/rendered/THEME/NAME.html and writes FOLDER/truth.jsonl.
[, $folder] = $argv;
$themes = [
    'twentytwentyone/twentytwentyone', 'twentytwentytwo/twentytwentytwo', 'twentytwentythree/twentytwentythree',
    'kiezblatt/kiezblatt', 'tafel/tafel', 'quartier/quartier', 'laterne/laterne', 'laterne/fackel',
];
$pages = [
    'home' => '/', 'home-2' => '/page/2/', 'home-last' => '/page/10/',
    'category' => '/category/aktuelles/', 'category-child' => '/category/nachbarschaft/feste/',
    'tag' => '/tag/kinder/', 'author' => '/author/koehler/', 'year' => '/2019/', 'month' => '/2019/05/',
    'search' => '/?s=garten', 'search-empty' => '/?s=xyzzyx', 'not-found' => '/gibt-es-nicht/',
    'projects' => '/projekte/', 'field' => '/handlungsfeld/gruen/',
    'post-classic' => '/2019/05/der-nachbarschaftsgarten-blueht-auf/', 'post-blocks' => '/2022/03/neues-konzept-fuer-den-kiez/',
    'post-gallery' => '/2017/07/bilder-vom-sommerfest/', 'post-paged' => '/2016/05/chronik-in-drei-teilen/',
    'post-paged-2' => '/2016/05/chronik-in-drei-teilen/2/', 'post-protected' => '/2022/04/entwurf-der-satzung/',
    'post-untitled' => '/2012/12/224/', 'post-comments' => '/2018/02/der-quartiersrat-stellt-sich-vor/',
    'page' => '/ueber-uns/', 'project' => '/projekte/garten/',
    'attachment' => '/2017/07/bilder-vom-sommerfest/bild-2/',
];
// Their single pages are nearly those of a theme above.
$listings_only = ['twentytwentythree/twentytwentythree', 'laterne/fackel'];
$truth = '';
foreach ($themes as $theme) {
    $place = "$folder/rendered/" . basename($theme);
    mkdir($place, 0755, true);
    putenv("NACHLASS_FIXTURES_THEME=$theme");
    foreach ($pages as $name => $address) {
        if (in_array($theme, $listings_only, true) && preg_match('/^(post-(?!classic)|page|project$|attachment)/', $name)) {
            continue;
        }
        $line = shell_exec(implode(' ', array_map('escapeshellarg', [
            PHP_BINARY, '-d', 'display_errors=stderr', '-d', 'log_errors=0', '-d', 'error_reporting=' . E_ERROR,
            __DIR__ . '/page.php', $address, "$place/$name.html",
        ])));
        if (!is_string($line) || json_decode($line) === null) {
            fwrite(STDERR, "$theme $name: no truth\n");
            exit(1);
        }
        $truth .= $line;
    }
}
file_put_contents("$folder/truth.jsonl", $truth);
