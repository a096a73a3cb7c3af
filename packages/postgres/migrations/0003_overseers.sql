-- 对口督办: the categories whose handling a committee oversees; empty for handling units.
alter table reference_unit add column oversees text[] not null default '{}';
create index reference_unit_oversees on reference_unit using gin (oversees);
