-- Secret ballots 无记名投票 (docs/adr/0028). No table holds both a voter and a choice, or either with a token.
create table ballot (
  tenant text not null,
  id text not null,
  -- The stream's: the ETag.
  version bigint not null,
  status text not null check (status in ('check-in', 'inquorate', 'checked-in', 'casting', 'closed')),
  opened_on date not null,
  -- The ballot 不满意 that this one repeats.
  revote_of text,
  state jsonb not null,
  primary key (tenant, id),
  foreign key (tenant, revote_of) references ballot (tenant, id)
);
select huiyin_tenant_table('ballot');
create index ballot_by_day on ballot (tenant, opened_on, id);
create index ballot_revote on ballot (tenant, revote_of) where revote_of is not null;

-- The signing key while people check in; the row is deleted when that ends.
create table ballot_key (
  tenant text not null,
  ballot_id text not null,
  private_key text not null,
  primary key (tenant, ballot_id),
  foreign key (tenant, ballot_id) references ballot (tenant, id)
) with (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
select huiyin_tenant_table('ballot_key');

-- The roll: who may vote and who has checked in, with what was signed without being seen.
create table ballot_voter (
  tenant text not null,
  ballot_id text not null,
  person_id text not null,
  checked_in boolean not null,
  blinded_token text,
  blind_signature text,
  check (checked_in or (blinded_token is null and blind_signature is null)),
  primary key (tenant, ballot_id, person_id),
  foreign key (tenant, ballot_id) references ballot (tenant, id)
);
select huiyin_tenant_table('ballot_voter');

-- Votes while they are cast, so that a token counts once. Emptied at closing; vacuumed at once, also when it is small.
create table ballot_cast (
  tenant text not null,
  ballot_id text not null,
  token_hash text not null,
  choice text not null check (choice in ('satisfied', 'basically-satisfied', 'dissatisfied', 'abstained')),
  primary key (tenant, ballot_id, token_hash),
  foreign key (tenant, ballot_id) references ballot (tenant, id)
) with (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
select huiyin_tenant_table('ballot_cast');

-- Votes of closed ballots, written by one transaction in random order: nothing but the choice.
create table ballot_vote (
  tenant text not null,
  ballot_id text not null,
  id uuid not null,
  choice text not null check (choice in ('satisfied', 'basically-satisfied', 'dissatisfied', 'abstained')),
  primary key (tenant, ballot_id, id),
  foreign key (tenant, ballot_id) references ballot (tenant, id)
);
select huiyin_tenant_table('ballot_vote');
do $$
begin
  execute format('revoke update, delete on ballot_vote from %I', huiyin_app_role());
end
$$;
