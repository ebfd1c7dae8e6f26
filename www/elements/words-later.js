// The English words of elements that come later: the list, quoting.

export const later = {
	quote: 'Copy quotation with citation',
	quoted: 'Quotation and citation copied.',
	'copy all': 'Copy all',
	print: 'Print',
	up: 'Move up',
	down: 'Move down',
	remove: 'Remove',
	moved: 'Moved to number {number}.',
	restored: 'Put back into your list.',
	undo: 'Undo',
};
