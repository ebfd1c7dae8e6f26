// `npm start`: sets up, builds, and serves the demo page.

import { build } from './build.js';
import { fail, say } from './run.js';
import { serve } from './serve.js';

try {
	await build();
	const { url } = await serve({ port: Number(process.env.PORT ?? 8080) });
	say(`the demo page is at ${url} (Ctrl+C ends it)`);
} catch (error) {
	fail(error.message);
}
