import type { Role } from '@huiyin/kernel/actor';

/** How a person stands to one resource. Computed by its owner with `relationsTo`. */
export const RELATIONS = [
  'lead-deputy', // 领衔代表
  'cosigner', // 联名代表
  'invited-cosigner', // 受邀联名代表
  'merged-deputy', // 并案代表
  'lead-unit', // 主办单位, also each unit of a parallel handling 分别办理
  'co-unit', // 协办单位
  'reference-unit', // 参阅单位
  'deciding-office', // the office that distributes to the unit and decides its returns
  'overseeing-committee', // 对口专门委员会
  'confidant', // 知情人, the one person of the unit who may know a confidential author
  'participant', // 参会人员
  'self', // the resource is the person's own: a draft typed for a deputy, an enrolment, an inbox
] as const;

export type Relation = (typeof RELATIONS)[number];

/** Who asks: one person in one membership. */
export interface Subject {
  readonly tenant: string;
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly unitId?: string;
}

/** 知情人: named as a person of one unit; who has left it knows no more. */
interface Confidant {
  readonly personId: string;
  readonly unitId: string;
}

/** What a resource's owner knows about the people and units around it. Leave out what does not apply. */
export interface ResourceFacts {
  readonly leadDeputyId?: string;
  readonly cosignerIds?: readonly string[];
  readonly invitedCosignerIds?: readonly string[];
  readonly mergedDeputyIds?: readonly string[];
  /** The lead, or every unit of a parallel handling. */
  readonly leadUnitIds?: readonly string[];
  readonly coUnitIds?: readonly string[];
  readonly referenceUnitIds?: readonly string[];
  readonly decidingOffice?: 'government-office' | 'congress-desk';
  readonly overseeingCommitteeIds?: readonly string[];
  readonly confidants?: readonly Confidant[];
  readonly participantIds?: readonly string[];
  readonly ownerId?: string;
}

/** The relations of a subject to a resource, in the order of RELATIONS. */
export function relationsTo(facts: ResourceFacts, subject: Subject): readonly Relation[] {
  const person = (ids: readonly string[] | undefined): boolean => ids?.includes(subject.personId) ?? false;
  const unit = (ids: readonly string[] | undefined): boolean =>
    subject.unitId !== undefined && (ids?.includes(subject.unitId) ?? false);
  const office = facts.decidingOffice;
  const holds: Record<Relation, boolean> = {
    'lead-deputy': facts.leadDeputyId === subject.personId,
    cosigner: person(facts.cosignerIds),
    'invited-cosigner': person(facts.invitedCosignerIds),
    'merged-deputy': person(facts.mergedDeputyIds),
    'lead-unit': unit(facts.leadUnitIds),
    'co-unit': unit(facts.coUnitIds),
    'reference-unit': unit(facts.referenceUnitIds),
    'deciding-office': office !== undefined && subject.roles.includes(office),
    'overseeing-committee': unit(facts.overseeingCommitteeIds),
    confidant:
      facts.confidants?.some(
        ({ personId, unitId }) => personId === subject.personId && unitId === subject.unitId,
      ) ?? false,
    participant: person(facts.participantIds),
    self: facts.ownerId === subject.personId,
  };
  return RELATIONS.filter((relation) => holds[relation]);
}
