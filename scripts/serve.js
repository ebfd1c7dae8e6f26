// A static server for the demo page and the tests, with the strict policy that Callslip promises to work under.

import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { root } from './run.js';

const TYPES = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.md': 'text/markdown; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.pdf': 'application/pdf',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.xml': 'application/xml; charset=utf-8',
};

/** The policy: our own files only, WebAssembly, no inline script or style, Trusted Types. */
export const POLICY = [
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"style-src 'self'",
	"connect-src 'self'",
	"img-src 'self' data:",
	"worker-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types 'none'",
].join('; ');

/**
 * The telegram that started it, which is not ours to copy: when it lies beside the checkout, the demo page shows it in
 * the place of its own specimen.
 */
const SEED = join(process.env.CALLSLIP_SHARED ?? join(root, '../shared'), 'corpus/wilson/seed.txt');

/**
 * Serves a folder.
 *
 * @param {{ folder?: string, port?: number, policy?: string }} [options] The next free port is taken when this one is
 * in use; 0 takes any.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ folder = join(root, 'www'), port = 0, policy = POLICY } = {}) {
	const server = createServer((request, response) => answer(folder, policy, request, response));
	const found = await listen(server, port);
	return {
		url: `http://localhost:${found}/`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

function listen(server, port) {
	return new Promise((resolve, reject) => {
		server.once('error', (error) => {
			if (error.code === 'EADDRINUSE' && port > 0 && port < 65535) resolve(listen(server, port + 1));
			else reject(error);
		});
		server.listen(port, '127.0.0.1', () => resolve(server.address().port));
	});
}

function answer(folder, policy, request, response) {
	if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'only GET');
	const file = find(folder, request.url ?? '/');
	if (!file) return end(response, 404, 'not found');
	response.writeHead(200, {
		'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
		'Content-Length': statSync(file).size,
		'Content-Security-Policy': policy,
		'Cache-Control': 'no-cache',
		'X-Content-Type-Options': 'nosniff',
	});
	if (request.method === 'HEAD') response.end();
	else createReadStream(file).pipe(response);
}

/** The file of an address, never outside the folder. */
function find(folder, address) {
	let path;
	try {
		path = decodeURIComponent(new URL(address, 'http://localhost').pathname);
	} catch {
		return undefined;
	}
	if (path === '/seed.txt') return existsSync(SEED) ? SEED : undefined;
	if (path === '/document.txt' && existsSync(SEED)) return SEED;
	let file = normalize(join(folder, path));
	if (file !== normalize(folder) && !file.startsWith(normalize(folder + sep))) return undefined;
	if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
	return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function end(response, status, text) {
	response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
	response.end(`${text}\n`);
}
