// Hayagriva compiled to WebAssembly, with the CSL project's Chicago 18 style. `run.js` builds it, when it builds.

import { readFileSync } from 'node:fs';
import { file, run } from './task.js';

const made = new URL('hayagriva/target/made/', import.meta.url);
let engine;

await run({
	async start() {
		const { initSync, Engine } = await import(new URL('callslip.js', made).href);
		initSync({ module: new WebAssembly.Module(readFileSync(new URL('callslip_bg.wasm', made))) });
		engine = new Engine(file('styles/chicago-notes-bibliography.csl'), file('locales-en-US.xml'));
	},
	note: (item) => engine.note(JSON.stringify(item)),
	list: (items) => JSON.parse(engine.list(JSON.stringify(items))),
});
