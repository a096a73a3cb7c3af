import { ArchiveServiceService } from '@huiyin/contracts/gen/archive/v1/service';
import { isRejection } from '@huiyin/kernel/rejection';
import { command, operation, query } from '@huiyin/rpc/handlers';
import { grpcService, type GrpcService } from '@huiyin/rpc/service';
import type { RecordedFact } from '../app/ports.ts';
import type { ArchiveUseCases } from '../app/use-cases.ts';
import { mayReadFact } from '../domain/fact-sight.ts';
import { groupOf, hiddenPeople } from '../domain/visibility.ts';
import { attachmentHandlers } from './attachment-handlers.ts';
import { caseTo, entryTo, summaryTo, tracedTo } from './proto-mapping.ts';
import { rankedTo, similarTo } from './similar-mapping.ts';

type Handlers = Parameters<typeof grpcService<typeof ArchiveServiceService>>[1];

/** The gRPC API: decode, call the use case, encode. */
export function archiveGrpc(use: ArchiveUseCases): GrpcService {
  return grpcService(ArchiveServiceService, {
    listCases: query(async ({ page, ...filter }, ctx) => {
      const order = filter.order === 'due' ? 'due' : 'number';
      const progress = progressFrom(filter.progress);
      const found = await use.listCases(
        { ...filter, order, progress, limit: page?.limit ?? 0, cursor: page?.cursor ?? '' },
        ctx,
      );
      if (isRejection(found)) return found;
      const cases = found.cases.map((listed) => summaryTo({ ...listed, reader: ctx.actor }));
      return { cases, nextCursor: found.nextCursor };
    }),
    countColours: query(async ({ titleContains, progress }, ctx) => {
      const found = await use.countColours({ titleContains, progress: progressFrom(progress) }, ctx);
      return isRejection(found) ? found : { colours: [...found] };
    }),
    getCase: query(async ({ caseId, after }, ctx) => {
      const found = await use.getCase({ caseId, after: after.map(seenFrom) }, ctx);
      return isRejection(found) ? found : caseTo(found.view, found.upToDate);
    }),
    listTimeline: query(async ({ caseId, page }, ctx) => {
      const found = await use.getCase({ caseId, after: [] }, ctx);
      if (isRejection(found)) return found;
      const { facts, readable, live, reader } = found.view;
      const isSeen = (fact: RecordedFact): boolean => {
        const isOpen = live === undefined || mayReadFact(live, reader, fact);
        return readable.has(groupOf(fact.service, fact.type)) && isOpen;
      };
      const hidden = live === undefined ? new Set<string>() : hiddenPeople(live, readable);
      return timelinePage(
        facts.filter(isSeen).toReversed(),
        { limit: page?.limit ?? 0, cursor: page?.cursor ?? '' },
        hidden,
      );
    }),
    ...documents(use),
    traceCase: query(async ({ of }, ctx) => {
      const found = await use.traceCase({ of }, ctx);
      return isRejection(found) ? found : { ...found, events: found.facts.map(tracedTo) };
    }),
    importRegister: query(async ({ source, rows }, ctx) => {
      const results = await use.importRegister({ source, rows }, ctx);
      return isRejection(results) ? results : { results: [...results] };
    }),
    countCases: query(async ({ origin }, ctx) => {
      const counts = await use.countCases({ origin }, ctx);
      if (isRejection(counts)) return counts;
      const { total, byYear, byCategory, byLeadUnit } = counts;
      return {
        total: BigInt(total),
        byYear: bucketsTo(byYear),
        byCategory: bucketsTo(byCategory),
        byLeadUnit: bucketsTo(byLeadUnit),
      };
    }),
    ...earlierCases(use),
    sealCase: command(use.sealCase),
    getManifest: query(async ({ caseId }, ctx) => {
      const manifest = await use.getManifest({ caseId }, ctx);
      return isRejection(manifest) ? manifest : { manifestJson: manifest.json, manifestHash: manifest.hash };
    }),
    ...attachmentHandlers(use),
  });
}

/** What earlier cases tell about a new one. */
function earlierCases(use: ArchiveUseCases): Pick<Handlers, 'findSimilarCases' | 'rankUnits'> {
  return {
    findSimilarCases: query(async (request, ctx) => {
      const found = await use.findSimilarCases(request, ctx);
      return isRejection(found) ? found : { cases: found.map(similarTo) };
    }),
    rankUnits: operation(async (request, asker) => {
      const found = await use.rankUnits(request, asker);
      if (isRejection(found)) return found;
      const { leads, helpers, cases } = found;
      return { leads: leads.map(rankedTo), helpers: helpers.map(rankedTo), cases };
    }),
  };
}

function documents(use: ArchiveUseCases) {
  return {
    listDocuments: query(async ({ caseId }, ctx) => {
      const found = await use.listDocuments({ caseId }, ctx);
      if (isRejection(found)) return found;
      return { documents: [...found] };
    }),
    getDocument: query(async ({ caseId, kind, of, format }, ctx) => {
      const found = await use.getDocument(
        { caseId, kind, of, format: format === 'docx' ? 'docx' : 'pdf' },
        ctx,
      );
      return isRejection(found) ? found : { title: found.title, content: Buffer.from(found.content) };
    }),
  } satisfies Partial<Handlers>;
}

function progressFrom(text: string): '' | 'open' | 'ended' {
  return text === 'open' || text === 'ended' ? text : '';
}

const DEFAULT_PAGE = 50;
const MAX_PAGE = 200;

function timelinePage(
  facts: readonly Parameters<typeof entryTo>[0][],
  page: { limit: number; cursor: string },
  hidden: ReadonlySet<string>,
) {
  const start = page.cursor === '' ? 0 : facts.findIndex(({ eventId }) => eventId === page.cursor) + 1;
  const end = start + Math.min(page.limit > 0 ? page.limit : DEFAULT_PAGE, MAX_PAGE);
  const shown = facts.slice(start, end);
  return {
    entries: shown.map((fact) => entryTo(fact, hidden)),
    nextCursor: end < facts.length ? (shown.at(-1)?.eventId ?? '') : '',
  };
}

/** `assignment:7` as clients send it; a malformed part waits for nothing. */
function seenFrom(after: string): { service: string; version: number } {
  const [service = '', version = '0'] = after.split(':');
  return { service, version: Number(version) || 0 };
}

function bucketsTo(counts: ReadonlyMap<string, number>): { key: string; count: bigint }[] {
  return [...counts].map(([key, count]) => ({ key, count: BigInt(count) }));
}
