// Objects whose members come when the first of them is asked for; from then on they are like any other.

/** Where an object has what it does not know yet. */
const LATE = Symbol();
/** What Node's console asks before it prints a value. */
const PRINTED = Symbol.for('nodejs.util.inspect.custom');

/** A member, which others may ask for through a proxy, or an object that inherits it. @param {string} name @returns {PropertyDescriptor} */
export const member = (name) => ({
	get() {
		return /** @type {any} */ (this)[LATE].look()[name];
	},
	set(value) {
		/** @type {any} */ (this)[LATE].put(name, value, this);
	},
	enumerable: true,
	configurable: true,
});

/**
 * What makes objects with these members.
 *
 * @template Source
 * @param {PropertyDescriptorMap & Record<symbol, PropertyDescriptor>} members
 * @param {(source: Source, object: any) => any} make Tells an object's members, by what it was made from.
 * @returns {(source: Source) => any}
 */
export function lately(members, make) {
	members[LATE] = { configurable: true };
	members[PRINTED] = { configurable: true, value() { return /** @type {any} */ (this)[LATE].printed(this); } };
	return (source) => {
		/** @type {any} */
		let seen;
		/** A member, if it is still to come. @param {string} name */
		const late = (name) => {
			const found = Object.getOwnPropertyDescriptor(object, name);
			return found?.get && found.get === members[name].get ? found : undefined;
		};
		const look = () => {
			if (seen) return seen;
			seen = make(source, object);
			let isOpen = true;
			for (const name in members) {
				if (late(name)) isOpen = Reflect.defineProperty(object, name, { value: seen[name], writable: true }) && isOpen;
			}
			if (isOpen) for (const symbol of [LATE, PRINTED]) Reflect.deleteProperty(object, symbol);
			return seen;
		};
		const put = (/** @type {string} */ name, /** @type {unknown} */ value, /** @type {unknown} */ into) => {
			look();
			// It stays late in an object that was sealed before anybody looked.
			if (late(name)) seen[name] = value;
			else if (!Reflect.set(object, name, value, into)) throw new TypeError(`${name}: cannot be changed`);
		};
		/** @param {unknown} asked */
		const printed = (asked) => (look(), Object.hasOwn(object, LATE) ? seen : asked);
		/** What inherits from the object and proxies of it have other members, or may have. @param {unknown} asked */
		const from = (asked) => {
			if (asked !== object || seen) return undefined;
			for (const name in members) if (!late(name)?.enumerable) return undefined;
			return source;
		};
		members[LATE].value = { look, put, from, printed };
		const object = Object.create(Object.prototype, members);
		return object;
	};
}

/** What an object was made from, while nobody has looked into it or changed it. @param {any} object */
export const sourceOf = (object) => object[LATE]?.from(object);
