import { setSource } from 'callslip';

setSource(() => fetch(new URL('callslip_bg.wasm', document.baseURI)));
