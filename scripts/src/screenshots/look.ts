/** Something on a page that a person would see as broken; advice fails nothing. */
export interface LookFault {
  readonly kind: 'sideways' | 'clipped' | 'glyph' | 'small-text' | 'console' | 'missing' | 'advice';
  readonly what: string;
}

/** One page looked at by one role on one device in one state of the data. */
export interface Look {
  readonly state: string;
  readonly role: string;
  /** The page's key in services/web/src/frame/page-list.ts, with what is special about this look. */
  readonly page: string;
  readonly device: 'desktop' | 'phone';
  /** Path below the folder of screenshots. */
  readonly picture: string;
  readonly faults: readonly LookFault[];
}
