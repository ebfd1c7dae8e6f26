// What the small apps show and cite; the same for all.

export const TEXT = `November 26, 1973

Telegram from Port Lonely to Vesta, No. 61.530

**Citation:**

"Telegram from Port Lonely to Vesta, No. 61.530," November 26, 1973, Harbour Digital Archive, Archives of the Vestan Foreign Ministry, Folder 88.

**Contents:**
- English Translation

The ferry sails again. Nobody has seen it as yet.
`;

const harbour = { archive: 'State Archives of Lower Maren', archive_collection: 'Harbour Commission Papers' };
export const LETTER = { id: 'a', type: 'personal_communication', author: [{ family: 'Brandt', given: 'Anna' }], recipient: [{ family: 'Vell', given: 'Tomas' }], issued: { 'date-parts': [[1951, 3, 12]] }, ...harbour };
export const BOOK = { id: 'b', type: 'book', title: 'Boats of the sound', author: [{ family: 'Brook', given: 'Ada' }], publisher: 'Harbour Press', 'publisher-place': 'Ulm', issued: { 'date-parts': [[1961]] } };

/** What an app begins with. */
export const BEGIN = { item: LETTER, edition: 18, text: TEXT, src: '', shown: true, side: 'left' };
