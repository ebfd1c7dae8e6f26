<?php
/*
 * Plugin Name: Callslip
 * Description: [callslip] puts the citation of the page where it stands.
 */
add_action('wp_enqueue_scripts', function () {
    wp_enqueue_script_module('callslip', plugins_url('callslip/elements/define.js', __FILE__));
});
add_shortcode('callslip', function () {
    $csl = [
        'id' => (string) get_the_ID(),
        'type' => 'post-weblog',
        'title' => get_the_title(),
        'author' => [['literal' => get_the_author()]],
        'issued' => ['date-parts' => [array_map('intval', explode('-', get_the_date('Y-m-d')))]],
        'container-title' => get_bloginfo('name'),
        'URL' => get_permalink(),
    ];
    return '<callslip-cite collect><script type="application/json">' . wp_json_encode($csl, JSON_HEX_TAG) . '</script></callslip-cite>';
});
