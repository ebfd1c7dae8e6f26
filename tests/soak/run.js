// `npm run soak`: 1,000,000 citations and 10,000 documents in one process of Node and in one page of Chromium.
//
//     npm run soak -- node                    one of them
//     npm run soak -- chromium 20000 300      other numbers

import { main } from '../../scripts/run.js';
import { broken, table } from './bounds.js';

await main(import.meta.url, async () => {
	const words = process.argv.slice(2);
	const [citations = 1_000_000, documents = 10_000] = words.filter((word) => /^\d+$/.test(word)).map(Number);
	const places = words.filter((word) => !/^\d+$/.test(word));
	for (const place of places.length ? places : ['node', 'chromium']) {
		const { soak } = await import(`./${place}.js`);
		const begin = Date.now();
		const figures = await soak({ citations, documents });
		console.log(`${place}: ${citations} citations, ${documents} documents in ${Math.round((Date.now() - begin) / 1000)} s`);
		console.log(table(figures));
		const above = broken(figures);
		if (above.length) throw new Error(above.join('; '));
	}
});
