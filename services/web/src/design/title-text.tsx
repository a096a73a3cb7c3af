import { Fragment, type ReactElement } from 'react';
import { titleParts } from './title-parts.ts';

/** A title that breaks between words only; the style sheet keeps words whole. */
export function TitleText({ children }: { children: string }): ReactElement {
  return (
    <>
      {titleParts(children).map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
