// `npm run audit`: the licences, the sources and the known weaknesses of what the project is built of. What needs a database
// that cannot be fetched is skipped, and says so.

import { capture, main, say } from './run.js';
import { setUp, setUpAudit } from './setup.js';

/** What a tool says when it could not fetch what it compares with. */
const OFFLINE = /failed to (fetch|acquire|clone|open|update)|could not resolve|network|ENOTFOUND|ECONNREFUSED|ENOAUDIT|audit endpoint|40[0-9]|50[0-9]/i;

const CHECKS = [
	{ what: 'licences, sources and copies of crates', program: 'cargo', args: ['deny', '--locked', 'check', 'bans', 'licenses', 'sources'] },
	{ what: 'known weaknesses of crates', program: 'cargo', args: ['deny', '--locked', 'check', 'advisories'], fetches: true },
	{ what: 'known weaknesses of npm packages', program: 'npm', args: ['audit', '--audit-level=moderate'], fetches: true },
];

await main(import.meta.url, async () => {
	await setUp();
	await setUpAudit();
	const failed = [];
	for (const { what, program, args, fetches } of CHECKS) {
		try {
			await capture(program, args);
			say(`${what}: nothing found`);
		} catch (error) {
			const unreachable = fetches && OFFLINE.test(error.printed ?? '') && !/\bID: RUSTSEC-|Severity:/.test(error.printed);
			if (!unreachable) failed.push(what);
			say(unreachable ? `${what}: skipped: the database could not be fetched` : `${what}:\n${error.printed}`);
		}
	}
	if (failed.length > 0) throw new Error(`found something: ${failed.join('; ')}`);
});
