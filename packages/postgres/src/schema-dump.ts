import pg from 'pg';

/**
 * The schema of a database as stable text: tables with columns, constraints, indexes, policies, triggers and grants,
 * from the catalog in a fixed order. Compared with each service's golden `schema.sql` (embedded Postgres ships no
 * pg_dump).
 */
export async function dumpSchema(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const parts: string[] = [];
    for (const [title, sql] of SECTIONS) {
      const lines = (await client.query<{ line: string }>(sql)).rows.map((row) => row.line);
      if (lines.length > 0) parts.push(`-- ${title}\n${lines.join('\n')}\n`);
    }
    return parts.join('\n');
  } finally {
    await client.end();
  }
}

const OURS = `c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;

/** Postgres 18 lists NOT NULL among the constraints; the column section says it already. */
const SECTIONS: readonly (readonly [string, string])[] = [
  [
    'columns',
    `select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
       || case when a.attnotnull then ' not null' else '' end
       || case when a.attidentity <> '' then ' generated always as identity' else '' end
       || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where ${OURS} order by c.relname collate "C", a.attnum`,
  ],
  [
    'constraints',
    `select c.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where ${OURS} and k.contype <> 'n' order by c.relname collate "C", k.conname collate "C"`,
  ],
  [
    'indexes',
    `select pg_get_indexdef(i.indexrelid) as line
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
     where ${OURS} order by c.relname collate "C", x.relname collate "C"`,
  ],
  [
    'row-level security',
    `select c.relname || case when c.relrowsecurity then ' enabled' else ' off' end
       || case when c.relforcerowsecurity then ' forced' else '' end as line
     from pg_class c where ${OURS} order by c.relname collate "C"`,
  ],
  [
    'policies',
    `select tablename || ' ' || policyname || ' ' || cmd || ' to ' || array_to_string(roles, ',')
       || coalesce(' using ' || qual, '') || coalesce(' check ' || with_check, '') as line
     from pg_policies where schemaname = 'public' order by tablename collate "C", policyname collate "C"`,
  ],
  [
    'triggers',
    `select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where ${OURS} and not t.tgisinternal order by c.relname collate "C", t.tgname collate "C"`,
  ],
  [
    'functions',
    `select p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ') ' || md5(p.prosrc) as line
     from pg_proc p where p.pronamespace = 'public'::regnamespace
       and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
     order by p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"`,
  ],
  [
    'grants',
    `select c.relname || ' to ' || g.grantee || ': ' || string_agg(g.privilege_type, ', ' order by g.privilege_type collate "C") as line
     from pg_class c join information_schema.role_table_grants g
       on g.table_schema = 'public' and g.table_name = c.relname and g.grantee <> pg_get_userbyid(c.relowner)
     where ${OURS} group by c.relname, g.grantee order by c.relname collate "C", g.grantee collate "C"`,
  ],
];
