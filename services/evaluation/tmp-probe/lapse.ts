import { randomUUID } from 'node:crypto';
import { openSecrets } from '../../../deploy/src/secrets.ts';
import { provideIdentityKeys } from '../../../deploy/src/identity-keys.ts';
import { freePortRange } from '../../../deploy/src/servers/ports.ts';
import { startServers } from '../../../deploy/src/servers/start-servers.ts';
import { startSystem } from '../../../deploy/src/system.ts';
import { describeTopology, PORT_SPAN } from '../../../deploy/src/topology.ts';
import { seedDemoCity } from '../../../scripts/src/seed.ts';
import { openTestState } from '../../../packages/testkit/src/test-state.ts';
import { demoCity } from '../../../packages/demo-city/src/city.ts';
import { IntakeServiceService } from '@huiyin/contracts/gen/intake/v1/service';
import { AssignmentServiceService } from '@huiyin/contracts/gen/assignment/v1/service';
import { MeetingServiceService } from '@huiyin/contracts/gen/meeting/v1/service';
import { EvaluationServiceService } from '@huiyin/contracts/gen/evaluation/v1/service';
import { DirectoryServiceService } from '@huiyin/contracts/gen/directory/v1/service';
import { rpcChannels, rpcClient } from '@huiyin/rpc/client';
import { identitySignerFromFile } from '@huiyin/rpc/identity';
import { isRejection } from '@huiyin/kernel/rejection';
const folder = await openTestState('system-probe');
const { state } = folder;
const base = await freePortRange(PORT_SPAN + 1);
const topology = describeTopology({ portBase: base, gatewayPort: base + PORT_SPAN });
const secrets = openSecrets(state);
const servers = await startServers({ state, ports: topology.serverPorts, secrets, say: () => undefined });
const system: any = await startSystem({
  topology,
  state,
  secrets,
  urls: servers.urls,
  logLevel: 'warn',
  say: () => undefined,
  show: () => undefined,
} as never);
const channels = rpcChannels();
try {
  await system.ready;
  await seedDemoCity({ ...system, say: () => undefined } as never);
  const signer = await identitySignerFromFile(provideIdentityKeys(state).keyFile('gateway'));
  const T = 'donghu';
  const tenant: any = demoCity().find((t) => t.place.tenant === T);
  const who = (n: string) => {
    const p = tenant.people.find((x: any) => x.loginName === n);
    const { role, unitId } = p.memberships[0];
    return { accountId: n, personId: p.personId, roles: [role], ...(unitId ? { unitId } : {}) };
  };
  const S: any = {
    I: [IntakeServiceService, 'intake'],
    A: [AssignmentServiceService, 'assignment'],
    M: [MeetingServiceService, 'meeting'],
    E: [EvaluationServiceService, 'evaluation'],
    D: [DirectoryServiceService, 'directory'],
  };
  const d = '2026-01-05';
  const call = async (k: string, m: string, req: any, n: string, day = d) => {
    const token = await signer.user({ tenant: T, actor: who(n) as never, at: new Date(`${day}T02:00:00Z`) });
    const a: any = await (rpcClient(S[k][0], system.target(S[k][1]), { channels, signer } as never) as any)[
      m
    ](req, { token, idempotencyKey: randomUUID() });
    if (isRejection(a)) console.log(`${n} ${m}: REFUSED ${a.code} ${a.message}`);
    return a;
  };
  const again = async (f: () => Promise<any>) => {
    for (let i = 0; i < 40; i++) {
      const a = await f();
      if (!isRejection(a)) return a;
      await new Promise((r) => setTimeout(r, 500));
    }
    throw new Error('never');
  };
  const score = { points: 1, reason: '理由' };
  const text = {
    title: '关于增设行人过街设施的建议',
    facts: '车流量大,过街危险,发生事故3起。',
    demands: ['增设行人过街信号灯'],
    subType: '',
    authorConfidential: false,
    publicationConsent: true,
    wishedUnitIds: [],
    wishedContact: '',
    researchSource: '',
    attachments: [],
  };
  const s = (await call('I', 'draftSuggestion', { kind: '', text, leadDeputyId: '' }, 'deputy')).id;
  await call('I', 'submitSuggestion', { suggestionId: s }, 'deputy');
  await call('I', 'registerSuggestion', { suggestionId: s, category: '城建环保' }, 'desk');
  await again(() =>
    call(
      'A',
      'classifySuggestion',
      {
        suggestionId: s,
        scope: score,
        difficulty: score,
        urgency: score,
        expectedUnits: 1,
        handlingType: '',
        overrideReason: '',
      },
      'desk',
    ),
  );
  await call(
    'A',
    'assignSuggestion',
    { suggestionId: s, shares: [{ unitId: (who('liaison') as any).unitId, role: 'lead' }] },
    'desk',
  );
  const a = (
    await call('A', 'listAssignments', { page: undefined, status: '', unitId: '', role: '' }, 'liaison')
  ).assignments[0].assignmentId;
  await call('A', 'acknowledgeAssignment', { assignmentId: a }, 'liaison');
  const lead = who('deputy').personId;
  const m1 = (
    await again(() =>
      call(
        'M',
        'scheduleMeeting',
        {
          suggestionId: s,
          kind: 'dual-confirmation',
          assignmentId: a,
          startsAt: '2026-01-05T09:00:00+08:00',
          place: '三楼',
          participantIds: [],
        },
        'liaison',
      ),
    )
  ).id;
  await call(
    'M',
    'recordMeeting',
    {
      meetingId: m1,
      heldOn: d,
      presentIds: [lead],
      findings: '',
      decisions: [],
      consultation: {
        background: '背景',
        demands: ['x'],
        approach: '思路',
        measures: ['措施'],
        milestones: [{ text: '勘查', dueOn: '2026-03-31' }],
      },
    },
    'liaison',
  );
  await call('M', 'confirmMeeting', { meetingId: m1, recordVersion: 1 }, 'deputy');
  await call('M', 'confirmMeeting', { meetingId: m1, recordVersion: 1 }, 'head');
  await again(() =>
    call(
      'A',
      'filePlan',
      {
        assignmentId: a,
        plan: {
          leaderName: '李局',
          leaderPost: '局长',
          leaderRank: 'unit-head',
          solution: '方案',
          milestones: [{ text: '勘查', dueOn: '2026-03-31' }],
          deadline: '2026-03-30',
        },
      },
      'head',
    ),
  );
  await call(
    'A',
    'recordContact',
    { assignmentId: a, form: 'visit', onDate: d, deputyIds: [lead], summary: '当面沟通' },
    'liaison',
  );
  await call(
    'A',
    'draftReply',
    {
      assignmentId: a,
      draft: {
        resultClass: 'C',
        opening: '收悉',
        sections: [{ demandNumber: 1, answer: '暂缓' }],
        evidence: {
          attachments: [],
          completedOn: '',
          lackingCondition: '资金',
          explainedBy: '李局',
          legalBasis: '',
        },
        promises: [],
        coOpinions: [],
        disclosure: 'proactive',
      },
    },
    'liaison',
  );
  const last = (await call('A', 'getAssignment', { assignmentId: a }, 'head')).replies[0];
  await call('A', 'issueReply', { assignmentId: a, letterNumber: '1号', textHash: last.textHash }, 'head');
  await call(
    'A',
    'deliverReply',
    { replyId: last.replyId, deputyIds: [], method: 'letter', deliveredOn: d },
    'liaison',
  );
  for (const to of ['2026-01-28', '2026-02-12']) {
    await new Promise((r) => setTimeout(r, 4000));
    await call('D', 'advanceClock', { to: `${to}T02:00:00Z` }, 'operator');
    for (let i = 0; i < 15; i++) {
      await new Promise((r) => setTimeout(r, 1500));
      const c = await call('E', 'getCaseEvaluations', { suggestionId: s }, 'desk', to);
      const status = c.evaluations?.[0]?.status;
      if (i === 14 || (to === '2026-01-28' ? status === 'overdue' : status === 'lapsed')) {
        console.log(to, status, c.standing, JSON.stringify(c.waitingFor));
        break;
      }
    }
  }
} catch (e) {
  console.log('FAILED', e);
} finally {
  channels.close();
  await system.stop();
  await servers.stop();
  await folder.remove();
}
process.exit(0);
