import type { QuickJourney } from './quick-journey.ts';

interface Clock {
  readonly clockId: string;
  readonly unitId: string;
}

interface Formed {
  readonly taskForce: {
    readonly taskForceId: string;
    readonly workPackages: readonly { readonly packageId: string; readonly unitId: string }[];
  } | null;
}

/** Learns the ids of a case's parts, as the desk and the units find them. What was made on the way is known already. */
export async function learnParts(journey: QuickJourney): Promise<void> {
  const { parts, suggestionId, cast, roadCase, shares } = journey;
  const [share] = shares.values();
  if (share === undefined) return;
  parts.set('share', share);
  const desk = await journey.desk();
  const { meetings } = await desk.get<{ meetings: readonly { meetingId: string; kind: string }[] }>(
    `${journey.path}/meetings`,
  );
  const clocks = await desk.all<Clock>(`/clocks?suggestionId=${suggestionId}&includeClosed=true`);
  const { coOpinions } = await desk.get<{ coOpinions: readonly { opinionId: string }[] }>(
    `/assignments/${share}`,
  );
  const { taskForce } = await desk.get<Formed>(`${journey.path}/handling`);
  const { replies, promises } = await journey.page();
  const rectifications = await desk.all<{ rectificationId: string; suggestionId: string }>('/rectifications');
  const found: Readonly<Record<string, string | undefined>> = {
    meeting: meetings.find(({ kind }) => kind === 'dual-confirmation')?.meetingId,
    clock: clocks.find(({ unitId }) => unitId === cast.unitId(roadCase.leadUnit))?.clockId,
    opinion: coOpinions[0]?.opinionId,
    'task-force': taskForce?.taskForceId,
    'work-package': taskForce?.workPackages.find(({ unitId }) => unitId === cast.unitId(roadCase.leadUnit))
      ?.packageId,
    reply: replies[0]?.replyId,
    promise: promises[0]?.promiseId,
    rectification: rectifications.find((each) => each.suggestionId === suggestionId)?.rectificationId,
  };
  for (const [part, id] of Object.entries(found)) if (id !== undefined) parts.set(part, id);
}

/** A letter that the unit owes an answer to, and a talk that is called. */
export async function supervise(journey: QuickJourney): Promise<void> {
  const desk = await journey.desk();
  const open = await desk.all<Clock>(`/clocks?suggestionId=${journey.suggestionId}`);
  const unitId = journey.cast.unitId(journey.roadCase.leadUnit);
  const clockId = open.find((clock) => clock.unitId === unitId)?.clockId;
  const words = { facts: '进度偏慢', requiredAction: '请抓紧办理' };
  const letter = await journey.step('督办函', journey.desk(), '/supervision-letters', { clockId, ...words });
  const talk = await journey.step('约谈', journey.desk(), '/talks', { clockId, problems: '进度偏慢' });
  journey.parts.set('letter', letter.id);
  journey.parts.set('talk', talk.id);
}
