// Callslip through its JavaScript functions, as any user calls them.

import { run } from './task.js';

let callslip;

await run({
	async start() {
		callslip = await import('../../www/pkg/node.js');
		await callslip.load();
	},
	note: (item) => callslip.cite(item, { edition: 18, form: 'note' }).text,
	list: (items) => callslip.bibliography(items, { edition: 18 }).entries,
});
