<?php
// AtoM: the description's reference code and repository, as they are: what the template gets may be escaped already.
$description = $sf_data->getRaw('resource');
$csl = array_filter([
    'id' => $description->slug,
    'type' => 'manuscript',
    'title' => (string) $description->getTitle(['cultureFallback' => true]),
    'archive' => (string) $description->getRepository(['inherit' => true]),
    'archive_location' => (string) $description->getInheritedReferenceCode(),
    'URL' => $sf_request->getUri(),
]);
?>
<callslip-cite collect>
  <script type="application/json"><?php echo json_encode($csl, JSON_HEX_TAG | JSON_UNESCAPED_UNICODE); ?></script>
</callslip-cite>
<script type="module" src="<?php echo public_path('callslip/define.js'); ?>"></script>
