// `npm start`: sets up, builds, and serves the demo page.

import { build } from './build.js';
import { demoPage } from './demo.js';
import { main, say } from './run.js';
import { serve } from './serve.js';

await main(import.meta.url, async () => {
	const port = Number(process.env.PORT || 8080);
	if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT is no port: ${process.env.PORT}`);
	await build();
	const { url } = await serve({ port, front: await demoPage() });
	say(`the demo page is at ${url} (Ctrl+C ends it)`);
});
