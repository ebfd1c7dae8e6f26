// Before anything asks for the module.

// @ts-ignore The bundler puts the bytes here.
import bytes from './pkg/callslip_bg.wasm';
import { setSource } from './load.js';

setSource(async () => bytes);
