/** The acts by which the case's next step is taken, the nearest to its end first. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  'confirm-decline-notice': ['confirmDeclineNotice'],
  acknowledge: ['acknowledge'],
  'dual-confirmation': ['confirmMeeting', 'recordMeeting', 'scheduleMeeting'],
  'file-plan': ['filePlan'],
  'on-site-meeting': ['recordMeeting', 'scheduleMeeting'],
  reply: ['issueReply', 'draftReply'],
  'deliver-reply': ['answerFaceToFace', 'recordFaceToFace', 'deliverReply'],
  evaluate: ['submitEvaluation', 'giveCosignerOpinion'],
  'order-rehandling': ['orderRehandling', 'waiveRehandling'],
  'decide-escalation': ['decideEscalation'],
  'look-back': ['judgeLookBack', 'recordMeeting', 'scheduleMeeting'],
  rectify: ['submitRectification'],
  'keep-promise': ['reportProgress'],
  'supplement-reply': ['supplementReply'],
};

/** Those offered with what the next step asks for in front; the others keep their order. */
export function nextStepFirst<Offered extends { readonly act: { readonly act: string } }>(
  offered: readonly Offered[],
  nextAct: string,
): readonly Offered[] {
  const steps = STEPS[nextAct] ?? [];
  const rank = ({ act }: Offered): number => {
    const place = steps.indexOf(act.act);
    return place === -1 ? steps.length : place;
  };
  return offered.toSorted((one, other) => rank(one) - rank(other));
}

/** The next step is known, and none of the acts offered takes it. */
export function leavesNextStep(
  offered: readonly { readonly act: { readonly act: string } }[],
  nextAct: string,
): boolean {
  const steps = STEPS[nextAct];
  return steps !== undefined && !offered.some(({ act }) => steps.includes(act.act));
}
