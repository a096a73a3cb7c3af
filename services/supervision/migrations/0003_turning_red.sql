-- When time alone makes an open clock red, should nothing be done; null when it is red or never will be.
alter table clock add column turns_red_at timestamptz(3);
create index clock_turning_red on clock (tenant, turns_red_at) where status = 'open' and turns_red_at is not null;
create index firing_by_time on firing (tenant, at);
