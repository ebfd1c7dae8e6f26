<?php
/*
 * Plugin Name: Callslip
 * Description: [callslip] puts the citation of the page where it stands.
 * Requires at least: 6.5
 */
add_action('wp_enqueue_scripts', function () {
    wp_enqueue_style('callslip', plugins_url('callslip/place.css', __FILE__));
    wp_enqueue_script_module('callslip', plugins_url('callslip/define.js', __FILE__));
});
add_shortcode('callslip', function () {
    // WordPress gives titles as HTML.
    $plain = fn (string $html) => html_entity_decode(wp_strip_all_tags($html), ENT_QUOTES | ENT_HTML5, 'UTF-8');
    $csl = [
        'id' => (string) get_the_ID(),
        'type' => 'post-weblog',
        'title' => $plain(get_the_title()),
        'author' => [['literal' => $plain(get_the_author())]],
        'issued' => ['date-parts' => [array_map('intval', explode('-', get_the_date('Y-m-d')))]],
        'container-title' => $plain(get_bloginfo('name')),
        'URL' => get_permalink(),
    ];
    return '<callslip-cite collect><script type="application/json">' . wp_json_encode($csl, JSON_HEX_TAG) . '</script></callslip-cite>';
});
