// Sets up what the project needs, each part only when it is missing.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { locked } from './lock.js';
import { cache, capture, has, output, root, say } from './run.js';

const TARGET = 'wasm32-unknown-unknown';
const GECKODRIVER = '0.37.1';

/** Where geckodriver is. */
export const geckodriver = join(cache, `geckodriver-${GECKODRIVER}/bin/geckodriver`);

/** What every command needs: Rust, its WebAssembly target, and the packages of package-lock.json. */
export async function setUp() {
	await locked(join(root, 'target/setup.lock'), async () => {
		await rust();
		await packagesOf(root);
	});
}

/** What the tests need of Rust beside that. */
export async function setUpLints() {
	const missing = Object.entries({ rustfmt: ['fmt', '--version'], clippy: ['clippy', '--version'] })
		.filter(([, args]) => !has('cargo', args))
		.map(([name]) => name);
	if (missing.length === 0) return;
	await step(`adding ${missing.join(' and ')}`, 'rustup', ['component', 'add', ...missing]);
}

/** What fuzzing needs: a C++ compiler for libFuzzer. */
export async function setUpFuzzing() {
	if (!has('c++')) await debian({ 'g++': '/usr/bin/g++' });
}

/** What `npm run coverage` needs. */
export async function setUpCoverage() {
	if (!has('cargo', ['llvm-cov', '--version'])) await tool('cargo-llvm-cov', '0.9.1');
	const [host] = output('rustc', ['--version', '--verbose']).match(/(?<=host: ).*/) ?? [];
	const profdata = join(output('rustc', ['--print', 'sysroot']), 'lib/rustlib', host, 'bin/llvm-profdata');
	if (!existsSync(profdata)) await step('adding llvm-tools', 'rustup', ['component', 'add', 'llvm-tools']);
}

/** What `npm run mutants` needs. */
export async function setUpMutants() {
	if (!has('cargo', ['mutants', '--version'])) await tool('cargo-mutants', '27.1.0');
}

/** What `npm run audit` needs. */
export async function setUpAudit() {
	if (!has('cargo', ['deny', '--version'])) await tool('cargo-deny', '0.20.2');
}

/** Builds one of cargo's tools. */
async function tool(name, version) {
	const line = `building ${name} (some minutes, once)`;
	await step(line, 'cargo', ['install', name, '--version', version, '--locked', '--debug', '--quiet']);
}

/** What the browser tests need: the browsers and their drivers. */
export async function setUpBrowsers() {
	await locked(join(cache, 'browsers.lock'), async () => {
		await debian({
			chromium: '/usr/bin/chromium',
			'chromium-driver': '/usr/bin/chromedriver',
			'firefox-esr': '/usr/bin/firefox-esr',
			'webkit2gtk-driver': '/usr/bin/WebKitWebDriver',
			xauth: '/usr/bin/xauth',
			xvfb: '/usr/bin/Xvfb',
		});
		await firefoxDriver();
	});
}

async function rust() {
	if (!has('cargo')) throw new Error('cargo is missing: install Rust with rustup (https://rustup.rs), then run this again');
	if (!has('cc')) await debian({ gcc: '/usr/bin/cc', 'libc6-dev': '/usr/include/stdlib.h' });
	const libraries = output('rustc', ['--print', 'target-libdir', '--target', TARGET]);
	if (!libraries || !existsSync(libraries)) {
		if (!has('rustup')) throw new Error(`the Rust target ${TARGET} is missing, and so is rustup, which would add it`);
		await step(`adding the Rust target ${TARGET}`, 'rustup', ['target', 'add', TARGET]);
	}
	await standardLibrary();
}

/** The standard library's source, with which the modules are a tenth smaller; without it they are made all the same. */
async function standardLibrary() {
	if (hasStandardLibrary()) return;
	try {
		await step('adding the source of the Rust standard library', 'rustup', ['component', 'add', 'rust-src']);
	} catch (error) {
		say(`${error.message}\nthe modules will be larger than their budgets, and work`);
	}
}

/** Whether the modules are made with the small standard library, and their sizes mean something. */
export function hasStandardLibrary() {
	return existsSync(join(output('rustc', ['--print', 'sysroot']), 'lib/rustlib/src/rust/library/Cargo.lock'));
}

/** Installs what the package-lock.json of a folder lists. */
export async function packagesOf(folder) {
	const file = join(folder, 'package-lock.json');
	const lock = createHash('sha256').update(readFileSync(file)).digest('hex');
	const stamp = join(folder, 'node_modules/.callslip-lock');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
	const line = `installing the packages of ${relative(root, file)}`;
	await step(line, 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
	writeFileSync(stamp, lock);
}

/** Installs the Debian packages whose file is not there. */
async function debian(files) {
	const missing = Object.keys(files).filter((name) => !existsSync(files[name]));
	if (missing.length === 0) return;
	const names = missing.join(', ');
	if (!has('apt-get')) throw new Error(`${names} missing, and no apt-get to install them: install them, then run this again`);
	const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
	const apt = (...args) => [...sudo, 'apt-get', '-o', 'DPkg::Lock::Timeout=300', '--yes', '--quiet', ...args];
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const [program, ...update] = apt('update');
	await step('reading the package lists', program, update, { env });
	await step(`installing ${names}`, program, apt('install', '--no-install-recommends', ...missing).slice(1), { env });
}

/** Debian has no geckodriver, so cargo builds it: unoptimised, which is quick to build and quick enough. */
async function firefoxDriver() {
	if (existsSync(geckodriver)) return;
	const args = ['install', 'geckodriver', '--version', GECKODRIVER, '--locked', '--debug', '--quiet'];
	const env = { ...process.env, CARGO_PROFILE_DEV_DEBUG: '0' };
	const place = ['--root', join(geckodriver, '../..')];
	await step('building geckodriver, which drives Firefox (a minute, once)', 'cargo', [...args, ...place], { env });
}

/** Says what it does, does it quietly, and shows what was printed when it fails. */
async function step(line, program, args, options) {
	say(line);
	try {
		await capture(program, args, options);
	} catch (error) {
		throw new Error(`${line}: failed\n${error.printed ?? ''}${error.message}`);
	}
}
