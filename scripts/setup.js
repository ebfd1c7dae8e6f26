// Sets up what the project needs, each part only when it is missing.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, has, output, root, run, say } from './run.js';

const TARGET = 'wasm32-unknown-unknown';

/** What every command needs: the Rust target and the packages of package-lock.json. */
export async function setUp() {
	await once('setup', async () => {
		await rustTarget();
		await packages();
	});
}

/** What the browser tests need beside that: three browsers and their drivers. */
export async function setUpBrowsers() {
	await once('browsers', async () => {
		await debianPackages();
		await geckodriver();
	});
}

async function rustTarget() {
	if (!has('cargo')) fail('cargo is missing: install Rust with rustup (https://rustup.rs), then run this again');
	const libraries = output('rustc', ['--print', 'target-libdir', '--target', TARGET]);
	if (libraries && existsSync(libraries)) return;
	if (!has('rustup')) fail(`the Rust target ${TARGET} is missing, and so is rustup, which would add it`);
	say(`adding the Rust target ${TARGET}`);
	await orFail(run('rustup', ['target', 'add', TARGET]), `rustup could not add the target ${TARGET}`);
}

async function packages() {
	const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
	const stamp = join(root, 'node_modules/.callslip-lock');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
	say('installing the packages of package-lock.json');
	await orFail(run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']), 'npm could not install the packages');
	writeFileSync(stamp, lock);
}

async function debianPackages() {
	const wanted = {
		chromium: '/usr/bin/chromium',
		'chromium-driver': '/usr/bin/chromedriver',
		'firefox-esr': '/usr/bin/firefox-esr',
		'webkit2gtk-driver': '/usr/bin/WebKitWebDriver',
		xvfb: '/usr/bin/Xvfb',
		xauth: '/usr/bin/xauth',
	};
	const missing = Object.keys(wanted).filter((name) => !existsSync(wanted[name]));
	if (missing.length === 0) return;
	if (!has('apt-get')) fail(`the browser tests need ${missing.join(', ')}; install them and run this again`);
	say(`installing ${missing.join(', ')} with apt`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const install = ['install', '--yes', '--quiet', '--no-install-recommends', ...missing];
	const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] };
	await orFail(run('apt-get', ['update', '--quiet'], quiet), 'apt could not read its package lists (are you root?)');
	await orFail(run('apt-get', install, quiet), `apt could not install ${missing.join(', ')} (are you root?)`);
}

/** Debian has no geckodriver, so cargo builds it, into the target folder. */
async function geckodriver() {
	if (existsSync(geckodriverPath)) return;
	say('building geckodriver, which drives Firefox (two to three minutes, once)');
	const args = ['install', 'geckodriver', '--version', '0.37.1', '--locked', '--quiet', '--root', join(root, 'target/tools')];
	const env = { ...process.env, CARGO_PROFILE_RELEASE_OPT_LEVEL: '0', CARGO_PROFILE_RELEASE_LTO: 'off' };
	await orFail(run('cargo', args, { env }), 'cargo could not build geckodriver');
}

/** Where geckodriver is. */
export const geckodriverPath = join(root, 'target/tools/bin/geckodriver');

async function orFail(promise, line) {
	await promise.catch((error) => fail(`${line}: ${error.message}`));
}

/** Does one thing at a time across processes: a folder is the lock; one older than 20 minutes is left over. */
async function once(name, work) {
	mkdirSync(join(root, 'target'), { recursive: true });
	const lock = join(root, `target/.lock-${name}`);
	for (;;) {
		try {
			mkdirSync(lock);
			break;
		} catch {
			const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
			if (age > 20 * 60_000) rmdirSync(lock);
			else await new Promise((resolve) => setTimeout(resolve, 500));
		}
	}
	const free = () => existsSync(lock) && rmdirSync(lock);
	process.on('exit', free);
	try {
		await work();
	} finally {
		free();
		process.off('exit', free);
	}
}
