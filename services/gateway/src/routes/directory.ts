import { DirectoryServiceService } from '@huiyin/contracts/gen/directory/v1/service';
import { ROLES } from '@huiyin/kernel/actor';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { day, id, ids, line, queryFlag, tenantId, text } from '../http/schemas.ts';
import { directoryRulesRoutes } from './directory-rules.ts';

const UNIT_KINDS = [
  'government',
  'party',
  'congress',
  'court',
  'procuratorate',
  'town',
  'enterprise',
  'historical',
] as const;
const MAX_MEMBERSHIPS = 20;
const MAX_RESOLVED = 100;

const tenant = z
  .object({
    tenant: z.string(),
    name: z.string(),
    level: z.string(),
    areaCode: z.string(),
    parent: z.string(),
    deskName: z.string(),
  })
  .meta({ id: 'Tenant' });

const unit = z
  .object({
    unitId: z.string(),
    name: z.string(),
    kind: z.string(),
    active: z.boolean(),
    decidingOffice: z.string(),
    oversees: z.array(z.string()).describe('对口督办的类别'),
    successorUnitId: z.string(),
    version: z.int(),
  })
  .meta({ id: 'Unit' });

const unitBody = z
  .strictObject({
    name: line(60),
    kind: z.enum(UNIT_KINDS),
    active: z.boolean().default(true),
    decidingOffice: z.enum(['government-office', 'congress-desk']).optional().describe('不填按单位类别'),
    oversees: z.array(line(40)).max(50).default([]).describe('专门委员会对口督办的类别'),
  })
  .meta({ id: 'SaveUnit' });

const person = z
  .object({
    personId: z.string(),
    name: z.string(),
    phone: z.string().describe('无权查看时为空'),
    cardNumber: z.string().describe('代表证号码；无权查看时为空'),
    login: z.string().describe('登录名；没有账号或无权查看时为空'),
    memberships: z.array(
      z.object({
        role: z.string(),
        unitId: z.string(),
        active: z.boolean(),
        delegation: z.string().describe('所属代表团'),
      }),
    ),
    version: z.int(),
  })
  .meta({ id: 'Person' });

const personBody = z
  .strictObject({
    name: line(40),
    phone: z
      .string()
      .regex(/^[0-9+ -]{0,20}$/)
      .default(''),
    cardNumber: z
      .string()
      .regex(/^[0-9A-Za-z-]{0,30}$/)
      .default('')
      .describe('代表证号码'),
    memberships: z
      .array(
        z.strictObject({
          role: z.enum(ROLES),
          unitId: id.optional(),
          active: z.boolean().default(true),
          delegation: z.string().trim().max(40).default('').describe('所属代表团；代表团工作人员必填'),
        }),
      )
      .max(MAX_MEMBERSHIPS),
  })
  .meta({ id: 'SavePerson' });

const forService = { tag: 'directory', client: DirectoryServiceService } as const;

/** Tenants, units, people and accounts; sessions, rule packs and calendars are in directory-rules.ts. */
export function directoryRoutes(api: Api): void {
  tenantRoutes(api);
  unitRoutes(api);
  peopleRoutes(api);
  accountRoutes(api);
  directoryRulesRoutes(api);
}

