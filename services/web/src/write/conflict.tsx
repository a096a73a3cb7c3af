import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import type { SavedDraft } from './draft-sync.ts';
import { changedFields, LIMITS, tidy, type DraftWords } from './draft-words.ts';
import { FIELD_NAMES, valueText } from './field-text.ts';
import { useLastEdit } from './use-last-edit.ts';

interface ConflictProps {
  readonly mine: DraftWords;
  readonly theirs: SavedDraft;
  readonly onChoose: (words: DraftWords) => void;
}

/** The draft was changed elsewhere: what differs, by whom, both texts; nothing is lost before the deputy chooses. */
export function Conflict({ mine, theirs, onChoose }: ConflictProps): ReactElement {
  const who = useLastEdit(theirs.id);
  return (
    <Alert
      type="info"
      className="failure"
      role="alert"
      title={`${who}也改了这份草稿，两份都在`}
      description={
        <>
          {changedFields(mine, theirs.words).map((field) => (
            <section key={field} className="two-texts">
              <h3>{FIELD_NAMES[field]}</h3>
              <div>
                <span className="quiet">这里写的</span>
                <p className="prewrap">{valueText(field, tidy(mine)) || '（空）'}</p>
              </div>
              <div>
                <span className="quiet">{who}写的</span>
                <p className="prewrap">{valueText(field, theirs.words) || '（空）'}</p>
              </div>
            </section>
          ))}
          <div className="act-bar">
            <Button onClick={() => onChoose(mine)}>留这里写的</Button>
            <Button onClick={() => onChoose(theirs.words)}>用另一份</Button>
            <Button onClick={() => onChoose(joined(mine, theirs.words))}>两份接起来</Button>
          </div>
        </>
      }
    />
  );
}

/** The own text with what the other has beyond it, so that it can be put right by hand. */
function joined(mine: DraftWords, theirs: DraftWords): DraftWords {
  const facts = mine.facts.includes(theirs.facts) ? mine.facts : `${mine.facts}\n\n${theirs.facts}`;
  const demands = [...new Set([...tidy(mine).demands, ...theirs.demands])];
  const { attachments, earlierNumbers } = tidy({
    ...mine,
    attachments: [...mine.attachments, ...theirs.attachments],
    earlierNumbers: [...mine.earlierNumbers, ...theirs.earlierNumbers],
  });
  return {
    ...{ ...mine, title: mine.title || theirs.title, facts, demands },
    affectedArea: mine.affectedArea || theirs.affectedArea,
    earlierNumbers: earlierNumbers.slice(0, LIMITS.earlierNumbers),
    attachments: attachments.slice(0, LIMITS.attachments),
  };
}
