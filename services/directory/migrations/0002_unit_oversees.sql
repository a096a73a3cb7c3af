-- 对口督办: the categories whose handling a committee oversees; empty for handling units.
alter table unit add column oversees text[] not null default '{}';
