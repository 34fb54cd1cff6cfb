<?php
// Images drawn here, with their variants, a document, a sound and a film. Their ids are 101, 102, ...
$media = [];

/// Draws a scene of flat colours: small files, the same bytes each time.
function fixture_picture(int $width, int $height, array $colours, string $kind): string {
    $image = imagecreatetruecolor($width, $height);
    [$sky, $house, $sun] = array_map(fn ($c) => imagecolorallocate($image, ...$c), $colours);
    imagefilledrectangle($image, 0, 0, $width, $height, $sky);
    imagefilledrectangle($image, intdiv($width, 5), intdiv($height, 2), intdiv($width * 3, 5), $height, $house);
    imagefilledellipse($image, intdiv($width * 4, 5), intdiv($height, 4), intdiv($height, 4), intdiv($height, 4), $sun);
    ob_start();
    match ($kind) {
        'jpg' => imagejpeg($image, null, 60),
        'png' => imagepng($image, null, 9),
        'gif' => imagegif($image),
        'webp' => imagewebp($image, null, 50),
    };
    return ob_get_clean();
}

function fixture_sound(): string {
    $samples = str_repeat("\x80\x9f\x80\x61", 100);
    return 'RIFF' . pack('V', 36 + strlen($samples)) . 'WAVEfmt ' . pack('VvvVVvv', 16, 1, 1, 8000, 8000, 1, 8)
        . 'data' . pack('V', strlen($samples)) . $samples;
}

function fixture_document(string $text): string {
    return "%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
        . "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F<</Type/Font"
        . "/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj 4 0 obj<</Length " . (strlen($text) + 33)
        . ">>stream\nBT /F 14 Tf 20 100 Td ($text) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

$blue = [[174, 214, 241], [192, 57, 43], [247, 220, 111]];
$green = [[212, 239, 223], [110, 44, 0], [244, 208, 63]];
$grey = [[229, 231, 233], [93, 109, 126], [236, 112, 99]];
$next = 101;
foreach ([
    // name, folder, bytes, title, caption, description, alternative text
    ['nachbarschaftsgarten.jpg', '2019/05', fixture_picture(520, 390, $green, 'jpg'), 'Nachbarschaftsgarten', 'Der Garten im Mai', 'Blick über die Hochbeete zum Gerätehaus.', 'Hochbeete vor einem Holzhaus'],
    ['straßenfest-überblick.jpg', '2019/06', fixture_picture(500, 300, $blue, 'jpg'), 'Straßenfest „Überblick“', 'Fest auf dem <em>Musterplatz</em>', '', 'Viele Menschen zwischen Ständen & Buden'],
    ['kiezpanorama.jpg', '2022/03', fixture_picture(1200, 500, $grey, 'jpg'), 'Kiezpanorama', '', '', ''],
    ['quartiersrat.jpg', '2018/02', fixture_picture(320, 240, $grey, 'jpg'), 'quartiersrat', 'Der Rat tagt', '', 'Runder Tisch'],
    ['logo-musterkiez.png', '2009/04', fixture_picture(96, 96, $blue, 'png'), 'logo-musterkiez', '', '', 'Logo'],
    ['winter.gif', '2010/12', fixture_picture(150, 100, $grey, 'gif'), 'Winter', '', '', ''],
    ['plakat.webp', '2022/08', fixture_picture(300, 400, $blue, 'webp'), 'Plakat zum Lesefest', '', '', 'Plakat'],
    ['ihek-2022-2025.pdf', '2022/03', fixture_document('IHEK 2022-2025'), 'IHEK 2022–2025', 'Das Konzept als PDF', '', ''],
    ['kiezklang.wav', '2021/09', fixture_sound(), 'Kiezklang', '', 'Tonaufnahme vom Musterplatz', ''],
    ['rundgang.mp4', '2021/09', "\0\0\0\x14ftypmp42\0\0\0\0mp42", 'Rundgang', '', '', ''],
    ['bild-1.jpg', '2017/07', fixture_picture(200, 150, $blue, 'jpg'), 'bild-1', 'Erstes Bild', '', 'eins'],
    ['bild-2.jpg', '2017/07', fixture_picture(200, 150, $green, 'jpg'), 'bild-2', 'Zweites Bild', '', 'zwei'],
    ['bild-3.jpg', '2017/07', fixture_picture(200, 150, $grey, 'jpg'), 'bild-3', '', '', ''],
    ['ohne-beitrag.jpg', '2015/01', fixture_picture(160, 120, $green, 'jpg'), '', '', '', ''],
] as [$name, $folder, $bytes, $title, $caption, $description, $alternative]) {
    $kept = wp_upload_bits($name, null, $bytes, $folder);
    $date = str_replace('/', '-', $folder) . '-15 12:00:00';
    $id = wp_insert_attachment(wp_slash([
        'import_id' => $next++, 'post_title' => $title, 'post_excerpt' => $caption, 'post_content' => $description,
        'post_date' => $date, 'post_mime_type' => wp_check_filetype($name)['type'], 'guid' => $kept['url'],
        'post_author' => 1, 'post_status' => 'inherit',
    ]), $kept['file']);
    wp_update_attachment_metadata($id, wp_generate_attachment_metadata($id, $kept['file']));
    if ($alternative !== '') {
        add_post_meta($id, '_wp_attachment_image_alt', wp_slash($alternative));
    }
    $media[pathinfo($name, PATHINFO_FILENAME)] = $id;
}
add_post_meta($media['nachbarschaftsgarten'], '_wp_attachment_backup_sizes', ['full-orig' => ['width' => 520, 'height' => 390, 'file' => 'nachbarschaftsgarten.jpg']]);
