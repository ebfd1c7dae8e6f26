<?php
// AtoM: the description's reference code and repository.
$csl = [
    'id' => $resource->slug,
    'type' => 'manuscript',
    'title' => $resource->getTitle(['cultureFallback' => true]),
    'archive' => (string) $resource->getRepository(['inherit' => true]),
    'archive_location' => $resource->getInheritedReferenceCode(),
    'URL' => $sf_request->getUri(),
];
?>
<callslip-cite collect>
  <script type="application/json"><?php echo json_encode($csl, JSON_HEX_TAG | JSON_UNESCAPED_UNICODE); ?></script>
</callslip-cite>
<script type="module" src="<?php echo public_path('callslip/elements/define.js'); ?>"></script>
