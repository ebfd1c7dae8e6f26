// The package's entry in edge runtimes, which compile no bytes: there a module that is imported is compiled already.

// @ts-ignore Only such runtimes, and the tools that bundle for them, know what this import means.
import compiled from './pkg/fast/callslip_bg.wasm';
import { setSource } from './load.js';

setSource(async () => compiled);

export * from './callslip.js';
