// A static server for the demo page and the tests, with the strict policy that Callslip promises to work under.

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { SEED } from './demo.js';
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
	'.xhtml': 'application/xhtml+xml; charset=utf-8',
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
	// For the worker's own address alone.
	'trusted-types callslip-worker',
].join('; ');

/**
 * Serves a folder.
 *
 * @param {{ folder?: string, port?: number, policy?: string, front?: string }} [options] The next free port is taken when
 * this one is in use; 0 takes any. `front` is the HTML of the first page, where it is not the folder's.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ folder = join(root, 'www'), port = 0, policy = POLICY, front = '' } = {}) {
	const server = createServer((request, response) => {
		try {
			answer({ folder, policy, front }, request, response);
		} catch (error) {
			end(response, 500, error.message);
		}
	});
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
		server.listen(port, 'localhost', () => resolve(server.address().port));
	});
}

function answer({ folder, policy, front }, request, response) {
	if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'only GET');
	const isFront = front && /^\/(index\.html)?(\?|$)/.test(request.url);
	const found = isFront ? { file: 'index.html', size: Buffer.byteLength(front) } : find(folder, request.url);
	if (!found) return end(response, 404, 'not found');
	const header = {
		'Content-Type': TYPES[extname(found.file)] ?? 'application/octet-stream',
		'Content-Length': found.size,
		'Cache-Control': 'no-cache',
		'X-Content-Type-Options': 'nosniff',
	};
	if (policy) header['Content-Security-Policy'] = policy;
	response.writeHead(200, header);
	if (request.method === 'HEAD') return response.end();
	if (isFront) return response.end(front);
	createReadStream(found.file).on('error', () => response.destroy()).pipe(response);
}

/** The file of an address, never outside the folder. */
function find(folder, address) {
	let path;
	try {
		path = decodeURIComponent(new URL(address, 'http://localhost').pathname);
	} catch {
		return undefined;
	}
	if (path === '/seed.txt') return stat(SEED);
	const file = normalize(join(folder, path));
	if (!file.startsWith(normalize(folder + sep)) || file.includes('\0')) return undefined;
	return stat(file) ?? stat(join(file, 'index.html'));
}

function stat(file) {
	const found = statSync(file, { throwIfNoEntry: false });
	return found?.isFile() ? { file, size: found.size } : undefined;
}

function end(response, status, text) {
	response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
	response.end(`${text}\n`);
}
