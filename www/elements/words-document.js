// The English words of documents.

export const ofDocuments = {
	remarks: 'Remarks on this document',
	sources: 'Show where each field comes from',
	contents: 'Contents',
	failed: 'The document is shown as it is: it could not be read.',
};
