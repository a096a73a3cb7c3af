-- 协办意见 as the unit prepares it for its head; gone once it is signed.
create table co_opinion_draft (
  tenant text not null,
  assignment_id text not null,
  opinion text not null,
  primary key (tenant, assignment_id)
);
select huiyin_tenant_table('co_opinion_draft');
