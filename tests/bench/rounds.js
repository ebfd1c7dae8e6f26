// How much is done in a second.

/** Rounds for two seconds, after one second to warm up: engines compile what they run often. `count` is what a round does. */
export function perSecond(round, count) {
	lasting(round, 1000);
	const { rounds, took } = lasting(round, 2000);
	return (rounds * count * 1000) / took;
}

/** Rounds for so many milliseconds, and at least one. */
function lasting(round, most) {
	const begin = performance.now();
	let rounds = 0;
	let took = 0;
	do {
		round();
		rounds += 1;
		took = performance.now() - begin;
	} while (took < most);
	return { rounds, took };
}
