import type { Parts } from './questions.ts';
import type { QuickJourney } from './quick-journey.ts';

/** The parts of a case that is over, as the desk and its unit find them. */
export async function partsOf(journey: QuickJourney): Promise<Parts> {
  const desk = await journey.desk();
  const liaison = await journey.unit('liaison');
  const { meetings } = await desk.get<{ meetings: readonly { meetingId: string; kind: string }[] }>(
    `${journey.path}/meetings`,
  );
  const clocks = await desk.all<{ clockId: string; unitId: string }>(
    `/clocks?suggestionId=${journey.suggestionId}&includeClosed=true`,
  );
  const { coOpinions } = await liaison.get<{ coOpinions: readonly { opinionId: string }[] }>(
    `/assignments/${journey.share()}`,
  );
  const page = await journey.page();
  return {
    meetingId: meetings.find(({ kind }) => kind === 'dual-confirmation')?.meetingId ?? '',
    clockId:
      clocks.find(({ unitId }) => unitId === journey.cast.unitId(journey.roadCase.leadUnit))?.clockId ?? '',
    replyId: page.replies[0]?.replyId ?? '',
    opinionId: coOpinions[0]?.opinionId ?? '',
    promiseId: page.promises[0]?.promiseId ?? '',
  };
}
