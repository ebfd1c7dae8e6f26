// npm `citeproc` with the CSL project's Chicago 18 style, used as its manual says.

import { file, run } from './task.js';

const byId = new Map();
let engine;

await run({
	async start(items) {
		const { default: CSL } = await import('citeproc');
		for (const item of items) byId.set(item.id, item);
		const system = { retrieveLocale: () => file('locales-en-US.xml'), retrieveItem: (id) => byId.get(id) };
		engine = new CSL.Engine(system, file('styles/chicago-notes-bibliography.csl'), 'en-US');
		engine.setOutputFormat('text');
		if (items.length < 1000) engine.updateItems([...byId.keys()]);
	},
	note: (item) => engine.makeCitationCluster([{ id: item.id }]),
	list(items) {
		engine.updateItems(items.map((item) => item.id));
		return engine.makeBibliography()[1];
	},
});
