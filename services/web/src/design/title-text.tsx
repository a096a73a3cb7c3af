import { Fragment, type ReactElement } from 'react';

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** A title that breaks between words only; the style sheet keeps words whole. */
export function TitleText({ children }: { children: string }): ReactElement {
  return (
    <>
      {[...WORDS.segment(children)].map(({ segment, index }) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {segment}
        </Fragment>
      ))}
    </>
  );
}