function tenantRoutes(api: Api): void {
  api.list({
    ...forService,
    url: '/tenants',
    operationId: 'listTenants',
    summary: '本地区；市可见所属各区',
    item: tenant,
    rpc: 'listTenants',
    toRequest: () => ({}),
    toPage: ({ tenants }) => ({ items: tenants, nextCursor: '' }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/tenants',
    operationId: 'configureTenant',
    summary: '设置本地区，或市新增所属区',
    body: z
      .strictObject({
        tenant: tenantId,
        name: line(50),
        level: z.enum(['city', 'district']),
        areaCode: z.string().regex(/^\d{6}$/),
        parent: tenantId.optional(),
        deskName: line(50).optional(),
      })
      .meta({ id: 'ConfigureTenant' }),
    rpc: 'configureTenant',
    toRequest: (_params, body) => ({ ...body, parent: body.parent ?? '', deskName: body.deskName ?? '' }),
  });
}

function unitRoutes(api: Api): void {
  api.list({
    ...forService,
    url: '/units',
    operationId: 'listUnits',
    summary: '本地区的单位',
    query: { name: z.string().max(60).optional(), includeInactive: queryFlag.optional() },
    item: unit,
    rpc: 'listUnits',
    toRequest: (_params, { name = '', includeInactive = false }, page) => ({
      nameContains: name,
      includeInactive,
      page,
    }),
    toPage: ({ units, nextCursor }) => ({
      items: units.map((each) => ({ ...each, version: Number(each.version) })),
      nextCursor,
    }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/units',
    operationId: 'addUnit',
    summary: '新增单位',
    body: unitBody,
    status: 201,
    rpc: 'saveUnit',
    toRequest: (_params, body) => ({ ...body, unitId: '', decidingOffice: body.decidingOffice ?? '' }),
  });
  api.command({
    ...forService,
    method: 'PUT',
    url: '/units/{id}',
    operationId: 'saveUnit',
    summary: '修改单位',
    body: unitBody,
    rpc: 'saveUnit',
    toRequest: ({ id: unitId }, body) => ({ ...body, unitId, decidingOffice: body.decidingOffice ?? '' }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/units/{id}:succeed',
    operationId: 'succeedUnit',
    summary: '机构改革：职责划转到另一单位',
    body: z.strictObject({ successorUnitId: id, onDate: day }).meta({ id: 'SucceedUnit' }),
    rpc: 'succeedUnit',
    toRequest: ({ id: unitId }, body) => ({ unitId, ...body }),
  });
}

function peopleRoutes(api: Api): void {
  const toMemberships = (memberships: z.output<typeof personBody>['memberships']) =>
    memberships.map(({ role, unitId = '', active, delegation }) => ({ role, unitId, active, delegation }));
  api.list({
    ...forService,
    url: '/people',
    operationId: 'listPeople',
    summary: '本地区的人员；代表名单人人可查',
    query: { role: z.enum(ROLES).optional(), unitId: id.optional(), name: z.string().max(40).optional() },
    item: person,
    rpc: 'listPeople',
    toRequest: (_params, { role = '', unitId = '', name = '' }, page) => ({
      ...{ role, unitId, nameContains: name, page },
    }),
    toPage: ({ people, nextCursor }) => ({
      items: people.map((each) => ({ ...each, version: Number(each.version) })),
      nextCursor,
    }),
  });
  api.query({
    ...forService,
    url: '/people:resolve',
    operationId: 'resolvePeople',
    summary: '由标识查姓名',
    query: {
      ids: z
        .string()
        .max(4_000)
        .transform((list) => list.split(','))
        .pipe(ids(MAX_RESOLVED)),
    },
    response: z.object({ people: z.array(z.object({ personId: z.string(), name: z.string() })) }),
    rpc: 'resolvePeople',
    toRequest: (_params, query) => ({ personIds: query.ids }),
    toAnswer: ({ people }) => ({ people: people.map(({ personId, name }) => ({ personId, name })) }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/people',
    operationId: 'addPerson',
    summary: '新增人员',
    body: personBody,
    status: 201,
    rpc: 'savePerson',
    toRequest: (_params, body) => ({ ...body, personId: '', memberships: toMemberships(body.memberships) }),
  });
  api.command({
    ...forService,
    method: 'PUT',
    url: '/people/{id}',
    operationId: 'savePerson',
    summary: '修改人员；未列出的身份停用',
    body: personBody,
    rpc: 'savePerson',
    toRequest: ({ id: personId }, body) => ({
      ...body,
      personId,
      memberships: toMemberships(body.memberships),
    }),
  });
}

function accountRoutes(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/people/{id}:end-mandate',
    operationId: 'endMandate',
    summary: '代表资格终止',
    body: z.strictObject({ onDate: day, reason: text(200) }).meta({ id: 'EndMandate' }),
    rpc: 'endMandate',
    toRequest: ({ id: personId }, body) => ({ personId, ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/accounts',
    operationId: 'saveAccount',
    summary: '设置登录名与密码',
    body: z
      .strictObject({
        personId: id,
        login: z
          .string()
          .regex(/^[a-z0-9][a-z0-9._@-]{2,63}$/, '登录名为3–64位小写字母、数字、点、横线、下划线或@'),
        password: z.string().min(8).max(200),
      })
      .meta({ id: 'SaveAccount' }),
    rpc: 'saveAccount',
    toRequest: (_params, body) => body,
  });
}
