import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow } from '@huiyin/postgres/query';
import type { SubmittedText, SubmittedTexts } from '../app/ports.ts';
import { readText } from './stored-text.ts';

/** Table `submitted_text`: written once a submission, never changed. */
export const submittedTexts: SubmittedTexts = { keep, read };

async function keep(tx: Tx, tenant: string, submitted: SubmittedText): Promise<void> {
  await execute(
    tx,
    `insert into submitted_text (tenant, suggestion_id, text_version, text, text_hash, submitted_on)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      tenant,
      submitted.suggestionId,
      submitted.textVersion,
      JSON.stringify(submitted.text),
      submitted.textHash,
      submitted.submittedOn,
    ],
  );
}

async function read(
  tx: Tx,
  tenant: string,
  which: { suggestionId: string; textVersion: number },
): Promise<SubmittedText | undefined> {
  const found = await maybeRow<SubmittedText>(
    tx,
    `select suggestion_id as "suggestionId", text_version as "textVersion", text, text_hash as "textHash",
       submitted_on as "submittedOn"
     from submitted_text where tenant = $1 and suggestion_id = $2 and text_version = $3`,
    [tenant, which.suggestionId, which.textVersion],
  );
  return found && { ...found, text: readText(found.text) };
}
