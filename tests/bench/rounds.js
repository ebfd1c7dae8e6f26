// How much is done in a second.

/** Rounds for at least two seconds after one to warm up; `count` is what one round does. */
export function perSecond(round, count) {
	round();
	const begin = performance.now();
	let rounds = 0;
	do {
		round();
		rounds += 1;
	} while (performance.now() - begin < 2000);
	return (rounds * count * 1000) / (performance.now() - begin);
}
