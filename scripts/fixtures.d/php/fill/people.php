<?php
// The authors. The first user, made at installation, writes most.
$people = ['redaktion' => 1];
wp_update_user(['ID' => 1, 'display_name' => 'Redaktion Musterkiez', 'first_name' => 'Renate', 'last_name' => 'Redlich']);
foreach ([
    ['m.yilmaz', 'Mehmet', 'Yılmaz', 'Mehmet Yılmaz'],
    ['koehler', 'Sabine', 'Köhler', 'Sabine Köhler & Team'],
    ['gast', '', '', 'Gastbeitrag <extern>'],
    ['olena', 'Олена', 'Шевчук', 'Олена Шевчук'],
] as [$login, $first, $last, $shown]) {
    $people[$login] = wp_insert_user([
        'user_login' => $login, 'user_pass' => 'fixture', 'user_email' => "$login@qm-musterkiez.example",
        'first_name' => $first, 'last_name' => $last, 'display_name' => $shown, 'nickname' => $login, 'role' => 'author',
    ]);
}
// Someone whose account was deleted: the export names nobody.
$people['geloescht'] = 99;
