// Types for JSX in React 19: `import 'callslip/react'`.

import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type Props<Attributes> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & Attributes;
type Form = 'note' | 'short-note' | 'bibliography' | 'reference-list' | 'in-text' | 'preferred';

declare module 'react' {
	namespace JSX {
		interface IntrinsicElements {
			'callslip-document': Props<{
				src?: string;
				pdfjs?: string;
				value?: string | Uint8Array;
				format?: string;
				url?: string;
				heading?: number;
				prefix?: string;
				metadata?: boolean;
				unstyled?: boolean;
			}>;
			'callslip-cite': Props<{
				for?: string;
				item?: object;
				form?: Form;
				forms?: string;
				edition?: 17 | 18;
				locator?: { label?: string; value: string | number } | null;
				compact?: boolean;
				collect?: boolean;
			}>;
			'callslip-list': Props<{ form?: 'bibliography' | 'reference-list' | 'note'; edition?: 17 | 18 }>;
			'callslip-quote': Props<{ for?: string; edition?: 17 | 18 }>;
		}
	}
}
